# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files to compare detectors on where none are given: made from LicenseDB and the licences that Debian carries, the same
on every run."""
import shutil
from pathlib import Path

from licensedb import LicenseDB
from writing import Writer, commented

_DEBIAN = Path("/usr/share/common-licenses")
_OF_EACH_KIND = 20


def write(database: LicenseDB, folder: Path) -> None:
    """Licence texts as they are and with words changed, sources under a notice, readmes that name a licence, sources that
    say nothing, and Debian's licences where they are."""
    writer = Writer(seed=1)
    choose = writer.random.choice
    # Beyond that size they are a few odd ones, and would be most of the bytes.
    texts = [text for text in database.licenses.values() if len(text) < 40_000]
    references = [rule.text for rule in database.rules if rule.kind == "reference"]

    def put(name: str, text: str) -> None:
        (folder / name).write_text(text, encoding="utf-8")

    def source(size: int = 6_000) -> str:
        return "".join(writer.function() for _ in range(size // 600))

    def edited(text: str) -> str:
        words = text.split(" ")
        words[25::50] = writer.words(len(words[25::50]))
        return " ".join(words)

    for number in range(_OF_EACH_KIND):
        put(f"{number:02}.LICENSE", "Copyright (c) 2020 The authors\n\n" + choose(texts))
        put(f"{number:02}.COPYING", edited(choose(texts)))
        put(f"{number:02}.c", commented(choose(database.notices)) + source())
        put(f"{number:02}.md", f"{writer.document(2_000)}\n## Licence\n\n{choose(references)}\n")
        put(f"{number:02}.h", source())
    for path in sorted(_DEBIAN.glob("*")):
        if path.is_file() and not path.is_symlink():
            shutil.copyfile(path, folder / f"debian-{path.name}")
