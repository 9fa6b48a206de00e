# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""Starts the servers of this folder from Python, for the checks that are written in it."""
import http.client
import json
import ssl
import subprocess
import sys
import urllib.parse
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent


class Server:
    """A server of this folder, running; a context manager that stops it by closing its standard input."""

    def __init__(self, program: str, *arguments: str, secure: bool = False) -> None:
        self.process = subprocess.Popen([sys.executable, "-B", str(HERE / program), *arguments], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)
        assert self.process.stdout
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"{program} did not start")
        self.port: int = json.loads(line)["port"]
        self.base = f"{'https' if secure else 'http'}://localhost:{self.port}"

    def __enter__(self) -> "Server":
        return self

    def __exit__(self, *_: object) -> None:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.close()
        self.process.wait(20)
        self.process.stdout.close()

    def tell(self, word: str) -> dict[str, Any]:
        """`stats` or `reload`, and what the server says to it."""
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(word + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())


@dataclass
class Reply:
    """An HTTP response, whole."""
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    def next_link(self) -> str | None:
        """The address of the next page, from the Link header."""
        for part in self.headers.get("link", "").split(", "):
            address, _, relation = part.partition("; ")
            if relation == 'rel="next"':
                return address.strip("<>")
        return None


def ask(address: str, headers: dict[str, str] | None = None, body: bytes | None = None,
        authority: Path | None = None, timeout: float = 20) -> Reply:
    """One request on a connection of its own; no redirect is followed."""
    parts = urllib.parse.urlsplit(address)
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    if parts.scheme == "https":
        context = ssl.create_default_context(cafile=authority and str(authority))
        connection: http.client.HTTPConnection = http.client.HTTPSConnection(
            parts.hostname or "", parts.port, timeout=timeout, context=context)
    else:
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=timeout)
    try:
        connection.request("GET" if body is None else "POST", target, body, headers or {})
        response = connection.getresponse()
        return Reply(response.status, {name.lower(): value for name, value in response.getheaders()}, response.read())
    finally:
        connection.close()


def all_pages(address: str, headers: dict[str, str] | None = None) -> list[Reply]:
    """A listing from its first page to its last, by its Link headers."""
    pages, following = [], address
    while following:
        pages.append(ask(following, headers))
        following = pages[-1].next_link() or ""
    return pages
