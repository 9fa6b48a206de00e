#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""Holds what the built codescan writes against the published schemas, by the public validators.

usage: validate.py --codescan PROGRAM --forges FORGES

FORGES is the fixture forge that Fixtures/build-forges made; what its entries must say stands in Fixtures/forges.toml.
Prints one line a check and 'N passed, N failed, N skipped' last; exits 1 when a check failed.
"""
import argparse
import csv
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import frictionless
import jsonschema
import yaml

from checking import COMPLETE, PUBLISHED, ROOT, Skip, YAML12, check_against, equal, schema
from gate import GateChecks
from mirroring import MirrorChecks
from national import NationalChecks
from tracking import TrackChecks


class Checks:
    """Every method named check_… is one check; its docstring is the sentence that is printed."""

    def __init__(self, codescan: Path, forges: str, scratch: Path) -> None:
        self.codescan, self.forges, self.scratch = codescan, forges, scratch
        self.outputs: dict[tuple[str, ...], bytes] = {}
        inventory = schema("inventory.schema.json")
        self.inventory = jsonschema.Draft202012Validator(inventory)
        self.entry = jsonschema.Draft202012Validator({"$ref": "#/$defs/entry", "$defs": inventory["$defs"]})
        self.identify = jsonschema.Draft202012Validator(schema("identify.schema.json"))
        self.algorithms = jsonschema.Draft202012Validator(schema("algorithms.schema.json"))
        self.diff = jsonschema.Draft202012Validator(schema("inventory-diff.schema.json"))
        self.declaration = jsonschema.Draft202012Validator(schema("algorithms-yml.schema.json"))
        with open(ROOT / "Fixtures" / "forges.toml", "rb") as file:
            self.fixtures = tomllib.load(file)["repository"]

    def run(self, *arguments: str, allowed: tuple[int, ...] = COMPLETE) -> bytes:
        result = subprocess.run([str(self.codescan), *arguments], cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True)
        if result.returncode not in allowed:
            raise AssertionError(f"codescan {' '.join(arguments)}: exit status {result.returncode}\n"
                                 + result.stderr.decode(errors="replace")[-2000:])
        return result.stdout

    def output(self, *options: str) -> bytes:
        """The inventory of the fixture forge, made once for each set of options."""
        if options not in self.outputs:
            self.outputs[options] = self.run("inventory", self.forges, "--no-cache", *options)
        return self.outputs[options]

    def json(self) -> dict:
        return json.loads(self.output("--format", "json"))

    def table(self, name: str, descriptor: str) -> None:
        """Holds a CSV of the scratch folder against a Table Schema."""
        table = frictionless.Schema.from_descriptor(schema(descriptor))
        report = frictionless.Resource(path=name, basepath=str(self.scratch), schema=table, encoding="utf-8").validate()
        if not report.valid:
            raise AssertionError("\n".join(str(row) for row in report.flatten(["rowNumber", "fieldName", "note"])[:5]))

    def check_json(self) -> None:
        """inventory --format json is valid against inventory.schema.json"""
        check_against(self.inventory, self.json(), "inventory.json")

    def check_algorithms(self) -> None:
        """algorithms --format json is valid against algorithms.schema.json"""
        text = self.run("algorithms", self.forges, "--no-cache", "--format", "json")
        check_against(self.algorithms, json.loads(text), "algorithms.json")

    def check_skeleton(self) -> None:
        """algorithms init writes a file that is valid against algorithms-yml.schema.json"""
        text = self.run("algorithms", "init", "-")
        check_against(self.declaration, yaml.safe_load(text), "algorithms.yml")

    def check_past_and_diff(self) -> None:
        """inventory --as-of is valid, and diff says against inventory-diff.schema.json what changed since"""
        then, now = self.scratch / "then.json", self.scratch / "now.json"
        then.write_bytes(self.output("--format", "json", "--as-of", "2024-06-01"))
        now.write_bytes(self.output("--format", "json"))
        check_against(self.inventory, json.loads(then.read_text(encoding="utf-8")), "inventory.json as of a day")
        diff = json.loads(self.run("diff", str(then), str(now), "--format", "json"))
        check_against(self.diff, diff, "diff.json")
        equal(sum(diff["summary"].values()), len(diff["changes"]), "the sum of the diff's summary")
        self.run("diff", str(now), str(now), "--exit-code", allowed=(0,))
        if diff["changes"]:
            self.run("diff", str(then), str(now), "--exit-code", allowed=(1,))
        then.unlink()
        now.unlink()

    def check_history(self) -> None:
        """history is valid against its schemas, its CSV is its JSON, and its last date says what the inventory says"""
        history = json.loads(self.run("history", self.forges, "--no-cache", "--format", "json"))
        check_against(jsonschema.Draft202012Validator(schema("history.schema.json")), history, "history.json")
        (self.scratch / "history.csv").write_bytes(self.run("history", self.forges, "--no-cache", "--format", "csv"))
        self.table("history.csv", "history.tableschema.json")
        rows = list(csv.DictReader(io.StringIO((self.scratch / "history.csv").read_text(encoding="utf-8"))))
        equal([(row["date"], int(row["with_license"]), int(row["free"]), int(row["not_known"])) for row in rows],
              [(p["date"][:10], p["withLicense"], p["byFreeSoftwareStatus"]["free"], p["notKnown"])
               for p in history["points"]], "the rows")
        (self.scratch / "history.csv").unlink()
        held = [entry["license"] for entry in self.json()["entries"] if entry["kind"] not in (None, "empty")]
        for status, count in history["points"][-1]["byFreeSoftwareStatus"].items():
            equal(count, sum(license["freeSoftware"] == status for license in held), f"the last date's {status}")

    def check_summary(self) -> None:
        """the summary counts the entries"""
        inventory = self.json()
        summary, entries = inventory["summary"], inventory["entries"]
        equal(summary["repositories"], len(entries), "summary.repositories")
        for name, of in [("byFreeSoftwareStatus", lambda e: e["license"]["freeSoftware"]),
                         ("byLicenseStatus", lambda e: e["license"]["status"]),
                         ("byDecree", lambda e: e["license"]["decree"]),
                         ("byKind", lambda e: e["kind"] or "unknown")]:
            for key, count in summary[name].items():
                equal(count, sum(of(entry) == key for entry in entries), f"summary.{name}.{key}")
            equal(sum(summary[name].values()), len(entries), f"the sum of summary.{name}")

    def check_repeatable(self) -> None:
        """the same forge gives the same bytes twice"""
        equal(self.run("inventory", self.forges, "--no-cache", "--format", "json") == self.output("--format", "json"),
              True, "the second run is equal to the first")

    def check_fixtures(self) -> None:
        """each repository of the fixture forge says what forges.toml expects"""
        entries = {f"{e['forge']}/{e['owner']}/{e['name']}": e for e in self.json()["entries"]}
        equal(sorted(entries), sorted(fixture["path"] for fixture in self.fixtures), "the repositories")
        wrong = []
        for fixture in self.fixtures:
            entry = entries[fixture["path"]]
            for field, wanted in fixture["expect"].items():
                got = entry["kind"] if field == "kind" else entry["license"][field]
                if got != wanted:
                    wrong.append(f"{fixture['path']} ({fixture['says']}): {field} is {got!r}, expected {wanted!r}")
        if wrong:
            raise AssertionError("\n".join(wrong))

    def check_evidence(self) -> None:
        """each claim's evidence names a path and a blob that the repository's HEAD holds"""
        for entry in self.json()["entries"]:
            for evidence in entry["license"]["evidence"]:
                found = subprocess.run(
                    ["git", "--git-dir", entry["path"], "rev-parse", f"{entry['head']['commit']}:{evidence['path']}"],
                    cwd=ROOT, capture_output=True, text=True).stdout.strip()
                equal(evidence["blob"], found, f"{entry['name']}: the blob of {evidence['path']}")

    def check_jsonl(self) -> None:
        """inventory --format jsonl is the same entries, one a line"""
        lines = [json.loads(line) for line in self.output("--format", "jsonl").splitlines()]
        for number, line in enumerate(lines, start=1):
            check_against(self.entry, line, f"line {number}")
        equal(lines == self.json()["entries"], True, "the lines are the entries of the JSON")

    def check_yaml(self) -> None:
        """inventory --format yaml is the same inventory"""
        value = yaml.load(self.output("--format", "yaml"), Loader=YAML12)
        check_against(self.inventory, value, "inventory.yaml")
        equal(value == self.json(), True, "the YAML is the JSON")

    def check_csv(self) -> None:
        """inventory --format csv is valid against inventory.tableschema.json"""
        (self.scratch / "inventory.csv").write_bytes(self.output("--format", "csv"))
        self.table("inventory.csv", "inventory.tableschema.json")
        rows = list(csv.DictReader(io.StringIO(self.output("--format", "csv").decode("utf-8"))))
        equal([(row["name"], row["license_expression"], row["free_software"]) for row in rows],
              [(e["name"], e["license"]["expression"] or "", e["license"]["freeSoftware"]) for e in self.json()["entries"]],
              "the rows")

    def check_excel(self) -> None:
        """--csv-dialect excel-fr has a byte-order mark, semicolons and CRLF, and the same values"""
        data = self.output("--format", "csv", "--csv-dialect", "excel-fr")
        equal(data[:3], b"\xef\xbb\xbf", "the byte-order mark")
        equal(data.endswith(b"\r\n"), True, "the last line ends with CRLF")
        french = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
        plain = list(csv.reader(io.StringIO(self.output("--format", "csv").decode("utf-8"), newline="")))
        equal(french[0], plain[0], "the header")
        equal([row[2] for row in french], [row[2] for row in plain], "the names")

    def check_output(self) -> None:
        """--output FILE writes what standard output says"""
        target = self.scratch / "inventory.json"
        self.run("inventory", self.forges, "--no-cache", "--format", "json", "--output", str(target))
        equal(target.read_bytes() == self.output("--format", "json"), True, "the file is the output")
        left = [name for name in os.listdir(self.scratch) if name not in ("inventory.json", "inventory.csv")]
        equal(left, [], "what is left beside the file")

    def check_identify(self) -> None:
        """identify --format jsonl is valid against identify.schema.json, one line a file"""
        folder = ROOT / "Fixtures" / "forges"
        paths = sorted(str(path.relative_to(ROOT)) for path in folder.rglob("*") if path.is_file()) + ["LICENSE"]
        lines = [json.loads(line) for line in self.run("identify", "--format", "jsonl", *paths).splitlines()]
        for line in lines:
            check_against(self.identify, line, line.get("path", "?"))
        equal([line["path"] for line in lines], paths, "the paths")
        equal(lines[-1]["licenses"], ["EUPL-1.2"], "the licence of LICENSE")

    def check_self(self) -> None:
        """codescan is a model of what it checks: EUPL-1.2, free, reciprocity"""
        if not (ROOT / ".git").exists():
            raise Skip("this is not a git checkout")
        [entry] = json.loads(self.run("inventory", ".", "--no-cache", "--format", "json"))["entries"]
        equal({key: entry["license"][key] for key in ("status", "expression", "freeSoftware", "decree")},
              {"status": "declared", "expression": "EUPL-1.2", "freeSoftware": "free", "decree": "reciprocity"},
              "codescan's own licence")

    def check_publiccode(self) -> None:
        """publiccode.yml is valid against publiccode 0.5.0"""
        path = PUBLISHED / "publiccode-0.5.0.json"
        if not path.is_file():
            raise Skip("the published schema is not beside the checkout")
        # Its references are by "$id": "#name", a spelling that validators no longer agree on: say the same by path.
        published = json.loads(re.sub(r'"\$ref": *"#(\w+)"', r'"$ref": "#/definitions/\1"', path.read_text(encoding="utf-8")))
        value = yaml.load((ROOT / "publiccode.yml").read_text(encoding="utf-8"), Loader=YAML12)
        check_against(jsonschema.validators.validator_for(published)(published), value, "publiccode.yml")


def main() -> int:
    parser = argparse.ArgumentParser(description="Holds codescan's output against its schemas.")
    parser.add_argument("--codescan", type=Path, required=True)
    parser.add_argument("--forges", required=True)
    arguments = parser.parse_args()
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    with tempfile.TemporaryDirectory(prefix="codescan-validation.") as scratch:
        groups = [kind(arguments.codescan.resolve(), arguments.forges, Path(tempfile.mkdtemp(dir=scratch)))
                  for kind in (Checks, NationalChecks, TrackChecks, GateChecks, MirrorChecks)]
        for check in (getattr(group, name) for group in groups for name in vars(type(group)) if name.startswith("check_")):
            outcome, detail = "passed", ""
            try:
                check()
            except Skip as reason:
                outcome, detail = "skipped", str(reason)
            except Exception as error:  # a check that cannot be made has failed: say why and go on
                outcome = "failed"
                detail = str(error) if isinstance(error, AssertionError) else f"{type(error).__name__}: {error}"
            counts[outcome] += 1
            print({"passed": "✔", "failed": "✘", "skipped": "–"}[outcome], check.__doc__, flush=True)
            for line in detail.splitlines():
                print(f"    {line}", flush=True)
    # Alone on its line: continuous integration reads it.
    skipped = f", {counts['skipped']} skipped" if counts["skipped"] else ""
    print(f"{counts['passed']} passed, {counts['failed']} failed{skipped}")
    return 1 if counts["failed"] else 0


sys.exit(main())
