# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a maintainer's build pays: `codescan check` on a work tree of 10,000 files, beside `git status` of the same tree."""
import subprocess
from pathlib import Path

from licensedb import LicenseDB
from measuring import peak, wall
from results import Results
from writing import Writer

_FILES = 10_000


def work_tree(codescan: str, database: LicenseDB, scratch: Path, results: Results) -> None:
    tree = scratch / "work-tree"
    writer = Writer(seed=7)
    for number in range(_FILES):
        path = tree / f"src/part{number % 100}/section{number % 7}" / f"file{number}.c"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(writer.function() for _ in range(4)))
    (tree / "LICENSE").write_text(database.licenses["mit"])
    (tree / "README.md").write_text("# A project\n\n## Licence\n\nMIT\n")
    (tree / ".gitignore").write_text("*.o\n/build/\n**/cache/*.tmp\n")
    git = ["git", "-C", str(tree), "-c", "user.name=bench", "-c", "user.email=bench@example.org"]
    for command in (["init", "-q"], ["add", "--all"], ["commit", "-q", "-m", "All"]):
        subprocess.run(git + command, check=True)
    check = [codescan, "check", str(tree)]
    ours = wall(check, runs=10) * 1000
    status = wall(["git", "-C", str(tree), "status", "--porcelain"], runs=10) * 1000
    results.below(f"check of a work tree of {_FILES:,} files, wall", f"{ours:.0f} ms (git status {status:.0f} ms)", ours, 300,
                  " ms")
    megabytes = peak(check, runs=3) / 1e6
    results.below(f"check of a work tree of {_FILES:,} files, peak memory", f"{megabytes:.0f} MB", megabytes, 150, " MB")
