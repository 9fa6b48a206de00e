# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a history month by month costs, beside one inventory and libgit2 walking the same repositories' commits."""
from collections.abc import Sequence

from measuring import cpu
from repositories import Repository
from results import Results, aligned

# Repositories that are measured: those with the most commits.
_COUNT = 10


def every_month(codescan: str, repositories: Sequence[Repository], results: Results) -> None:
    """The history of the repositories with the most commits, each alone in the table and all together in the result."""
    longest = sorted(repositories, key=lambda repository: repository.commit_count, reverse=True)[:_COUNT]
    rows = [("repository", "commits", "history", "inventory", "walk", "ratio")]
    for group in [*([repository] for repository in longest), longest]:
        paths = [str(repository.path) for repository in group]
        history = cpu([codescan, "history", *paths, "--every", "month", "--no-cache", "--format", "json"], runs=3)
        inventory = cpu([codescan, "inventory", *paths, "--no-cache", "--format", "json"], runs=3)
        walk = cpu([codescan, "bench-floor", "--commits", *paths], runs=3)
        ratio = history / (inventory + walk)
        rows.append((group[0].name if len(group) == 1 else "together",
                     str(sum(repository.commit_count for repository in group)), f"{history:.2f} s",
                     f"{inventory:.2f} s", f"{walk:.2f} s", f"{ratio:.2f}"))
    print(f"\nhistory --every month, the {len(longest)} repositories with the most commits\n{aligned(rows)}", flush=True)
    results.below("history --every month / (inventory + walk of all commits), CPU",
                  f"{history:.2f} s / ({inventory:.2f} s + {walk:.2f} s) = {ratio:.2f}", ratio, 3)
