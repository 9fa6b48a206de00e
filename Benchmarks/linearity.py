# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the time of `codescan identify` is proportional to the text: over sizes of plain text, and over inputs made to be
slow.

A size is measured on many files of it, a hostile input as four files and as one of four times the size, so that each
comparison is of the same bytes and the start of the program weighs alike on both sides.
"""
import shutil
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from hostile import hostile_inputs
from licensedb import LicenseDB
from measuring import costs, run
from results import Results, aligned
from writing import plain_text

# Bytes of a file, and how many files of it are cut from the plain text; the last repeats that text.
_SIZES = {10_000: 2_000, 100_000: 200, 1_000_000: 20, 10_000_000: 2, 100_000_000: 1}
_TEXT = 20_000_000
# A small hostile input is read as often as makes this many bytes.
_VOLUME = 10_000_000
# CPU per byte may be so many times that of a smaller file of plain text …
_SIZE_BOUND = 2
# … a hostile input's that of plain text (a text of nothing but names gives a match for every few words, and each is
# weighed and written out) …
_HOSTILE_BOUND = 20
# … and a hostile input's that of its quarters (1: linear, 4: quadratic).
_GROWTH_BOUND = 1.5
# An input so many times slower than plain text has missed already, and is not waited for.
_HOPELESS = 5 * _HOSTILE_BOUND


class Rate(NamedTuple):
    """How fast an input is read."""
    megabytes: float
    seconds: float

    @property
    def speed(self) -> float:
        """MB/s."""
        return self.megabytes / self.seconds

    def slower_than(self, other: "Rate") -> float:
        """How many times the other's CPU a byte takes."""
        return other.speed / self.speed


class _Reader:
    """Lets `codescan identify` read files made for it."""

    def __init__(self, codescan: str, scratch: Path) -> None:
        self._codescan = codescan
        self._folder = scratch / "texts"

    def rate(self, contents: Sequence[bytes], times: int = 1) -> Rate:
        """The files, each read so many times by one process."""
        return self.rates([contents], times)[0]

    def rates(self, inputs: Sequence[Sequence[bytes]], times: int = 1) -> list[Rate]:
        """The same for inputs that are held against one another."""
        commands = [self._command(str(number), contents, times) for number, contents in enumerate(inputs)]
        seconds = [run(command).cpu for command in commands]
        # Over some seconds a run's chance no longer shows.
        if min(seconds) < 2:
            seconds = [each.cpu for each in costs(commands, runs=3)]
        shutil.rmtree(self._folder)
        return [Rate(sum(map(len, contents)) * times / 1e6, cpu) for contents, cpu in zip(inputs, seconds)]

    def _command(self, name: str, contents: Sequence[bytes], times: int) -> list[str]:
        folder = self._folder / name
        folder.mkdir(parents=True)
        paths = [folder / str(number) for number in range(len(contents))]
        for path, content in zip(paths, contents):
            path.write_bytes(content)
        listing = self._folder / f"{name}.list"
        listing.write_text("".join(f"{path}\n" for path in paths) * times)
        return [self._codescan, "identify", "--files-from", str(listing)]


def sizes(codescan: str, database: LicenseDB, scratch: Path, results: Results) -> Rate:
    """Plain text in files from 10 kB to 100 MB. Returns the rate of the files of 10 MB."""
    reader = _Reader(codescan, scratch)
    text = plain_text(database, _TEXT, seed=0)
    rates: dict[int, Rate] = {}
    for size, count in _SIZES.items():
        whole = text * max(1, size // len(text))
        rates[size] = reader.rate([whole[start * size:(start + 1) * size] for start in range(count)])
    rows = [("plain text, a file", "files", "CPU", "speed")]
    rows += [(f"{size // 1000:,} kB", str(_SIZES[size]), f"{rate.seconds:.2f} s", f"{rate.speed:.1f} MB/s")
             for size, rate in rates.items()]
    print(f"\n{aligned(rows)}", flush=True)
    # Small files pay for being opened; what is not linear makes the larger of two sizes the dearer.
    small, large = max(combinations(rates, 2), key=lambda pair: rates[pair[1]].slower_than(rates[pair[0]]))
    ratio = rates[large].slower_than(rates[small])
    results.at_most("identify of 10 kB to 100 MB, a larger file / a smaller one, CPU per MB, worst",
                    f"{ratio:.2f} ({large // 1000:,} kB / {small // 1000:,} kB)", ratio, _SIZE_BOUND)
    return rates[10_000_000]


class _Hostile(NamedTuple):
    """A hostile input, measured."""
    size: int  # bytes of the whole
    speed: float  # MB/s
    cost: float  # CPU per byte, plain text's being 1
    growth: float | None  # CPU per byte of the whole, its quarters' being 1; None where it was not waited for

    @property
    def reached(self) -> bool:
        return self.cost <= _HOSTILE_BOUND and self.growth is not None and self.growth <= _GROWTH_BOUND

    def row(self, name: str) -> tuple[str, ...]:
        return (name, f"{self.size / 4e3:,.0f} kB", f"{self.size / 1e3:,.0f} kB",
                "-" if self.growth is None else f"{self.growth:.2f}", f"{self.speed:.2f} MB/s", f"{self.cost:.1f}",
                "pass" if self.reached else "MISS")


def _measured(reader: _Reader, pieces: Sequence[bytes], plain: Rate) -> _Hostile:
    size = sum(map(len, pieces))
    times = max(1, _VOLUME // size)
    first = reader.rate(pieces[:1], times)
    if first.slower_than(plain) > _HOPELESS:
        return _Hostile(size, first.speed, first.slower_than(plain), None)
    quarters, whole = reader.rates([pieces, [b"".join(pieces)]], times)
    return _Hostile(size, whole.speed, whole.slower_than(plain), whole.slower_than(quarters))


def hostile(codescan: str, database: LicenseDB, plain: Rate, scratch: Path, results: Results) -> None:
    """Inputs made to be slow, beside plain text in files of 10 MB."""
    reader = _Reader(codescan, scratch)
    inputs = {name: _measured(reader, generate(database), plain) for name, generate in hostile_inputs().items()}
    rows: list[tuple[str, ...]] = [("hostile input", "a quarter", "whole", "growth", "speed", "plain text / it", "")]
    rows += [measured.row(name) for name, measured in inputs.items()]
    print(f"\n{aligned(rows)}\n(bounds: growth {_GROWTH_BOUND}, plain text / it {_HOSTILE_BOUND})", flush=True)
    for what, ratios, bound in (
        ("hostile input / plain text, CPU per MB, worst", {n: i.cost for n, i in inputs.items()}, _HOSTILE_BOUND),
        ("hostile input four times as long, CPU per MB, worst",
         {n: i.growth for n, i in inputs.items() if i.growth is not None}, _GROWTH_BOUND),
    ):
        worst = max(ratios, key=lambda name: ratios[name])
        results.at_most(what, f"{ratios[worst]:.2f} ({worst})", ratios[worst], bound)
