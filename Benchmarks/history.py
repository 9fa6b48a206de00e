# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a history month by month costs, beside one inventory and libgit2 walking the same repositories' commits: in CPU time,
and in the time that a user waits, since histories are read side by side."""
from collections.abc import Sequence

from measuring import costs
from repositories import Repository
from results import Results, aligned

# Repositories that are measured: those with the most commits.
_COUNT = 10


def every_month(codescan: str, repositories: Sequence[Repository], results: Results) -> None:
    """The history of the repositories with the most commits, each alone in the table and all together in the result."""
    longest = sorted(repositories, key=lambda repository: repository.commit_count, reverse=True)[:_COUNT]
    rows = [("repository", "commits", "CPU: history", "inventory", "walk", "ratio",
             "elapsed: history", "inventory", "walk", "ratio")]
    for group in [*([repository] for repository in longest), longest]:
        paths = [str(repository.path) for repository in group]
        history, inventory, walk = costs(
            [[codescan, "history", *paths, "--every", "month", "--no-cache", "--format", "json"],
             [codescan, "inventory", *paths, "--no-cache", "--format", "json"],
             [codescan, "bench-floor", "--commits", *paths]], runs=3)
        rows.append((group[0].name if len(group) == 1 else "together",
                     str(sum(repository.commit_count for repository in group)),
                     *_cells(history.cpu, inventory.cpu, walk.cpu), *_cells(history.wall, inventory.wall, walk.wall)))
    print(f"\nhistory --every month, the {len(longest)} repositories with the most commits\n{aligned(rows)}", flush=True)
    for what, ours, once, commits in [("CPU", history.cpu, inventory.cpu, walk.cpu),
                                      ("elapsed", history.wall, inventory.wall, walk.wall)]:
        ratio = ours / (once + commits)
        results.below(f"history --every month / (inventory + walk of all commits), {what}",
                      f"{ours:.2f} s / ({once:.2f} s + {commits:.2f} s) = {ratio:.2f}", ratio, 3)


def _cells(history: float, inventory: float, walk: float) -> tuple[str, ...]:
    return (*(f"{seconds:.2f} s" for seconds in (history, inventory, walk)), f"{history / (inventory + walk):.2f}")
