# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the tracking table costs: a made-up one of ten thousand commitments over the forges' inventory."""
import csv
import json
import random
from collections.abc import Sequence
from pathlib import Path

from measuring import cpu, peak, run
from results import Results

_ROWS = 10_000
_COLUMNS = ["Titre", "Type", "Producteur"] + [
    f"{name}_{kind}" for kind in ("Telechargement", "API", "Code_Source")
    for name in ("Producteur", "Statut", "URL", "Date_estimee")]


def table(codescan: str, forges: Sequence[str], scratch: Path, results: Results) -> None:
    inventory = scratch / "inventory.json"
    run([codescan, "inventory", *forges, "--no-cache", "--no-progress", "--format", "json", "-o", str(inventory)])
    entries = json.loads(inventory.read_bytes())["entries"]
    seconds = {}
    for count in (_ROWS // 10, _ROWS):
        path = scratch / f"suivi-{count}.csv"
        _write(path, entries, count)
        command = [codescan, "track", str(path), "--inventory", str(inventory), "-o", str(scratch / "filled.csv")]
        seconds[count] = cpu(command, runs=5)
        memory = peak(command, runs=3) / 1e6
    ratio = seconds[_ROWS] / seconds[_ROWS // 10]
    results.at_most(f"track, {_ROWS:,} commitments / a tenth of them, CPU",
                    f"{seconds[_ROWS]:.2f} s / {seconds[_ROWS // 10]:.3f} s = {ratio:.1f}", ratio, 12)
    results.below(f"track, {_ROWS:,} commitments, peak memory", f"{memory:.0f} MB", memory, 200, " MB")


def _write(path: Path, entries: list[dict], count: int) -> None:
    """A commitment names a repository, a file in one, an account, something else, or nothing but its title."""
    chosen = random.Random(1)
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file, delimiter=";")
        rows.writerow(_COLUMNS)
        for number in range(count):
            entry = chosen.choice(entries)
            url = entry["url"] or ""
            address = chosen.choice(
                [url, url + "/blob/main/README.md", url.rpartition("/")[0], f"https://git.example/a/{number}", ""])
            status = chosen.choice(["Disponible", "Planifié", "Partiellement disponible", "Non disponible", ""])
            title = f"{entry['name'].replace('-', ' ')} {number}"
            rows.writerow([title, "Téléchargement,Code source", "Ministère", *[""] * 9, status, address, ""])
