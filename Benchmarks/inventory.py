# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an inventory costs: beside licensee, which is what GitHub shows, beside libgit2 handing over the same blobs, and in
memory."""
import resource
import sys
from collections.abc import Sequence
from pathlib import Path

from measuring import MIB, costs, cpu, peak
from repositories import Repository
from results import Results, aligned

_LICENSEE = Path(__file__).resolve().parent / "licensee.rb"
# Files from which on a repository counts as large: start-up and commits no longer show there.
_LARGE = 10_000


def beside_licensee(codescan: str, forges: Sequence[str], repositories: Sequence[Repository], scratch: Path,
                    results: Results) -> None:
    """The default inventory of every repository, and licensee over the same ones in one Ruby process."""
    paths = scratch / "repositories"
    paths.write_text("".join(f"{repository.path}\n" for repository in repositories))
    ours = cpu([codescan, "inventory", *forges, "--no-cache", "--format", "json"], runs=5)
    theirs = cpu(["ruby", "-W0", str(_LICENSEE)], runs=5, stdin=paths)
    results.at_most("inventory / licensee, CPU", f"{ours:.2f} s / {theirs:.2f} s = {ours / theirs:.2f}",
                    ours / theirs, 1 / 3)


def beside_the_floor(codescan: str, repositories: Sequence[Repository], results: Results) -> None:
    """The full inventory of the large repositories, and the reading alone; of all where none is large."""
    large = [repository for repository in repositories if repository.file_count >= _LARGE]
    rows = [("repository", "files", "inventory --full", "floor", "ratio")]
    ours = floor = 0.0
    for group in [[repository] for repository in large] or [list(repositories)]:
        paths = [str(repository.path) for repository in group]
        full, reading = (each.cpu for each in costs(
            [[codescan, "inventory", *paths, "--full", "--jobs", "1", "--no-cache", "--format", "json"],
             [codescan, "bench-floor", *paths]], runs=3))
        ours, floor = ours + full, floor + reading
        rows.append((group[0].name if large else "all", str(sum(repository.file_count for repository in group)),
                     f"{full:.2f} s", f"{reading:.2f} s", f"{full / reading:.2f}"))
    found = f"{len(large)} of {len(repositories)} repositories hold {_LARGE:,} files or more"
    print(f"\n{found if large else found + ': all are measured'}\n{aligned(rows)}", flush=True)
    which = f"{len(large)} large repositories" if large else "all repositories"
    results.at_most(f"inventory --full / libgit2 handing over the blobs, {which}, CPU",
                    f"{ours:.2f} s / {floor:.2f} s = {ours / floor:.2f}", ours / floor, 2)


def memory(codescan: str, repositories: Sequence[Repository], results: Results) -> None:
    """Peak memory of a full inventory of the repository with the largest git directory."""
    largest = max(repositories, key=lambda repository: repository.size)
    bytes_ = peak([codescan, "inventory", str(largest.path), "--full", "--no-cache", "--format", "json"], runs=3)
    # A process begins its life as a copy of this one, and the kernel counts that: measure before this one grows.
    if bytes_ <= resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024:
        sys.exit("bench: the measuring program is larger than what it measures; take the memory first.")
    results.below(f"inventory --full of {largest.name} ({largest.size / MIB:.1f} MiB), peak memory",
                  f"{bytes_ / 1e6:.0f} MB", bytes_ / 1e6, 200, " MB")
