# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""`git daemon` on loopback for the git:// protocol, with the same manners as forge_server.py: one JSON line when it listens, a
lifetime, an end with standard input.

    python3 -B git_daemon.py --root DIR [--port 0] [--lifetime SECONDS]
"""
import argparse
import json
import os
import signal
import socket
import subprocess
import time
from pathlib import Path

from loopback_lifetime import wait_for_the_end


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_it_listens(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError("git daemon does not listen")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, required=True)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--lifetime", type=float, default=300, metavar="SECONDS")
    chosen = parser.parse_args()
    root, port = chosen.root.resolve(), chosen.port or free_port()
    environment = {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "HOME": "/nonexistent", "GIT_CONFIG_NOSYSTEM": "1",
                   "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory",
                   "GIT_CONFIG_VALUE_0": "*"}
    # A session of its own: git runs the daemon, and the daemon a process for each transfer; all end together.
    daemon = subprocess.Popen(["git", "daemon", "--reuseaddr", "--export-all", "--listen=127.0.0.1", f"--port={port}",
                               f"--base-path={root}", str(root)], env=environment, stdin=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        wait_until_it_listens(port)
        print(json.dumps({"port": port}), flush=True)
        wait_for_the_end(chosen.lifetime)
    finally:
        os.killpg(daemon.pid, signal.SIGTERM)
        daemon.wait()


if __name__ == "__main__":
    main()
