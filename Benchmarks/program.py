# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the program itself costs: its start, and making its index."""
from collections.abc import Sequence
from pathlib import Path

from measuring import run, wall
from results import Results


def start(codescan: str, scratch: Path, results: Results) -> None:
    """From the shell's prompt and back, for one small file."""
    small = scratch / "small.c"
    # REUSE-IgnoreStart
    small.write_text("/* SPDX-License-Identifier: EUPL-1.2 */\n" + "int main(void) { return 0; }\n" * 34)
    # REUSE-IgnoreEnd
    ours = wall([codescan, "identify", str(small)], runs=30) * 1000
    nothing = wall(["/bin/true"], runs=30) * 1000
    results.below("identify of a 1 kB file, wall", f"{ours:.1f} ms (/bin/true {nothing:.1f} ms)", ours, 20, " ms")


def index(codescan: str, rules: Sequence[str], scratch: Path, results: Results) -> None:
    path = scratch / "licenses.idx"
    build = run([codescan, "index", "build", *rules, "-o", str(path)])
    results.below("index build, wall", f"{build.wall:.1f} s", build.wall, 60, " s")
    megabytes = path.stat().st_size / 1e6
    results.below("index, size", f"{megabytes:.1f} MB", megabytes, 100, " MB")
