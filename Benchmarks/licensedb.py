# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""The texts of LicenseDB, from which the benchmark makes its inputs. Always in the same order."""
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

_KIND = re.compile(r"^is_(?:license_)?(text|notice|reference|tag|intro|clue|false_positive): yes$", re.MULTILINE)
_REQUIRED_PHRASE = re.compile(r"\{\{|\}\}")


@dataclass(frozen=True)
class Rule:
    kind: str  # text | notice | reference | tag | intro | clue | false_positive
    text: str


class LicenseDB:
    """The folder that `make licensedb` fetches."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def licenses(self) -> dict[str, str]:
        """Whole licence texts, by LicenseDB key."""
        texts = ((path.stem, _split(path)[1]) for path in sorted(self._folder.glob("licenses/*.LICENSE")))
        return {key: text for key, text in texts if text.strip()}

    @cached_property
    def rules(self) -> list[Rule]:
        rules = []
        for path in sorted(self._folder.glob("rules/*.RULE")):
            front, text = _split(path)
            if kind := _KIND.search(front):
                rules.append(Rule(kind[1], _REQUIRED_PHRASE.sub("", text)))
        return rules

    @cached_property
    def notices(self) -> list[str]:
        """What source files say at their head: notices of a few lines."""
        return [rule.text for rule in self.rules if rule.kind == "notice" and 80 <= len(rule.text) <= 1500]

    @cached_property
    def vocabulary(self) -> list[str]:
        """Every word of a rule, once."""
        return sorted({word for rule in self.rules for word in re.findall(r"[a-z]{2,}", rule.text.lower())})


def _split(path: Path) -> tuple[str, str]:
    """Front matter and text."""
    front, _, text = path.read_text(encoding="utf-8").removeprefix("---\n").partition("\n---\n")
    return front, text
