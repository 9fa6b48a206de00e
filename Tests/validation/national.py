# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks of the formats that states publish in: the French repository schema, the United States' code.json."""
import json
import shutil
import subprocess
from pathlib import Path

import frictionless
import jsonschema

from checking import COMPLETE, PUBLISHED, ROOT, SCHEMAS, Skip, check_against, equal

RECORD = {
    "schemaVersion": 1, "kind": "github", "host": "github.com", "owner": "commune", "name": "menus", "id": "42",
    "url": "https://github.com/commune/menus", "description": "Les menus, « à la carte »", "homepage": "https://menus.example",
    "defaultBranch": "main", "language": "Python", "isFork": False, "isArchived": False, "createdAt": "2018-12-01T20:00:55Z",
    "updatedAt": "2024-01-02T03:04:05Z", "pushedAt": "2024-01-02T03:04:05Z", "stars": 3, "forks": 1, "openIssues": 0,
    "topics": ["cantine", "cantine", "=menus"], "license": "MIT", "formerNames": []}


class NationalChecks:
    """Every method named check_… is one check; its docstring is the sentence that is printed."""

    def __init__(self, codescan: Path, forges: str, scratch: Path) -> None:
        self.codescan, self.forges, self.scratch = codescan, forges, scratch
        self.known = scratch / "forges" / "github.com" / "commune"
        self.known.mkdir(parents=True)
        for name in ("menus", "agenda"):
            shutil.copytree(Path(forges, "forge.example.org/ministere/agenda-partage.git"), self.known / f"{name}.git")
            record = RECORD | {"name": name, "url": f"https://github.com/commune/{name}"}
            (self.known / f"{name}.forge.json").write_text(json.dumps(record), encoding="utf-8")

    def run(self, *arguments: str) -> subprocess.CompletedProcess:
        result = subprocess.run([str(self.codescan), "inventory", *arguments, "--no-cache", "--lang", "en"], cwd=ROOT,
                                stdin=subprocess.DEVNULL, capture_output=True)
        if result.returncode not in COMPLETE:
            raise AssertionError(f"exit status {result.returncode}\n" + result.stderr.decode(errors="replace")[-2000:])
        return result

    def published(self, name: str) -> Path:
        if not (PUBLISHED / name).exists():
            raise Skip("the published schema is not beside the checkout")
        return PUBLISHED / name

    def validate(self, path: Path, descriptor: dict) -> None:
        resource = frictionless.Resource(path=path.name, basepath=str(path.parent), encoding="utf-8",
                                         schema=frictionless.Schema.from_descriptor(descriptor))
        report = resource.validate()
        if not report.valid:
            raise AssertionError("\n".join(str(row) for row in report.flatten(["rowNumber", "fieldName", "note"])[:5]))

    def check_codegouv(self) -> None:
        """inventory --format codegouv has the published fields, in order, and is valid where the forge has spoken"""
        published = json.loads(self.published("codegouvfr-repository.tableschema.json").read_text(encoding="utf-8"))
        path = self.scratch / "codegouv.csv"
        path.write_bytes(self.run(str(self.known), "--format", "codegouv").stdout)
        # The published example of a topic is no part of the check; its types, constraints and order are.
        self.validate(path, {"fields": [{key: field[key] for key in ("name", "type", "format", "constraints") if key in field}
                                        for field in published["fields"]], "missingValues": [""]})
        own = json.loads((SCHEMAS / "codegouv.tableschema.json").read_text(encoding="utf-8"))
        self.validate(path, own)
        names = [(field["name"], field["type"]) for field in published["fields"]]
        equal([(field["name"], field["type"]) for field in own["fields"]], names, "our own copy of the fields")
        equal(path.read_text(encoding="utf-8").splitlines()[0].split(","), [name for name, _ in names], "the header")

    def check_codegouv_incomplete(self) -> None:
        """without the forge's word nothing is invented, and what the schema lacks is said"""
        result = self.run(self.forges, "--format", "codegouv-json")
        rows = json.loads(result.stdout)
        equal({row["stars_count"] for row in rows}, {None}, "stars that nobody counted")
        equal(f"{len(rows)} repositories lack what the national schema requires" in result.stderr.decode(), True, "the warning")

    def check_codejson(self) -> None:
        """inventory --format codejson is valid code.json 2.0.0: an object for one repository, an array for several"""
        schema = json.loads(self.published("code.json-2.0.0.json").read_text(encoding="utf-8"))
        validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
        one = json.loads(self.run(str(self.known / "menus.git"), "--format", "codejson").stdout)
        check_against(validator, one, "code.json")
        equal(one["permissions"]["licenses"][0]["name"], "MIT", "the licence")
        for project in json.loads(self.run(self.forges, "--format", "codejson").stdout):
            check_against(validator, project, project["name"])
