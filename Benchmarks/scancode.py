# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""codescan beside ScanCode, the field's reference, on the same files.

ScanCode runs in one process. What it takes to start, and to read its index, is measured on a file of one word and left
out; codescan's own start is left in.
"""
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from measuring import cpu, run
from results import Results

# Exit status 1: the scan is complete, and some file in it took too long.
_COMPLETE = frozenset({0, 1})


def chosen_files(folder: Path, listing: Path | None) -> list[str]:
    """The files to compare on, as paths in the folder: those of a list, one a line, or all."""
    if listing:
        return listing.read_text(encoding="utf-8").splitlines()
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def beside_scancode(scancode: str, codescan: str, folder: Path, files: Sequence[str], scratch: Path,
                    results: Results) -> None:
    """ScanCode's CPU over codescan's on the files of a folder."""
    tree, trivial = scratch / "files", scratch / "trivial"
    for name in files:
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        try:
            shutil.copyfile(folder / name, tree / name)
        except OSError as error:
            sys.exit(f"bench: {folder / name}: {error.strerror}; BENCH_LIST holds paths in BENCH_FILES, one a line.")
    trivial.mkdir()
    (trivial / "a.txt").write_text("word\n")

    def theirs(target: Path) -> list[str]:
        return [scancode, "--quiet", "--license", "--strip-root", "--processes", "0", "--json",
                str(scratch / "scancode.json"), str(target)]

    def ours(target: Path) -> list[str]:
        return [codescan, "identify", str(target), "--format", "jsonl"]

    said = subprocess.run([scancode, "--version"], stdout=subprocess.PIPE, text=True, check=True).stdout
    version = said.splitlines()[0].split()[-1]
    run(theirs(trivial), complete=_COMPLETE)
    their_start = run(theirs(trivial), complete=_COMPLETE).cpu
    # One run: it takes minutes, and a second one tells nothing that a ratio of hundreds needs.
    their_work = run(theirs(tree), complete=_COMPLETE).cpu - their_start
    our_start, our_whole = cpu(ours(trivial), runs=5), cpu(ours(tree), runs=5)
    megabytes = sum((tree / name).stat().st_size for name in files) / 1e6
    print(f"\n{len(files)} files, {megabytes:.1f} MB, CPU\n"
          f"ScanCode {version}: {their_work:.1f} s, its start of {their_start:.1f} s left out\n"
          f"codescan: {our_whole:.3f} s, its start of {our_start:.3f} s left in; without it the ratio is "
          f"{their_work / (our_whole - our_start):.0f}", flush=True)
    results.at_least(f"ScanCode {version} / identify, {len(files)} files, CPU",
                     f"{their_work:.1f} s / {our_whole:.3f} s = {their_work / our_whole:.0f}", their_work / our_whole, 300)
