# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""What goes wrong on purpose, and for which requests: the scenario's `faults`, tried in their order, the first that is due wins.

README.md has the table of the kinds.
"""
import fnmatch
import threading
from typing import Any

# Each kind of fault and the members that it takes beside `on`, `kind`, `skip` and `times`.
KINDS: dict[str, frozenset[str]] = {
    "status": frozenset({"status", "headers", "body"}),
    "rate-limit": frozenset({"status", "retry_after", "reset_in"}),
    "truncate": frozenset({"bytes"}),
    "malformed": frozenset(),
    "html": frozenset({"status"}),
    "slow": frozenset({"bytes_per_second"}),
    "endless": frozenset(),
    "flood": frozenset(),
    "wrong-length": frozenset({"by"}),
    "redirect": frozenset({"status", "to"}),
    "reset": frozenset({"bytes"}),
    "hang": frozenset({"seconds"}),
    "stall": frozenset({"bytes", "seconds"}),
    "etag-changing": frozenset(),
}


class Fault:
    """One entry of `faults`, which counts the requests that it meets."""

    def __init__(self, values: dict[str, Any]) -> None:
        self.values, self.kind, self.on = values, values["kind"], values["on"]
        if self.kind not in KINDS:
            raise ValueError(f"faults: {self.kind!r} is none of {', '.join(KINDS)}")
        unknown = set(values) - KINDS[self.kind] - {"on", "kind", "skip", "times"}
        if unknown:
            raise ValueError(f"faults: {self.kind} takes no {sorted(unknown)}")
        self.met = 0

    def __getitem__(self, key: str) -> Any:
        return self.values[key]

    def get(self, key: str, default: Any) -> Any:
        return self.values.get(key, default)

    def is_due(self, target: str) -> bool:
        """Whether it befalls this request: one that `on` matches, past the first `skip` of them, `times` of them in all."""
        if not fnmatch.fnmatchcase(target, self.on):
            return False
        self.met += 1
        skipped = self.values.get("skip", 0)
        return skipped < self.met <= skipped + self.values.get("times", 1 << 62)


class Faults:
    """All of a scenario's faults."""

    def __init__(self, values: list[dict[str, Any]]) -> None:
        self.faults = [Fault(one) for one in values]
        self.lock = threading.Lock()

    def due(self, method: str, target: str) -> Fault | None:
        """The fault for a request; `target` is its path with its query, as it came."""
        with self.lock:
            for fault in self.faults:
                if fault.is_due(f"{method} {target}"):
                    return fault
        return None
