# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""The table that a benchmark ends with: what was measured, what was wanted, and whether it was reached."""
from collections.abc import Sequence


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """Rows as lines of text, each column as wide as its widest cell."""
    widths = [max(map(len, column)) for column in zip(*rows)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows)


class Results:
    """Collects measurements; `missed` counts the targets that were not reached."""

    def __init__(self) -> None:
        self.missed = 0
        self._rows = [("", "measured", "target", "")]

    def below(self, what: str, measured: str, value: float, target: float, unit: str = "") -> None:
        """A value that has to stay under its target."""
        self._add(what, measured, f"< {target:.3g}{unit}", value < target)

    def at_most(self, what: str, measured: str, value: float, target: float) -> None:
        """A value that may be its target and no more."""
        self._add(what, measured, f"≤ {target:.3g}", value <= target)

    def at_least(self, what: str, measured: str, value: float, target: float) -> None:
        """A value that has to reach its target."""
        self._add(what, measured, f"≥ {target:.3g}", value >= target)

    def _add(self, what: str, measured: str, target: str, reached: bool) -> None:
        self.missed += not reached
        self._rows.append((what, measured, target, "pass" if reached else "MISS"))

    def __str__(self) -> str:
        return aligned(self._rows)
