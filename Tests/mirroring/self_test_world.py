# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the checks of the loopback forges share: a world, a server of it with changes, its log."""
import json
import subprocess
import tempfile
import unittest
from pathlib import Path
from typing import Any

import git_world
from loopback import Server

TOKEN = "an-invented-token"
ENVIRONMENT = {**git_world.ENVIRONMENT, "GIT_TERMINAL_PROMPT": "0"}


def clone(address: str, into: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["git", *options, "clone", "--quiet", "--mirror", address, str(into)], capture_output=True,
                          env={**ENVIRONMENT, **environment}, stdin=subprocess.DEVNULL, check=False)


class World(unittest.TestCase):
    """A world made once for all the tests that read it."""
    temporary: tempfile.TemporaryDirectory[str]
    folder: Path
    root: Path
    scenario: dict[str, Any]

    @classmethod
    def setUpClass(cls) -> None:
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.folder = Path(cls.temporary.name)
        cls.root = cls.folder / "root"
        cls.scenario = git_world.make_world(cls.root, megabytes=3)

    def forge(self, *arguments: str, tls: str | None = None, **changes: Any) -> Server:
        """A server of the world with changes to its scenario."""
        self.path = self.folder / "changed.json"
        self.path.write_text(json.dumps({**self.scenario, "tokens": [TOKEN], **changes}), encoding="utf-8")
        self.log_path = self.folder / "log.jsonl"
        self.log_path.unlink(missing_ok=True)
        secure = []
        if tls:
            secure = ["--tls", str(self.folder / "tls" / f"{tls}.pem"), str(self.folder / "tls" / f"{tls}.key")]
        return Server("forge_server.py", "--scenario", str(self.path), "--root", str(self.root), "--log", str(self.log_path),
                      *secure, *arguments, secure=tls is not None)

    def log(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.log_path.read_text(encoding="utf-8").splitlines()]
