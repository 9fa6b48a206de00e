# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""Holds `codescan track` against Fixtures/tracking: a table of forty commitments with every hard case, in CSV and as the
site's JSON, matched against the fixture forge with what its forges are said to record.

CODESCAN_UPDATE_GOLDEN=1 writes the expected files anew; read the difference before committing it.
"""
import csv
import io
import json
import os
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
import zipfile
from itertools import zip_longest
from pathlib import Path

import frictionless
import jsonschema
import yaml

from checking import COMPLETE, ROOT, YAML12, Skip, check_against, equal, schema

TABLES = ROOT / "Fixtures" / "tracking"
EXPECTED = TABLES / "expected"
COLUMN = ["Producteur_Code_Source", "Statut_Code_Source", "URL_Code_Source", "Date_estimee_Code_Source"]
# 23 November 2026: the inventory's day.
DAY = "1795392000"


class TrackChecks:
    """Every method named check_… is one check; its docstring is the sentence that is printed."""

    def __init__(self, codescan: Path, forges: str, scratch: Path) -> None:
        self.codescan, self.forges, self.scratch = codescan, forges, scratch
        self.made: dict[str, Path] = {}

    def run(self, *arguments: str, allowed: tuple[int, ...] = (0,)) -> bytes:
        result = subprocess.run(
            [str(self.codescan), *arguments], cwd=TABLES, stdin=subprocess.DEVNULL, capture_output=True,
            env={**os.environ, "SOURCE_DATE_EPOCH": DAY})
        if result.returncode not in allowed:
            raise AssertionError(f"codescan {' '.join(arguments)}: exit status {result.returncode}\n"
                                 + result.stderr.decode(errors="replace")[-2000:])
        return result.stdout

    def inventory(self, *options: str) -> str:
        """The inventory of the fixture forge with the records of Fixtures/tracking/records, made once for each day."""
        tree = self.scratch / "forges"
        if not tree.exists():
            shutil.copytree(ROOT / self.forges, tree)
            shutil.copytree(TABLES / "records", tree, dirs_exist_ok=True)
        path = self.scratch / ("inventory" + "".join(options) + ".json")
        if not path.exists():
            self.run("inventory", str(tree), "--accounts", "../inventory.yml", "--no-cache", "--format", "json",
                     "--lang", "fr", "-o", str(path), *options, allowed=COMPLETE)
        return str(path)

    def track(self, table: str, *options: str, inventory: str | None = None) -> bytes:
        return self.run("track", table, "--inventory", inventory or self.inventory(), "--aliases", "aliases.yml",
                        "--accept", "decisions.yml", "--lang", "fr", *options)

    def report(self, name: str) -> bytes:
        path = self.scratch / name
        if not path.exists():
            self.track("suivi.csv", "--dry-run", "--report", str(path))
        return path.read_bytes()

    def golden(self, name: str, got: bytes) -> None:
        path = EXPECTED / name
        if os.environ.get("CODESCAN_UPDATE_GOLDEN"):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(got)
        wanted = path.read_bytes()
        if got != wanted:
            pairs = zip(got.splitlines() + [b""], wanted.splitlines() + [b""])
            first = next(((number, one, other) for number, (one, other) in enumerate(pairs, 1) if one != other), None)
            raise AssertionError(f"{name} is not what is expected, from line {first and first[0]}:\n"
                                 + "\n".join(part.decode(errors="replace")[:500] for part in (first or ())[1:]))

    def check_track_csv(self) -> None:
        """track fills in the CSV of forty commitments as expected"""
        self.golden("suivi.csv", self.track("suivi.csv"))

    def check_track_json(self) -> None:
        """track fills in the same table as JSON as expected, and both say the same"""
        got = self.track("suivi.json")
        self.golden("suivi.json", got)
        records = [record["fields"] for record in json.loads(got)["records"]]
        rows = list(csv.DictReader(io.StringIO(self.track("suivi.csv").decode("utf-8-sig"), newline=""), delimiter=";"))
        equal([[record.get(field) or "" for field in COLUMN] for record in records],
              [[row[field] or "" for field in COLUMN] for row in rows], "the source-code column")

    def check_track_words(self) -> None:
        """track --dry-run says old, new and reason of each cell, and everything that a person must know, as expected"""
        self.golden("suivi.txt", self.track("suivi.csv", "--dry-run"))

    def check_track_untouched(self) -> None:
        """track changes no byte outside the four columns, and nothing at all when run on its own output"""
        for name in ("suivi.csv", "suivi.json"):
            written = self.scratch / name
            written.write_bytes(self.track(name))
            equal(self.track(str(written)) == written.read_bytes(), True, f"{name}: the second run is equal to the first")
        before, after = ((TABLES / "suivi.csv").read_bytes(), (self.scratch / "suivi.csv").read_bytes())
        equal((after[:3], after.count(b"\r\n"), after[-2:] == b"\r\n"),
              (before[:3], before.count(b"\r\n"), before[-2:] == b"\r\n"), "mark and line ends")
        read = [list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";")) for data in (before, after)]
        # A row that stops before the source-code column is filled up to it.
        others = [[[cell for name, cell in zip_longest(rows[0], row, fillvalue="") if name not in COLUMN] for row in rows]
                  for rows in read]
        equal(others[0] == others[1], True, "the other columns")

    def check_track_english(self) -> None:
        """the language of a run changes no cell"""
        english = self.run("track", "suivi.csv", "--inventory", self.inventory(), "--aliases", "aliases.yml",
                           "--accept", "decisions.yml", "--lang", "en")
        equal(english == self.track("suivi.csv"), True, "the table")

    def check_track_past(self) -> None:
        """of a past day, only what the forges' records prove public by then is Disponible"""
        past = self.inventory("--as-of", "2021-04-27")
        report = json.loads(self.track("suivi.csv", "--dry-run", "--report", "-", "--format", "json", inventory=past))
        equal(report["isPast"], True, "isPast")
        for row in report["rows"]:
            if any(change["field"] == "Statut_Code_Source" and change["new"] == "Disponible" for change in row["changes"]):
                states = {repository["state"] for repository in row["repositories"] if repository["counts"]}
                equal(states, {"open"}, row["title"])
                names = {repository["repository"] for repository in row["repositories"] if repository["counts"]}
                # The forges' records say that these were seen before that day; the second one vanished later.
                seen = {"forge.example.org/ministere/simulateur-impot", "forge.example.org/commune/encodages"}
                equal(names - seen, set(), row["title"])
        equal(sum(row["rule"] == "unproven" for row in report["rows"]) > 5, True, "rows that are not proven")

    def check_track_report(self) -> None:
        """the report for programs is valid against track.schema.json, with and without a past inventory"""
        validator = jsonschema.Draft202012Validator(schema("track.schema.json"))
        check_against(validator, json.loads(self.report("suivi-rapport.json")), "suivi.json")
        since = self.inventory("--as-of", "2021-04-27")
        report = json.loads(self.track("suivi.json", "--dry-run", "--since", since, "--report", "-", "--format", "json"))
        check_against(validator, report, "suivi.json --since")
        check_against(jsonschema.Draft202012Validator(schema("inventory-diff.schema.json")), report["changes"], "changes")

    def check_track_decisions(self) -> None:
        """proposals are written as valid decisions behind those that are there, and are read back"""
        validator = jsonschema.Draft202012Validator(schema("track-decisions.schema.json"))
        target = self.scratch / "decisions.yml"
        shutil.copy(TABLES / "decisions.yml", target)
        for _ in range(2):
            self.track("suivi.csv", "--dry-run", "--propose", str(target))
        equal(target.read_bytes().startswith((TABLES / "decisions.yml").read_bytes()), True, "what was there stays")
        decisions = yaml.load(target.read_text(encoding="utf-8"), Loader=YAML12)
        check_against(validator, decisions, "decisions.yml")
        proposed = [decision for decision in decisions if decision.get("accept") is None]
        equal(len(proposed), len({(d["title"], d["producer"], d["repository"]) for d in proposed}), "each proposal once")
        equal(len(proposed) > 0, True, "there are proposals")

    def check_track_package(self) -> None:
        """track --datapackage writes what frictionless accepts, from CSV and from JSON"""
        for name in ("suivi.csv", "suivi.json"):
            folder = self.scratch / ("package-" + name)
            self.track(name, "--dry-run", "--datapackage", str(folder))
            report = frictionless.Package(str(folder / "datapackage.json")).validate()
            if not report.valid:
                raise AssertionError("\n".join(str(row) for row in report.flatten(["name", "rowNumber", "fieldName", "note"])[:5]))
            equal([len(list(csv.reader(open(folder / file, encoding="utf-8", newline="")))) > 1
                   for file in ("engagements.csv", "inventaire.csv", "ministeres.csv")], [True] * 3, "rows")
            rows = list(csv.DictReader(open(folder / "engagements.csv", encoding="utf-8", newline="")))
            equal(len(rows), 40, "commitments")
            equal(rows[0]["Statut_Code_Source"], "Disponible", "the first status")

    def check_track_excel(self) -> None:
        """a CSV report as a French Excel opens it has a byte-order mark, semicolons and CRLF"""
        target = self.scratch / "excel.csv"
        self.track("suivi.csv", "--dry-run", "--report", str(target), "--csv-dialect", "excel-fr")
        data = target.read_bytes()
        equal((data[:3], data[-2:]), (b"\xef\xbb\xbf", b"\r\n"), "mark and line end")
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
        equal({len(row) for row in rows}, {17}, "cells of each row")
        equal(any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row), False, "a formula")

    def check_track_ods(self) -> None:
        """the spreadsheet is a whole zip, its first entry the media type, its parts XML, its rows those of the CSV report"""
        path = self.scratch / "suivi.ods"
        self.report("suivi.ods")
        with zipfile.ZipFile(path) as archive:
            equal(archive.testzip(), None, "a damaged entry")
            first = archive.infolist()[0]
            equal((first.filename, first.compress_type, first.extra), ("mimetype", zipfile.ZIP_STORED, b""), "the first entry")
            equal(archive.read("mimetype"), b"application/vnd.oasis.opendocument.spreadsheet", "the media type")
            parts = {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".xml")}
        manifest = {entry.get("{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}full-path")
                    for entry in parts["META-INF/manifest.xml"]}
        equal(manifest, {"/", *(name for name in parts if "/" not in name)}, "the manifest")
        table, text = ("{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}" % name for name in ("table", "text"))
        [sheet] = [item for item in parts["content.xml"].iter(table + "table") if item.get(table + "name") == "Engagements"]
        rows = [["\n".join("".join(p.itertext()) for p in cell.iter(text + "p")) for cell in row.iter(table + "table-cell")]
                for row in sheet.iter(table + "table-row")]
        plain = list(csv.reader(io.StringIO(self.report("suivi-rapport.csv").decode("utf-8"), newline="")))
        equal([[cell.removeprefix("'") for cell in row] for row in rows], [[cell.removeprefix("'") for cell in row] for row in plain],
              "the rows")

    def check_track_pdf(self) -> None:
        """the PDF is tagged, in French, on A4, with every commitment; without its renderer one line names the mend"""
        environment = {**os.environ, "PATH": "/nonexistent", "CODESCAN_WEASYPRINT": ""}
        refused = subprocess.run(
            [str(self.codescan), "track", "suivi.csv", "--inventory", self.inventory(), "--dry-run", "--report",
             str(self.scratch / "none.pdf")], cwd=TABLES, env=environment, capture_output=True, text=True)
        equal((refused.returncode, "apt install weasyprint" in refused.stderr), (69, True), "without weasyprint")
        if not shutil.which("weasyprint"):
            raise Skip("weasyprint is not installed")
        data = self.report("suivi.pdf")
        equal(data[:5], b"%PDF-", "the first bytes")
        if not shutil.which("pdftotext"):
            raise Skip("poppler-utils is not installed")
        path = str(self.scratch / "suivi.pdf")
        facts = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
        for fact in ("Tagged:          yes", "(A4)", "Title:           Code source"):
            equal(fact in facts, True, fact)
        words = " ".join(subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout.split())
        for row in json.loads(self.report("suivi-rapport.json"))["rows"]:
            equal(row["title"].split()[0] in words, True, row["title"])
