# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""Response objects made from the templates of Fixtures/forge-responses.

A template is a whole response about one invented repository, readable as it is and valid against the forge's published
description; another repository's response is the same text with its address, owner, name and numbers put in.
"""
import functools
import json
import re
from pathlib import Path
from typing import Any

TEMPLATES = Path(__file__).resolve().parents[2] / "Fixtures" / "forge-responses"
# What stands in the templates for what differs from one repository to another.
PARTS = re.compile(r"(https://forge\.example\.org/api/v3|https://forge\.example\.org|forge\.example\.org"
                   r"|example-ministry|solar-register|\b710001\b|\b4101\b)")


@functools.cache
def pieces(name: str) -> list[str]:
    """A template's text cut at its parts: every second piece is one. On one line, as the forges send it."""
    text = json.dumps(json.loads((TEMPLATES / name).read_text(encoding="utf-8")), ensure_ascii=False)
    return PARTS.split(text)


def filled(name: str, base: str, api: str = "", owner: str = "example-ministry", repository: str = "solar-register",
           number: int = 710001, owner_number: int = 4101) -> Any:
    """A template with its parts put in. `base` is the server's address, `api` what its REST paths begin with."""
    parts = {
        "https://forge.example.org/api/v3": base + api, "https://forge.example.org": base, "forge.example.org": "localhost",
        "example-ministry": json.dumps(owner, ensure_ascii=False)[1:-1],
        "solar-register": json.dumps(repository, ensure_ascii=False)[1:-1],
        "710001": str(number), "4101": str(owner_number)}
    return json.loads("".join(parts.get(piece, piece) for piece in pieces(name)))


def milliseconds(date: str | None) -> str | None:
    """A date as GitLab writes it."""
    return date and date.replace("Z", ".000Z")


# The forges' names for the licences that the tests speak of; any other is written as the forge writes one it does not know.
LICENSE_NAMES = {
    "EUPL-1.2": "European Union Public License 1.2", "MIT": "MIT License", "Apache-2.0": "Apache License 2.0",
    "GPL-3.0": "GNU General Public License v3.0", "AGPL-3.0": "GNU Affero General Public License v3.0",
    "CECILL-2.1": "CeCILL Free Software License Agreement v2.1"}


def license_name(identifier: str) -> str:
    return LICENSE_NAMES.get(identifier, "Other")
