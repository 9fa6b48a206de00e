# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""A forge on loopback: its API and its git over HTTP or HTTPS, by a scenario, with faults on purpose. README.md says how.

It prints {"port": N} when it listens, and stops after --lifetime seconds or when its standard input, if a pipe, closes. A line
`reload` on its standard input makes it read the scenario again, a line `stats` makes it print its counts.
"""
import argparse
import json
import os
import ssl
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any

from loopback_lifetime import starter_is_a_pipe
from scenario import FORGES, make_scenario, read_scenario
from serving import Forge


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scenario", type=Path, help="a JSON file: what the forge holds and does")
    parser.add_argument("--simulate", type=int, metavar="N", 
                        help="instead: an account of N repositories, made as they are asked for")
    parser.add_argument("--forge", choices=FORGES, default="github", help="the forge's kind, with --simulate")
    parser.add_argument("--root", type=Path, help="the folder of the bare repositories (default: an empty one)")
    parser.add_argument("--tls", nargs=2, type=Path, metavar=("CERT", "KEY"), help="speak HTTPS")
    parser.add_argument("--port", type=int, default=0, help="0: one that is free")
    parser.add_argument("--log", type=Path, help="append a JSON line for every request")
    parser.add_argument("--lifetime", type=float, default=300, metavar="SECONDS")
    chosen = parser.parse_args()
    if (chosen.scenario is None) == (chosen.simulate is None):
        parser.error("one of --scenario and --simulate is needed")
    return chosen


def say(value: dict[str, Any]) -> None:
    print(json.dumps(value), flush=True)


def obey(forge: Forge, scenario: Path | None) -> None:
    """Carries out the lines of standard input until it closes. Only a pipe's end means that the starter has gone."""
    if not starter_is_a_pipe():
        return
    for line in sys.stdin:
        if line.strip() == "stats":
            with forge.lock:
                say(dict(forge.totals))
        elif line.strip() == "reload" and scenario:
            try:
                forge.reload(scenario)
                say({"reloaded": True})
            except (OSError, ValueError, TypeError) as error:
                say({"reloaded": False, "error": str(error)})
        else:
            say({"error": f"{line.strip()!r} is neither stats nor reload"})
    forge.stopping.set()


def main() -> None:
    chosen = arguments()
    scenario = read_scenario(chosen.scenario) if chosen.scenario else make_scenario(
        {"forge": chosen.forge, "simulate": {"repositories": chosen.simulate}})
    tls = None
    if chosen.tls:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(*map(str, chosen.tls))
        tls.set_alpn_protocols(["http/1.1"])
    with tempfile.TemporaryDirectory() as empty:
        root = (chosen.root or Path(empty)).resolve()
        forge = Forge(chosen.port, scenario, root, chosen.log, tls)
        for target, values in ((forge.serve_forever, (0.05,)), (obey, (forge, chosen.scenario))):
            threading.Thread(target=target, args=values, daemon=True).start()
        say({"port": forge.server_address[1]})
        forge.stopping.wait(chosen.lifetime)
        forge.stopping.set()
        forge.shutdown()
        forge.server_close()
    # Threads may still be reading from clients or from standard input: nothing waits for them.
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
