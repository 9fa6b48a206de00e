# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the checks of this folder share."""
import json
from pathlib import Path

import jsonschema
import yaml

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "Schemas"
PUBLISHED = ROOT.parent / "shared" / "schemas"
# A run over a forge that holds an unreadable or unborn repository is complete, and says so by 2.
COMPLETE = (0, 2)


class Skip(Exception):
    """Why a check was not made."""


class YAML12(yaml.SafeLoader):
    """YAML 1.2's core schema: a date is a string, as every JSON reader sees it."""


YAML12.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()}


def schema(name: str) -> dict:
    return json.loads((SCHEMAS / name).read_text(encoding="utf-8"))


def check_against(validator: jsonschema.Draft202012Validator, value: object, what: str) -> None:
    errors = sorted(validator.iter_errors(value), key=lambda error: list(map(str, error.absolute_path)))
    if errors:
        first = [f"{error.json_path}: {error.message[:300]}" for error in errors[:5]]
        raise AssertionError(f"{what}: {len(errors)} errors\n" + "\n".join(first))


def equal(got: object, wanted: object, what: str) -> None:
    if got != wanted:
        raise AssertionError(f"{what}: {got!r} where {wanted!r} is expected")
