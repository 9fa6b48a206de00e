# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""What one command costs: wall time, CPU time and peak memory.

CPU is user + system time of the command and of its children. A command's output is thrown away; one that fails ends the
benchmark, since the time of a failure says nothing.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

# Exit status 2: the inventory is complete, and some repository in it could not be read.
COMPLETE = frozenset({0, 2})
MIB = 1024 * 1024


class Run(NamedTuple):
    wall: float  # seconds
    cpu: float  # seconds
    peak: int  # bytes of resident memory


def run(command: Sequence[str], stdin: Path | None = None, complete: frozenset[int] = COMPLETE) -> Run:
    """One run of a command; `complete` are the exit statuses of one that did its work."""
    with open(stdin or os.devnull, "rb") as source, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=source, stdout=subprocess.DEVNULL, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in complete:
            errors.seek(0)
            sys.exit(f"bench: {' '.join(command[:4])} … ended with {process.returncode}\n"
                     + errors.read().decode(errors="replace")[-2000:])
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def median(measure: Callable[[], float], runs: int) -> float:
    """The median of several runs, after one that warms the page cache and does not count."""
    measure()
    return statistics.median(measure() for _ in range(runs))


def costs(commands: Sequence[Sequence[str]], runs: int) -> list[Run]:
    """The medians of each command's times and memory, after one run that warms the page cache. The commands take turns, so
    that what else the machine does weighs alike on all of them."""
    for command in commands:
        run(command)
    rounds = [[run(command) for command in commands] for _ in range(runs)]
    return [Run(*map(statistics.median, zip(*each))) for each in zip(*rounds)]


def cpu(command: Sequence[str], runs: int, stdin: Path | None = None) -> float:
    """Median CPU time of a command, in seconds."""
    return median(lambda: run(command, stdin).cpu, runs)


def wall(command: Sequence[str], runs: int) -> float:
    """Median wall time of a command, in seconds."""
    return median(lambda: run(command).wall, runs)


def peak(command: Sequence[str], runs: int) -> float:
    """Median peak memory of a command, in bytes."""
    return median(lambda: run(command).peak, runs)
