# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""git over smart HTTP: the paths of a loopback forge that are a repository's, and `git http-backend` (CGI) behind them."""
import io
import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

from bodies import CHUNK
from scenario import Repository, Scenario

GIT_PATH = re.compile(r"/(?P<path>[^/].*?)(?:\.git)?(?P<rest>/info/refs|/git-upload-pack|/git-receive-pack|/HEAD|/objects/.+)")
# Forges that answer 401 for what is not there, so as not to say what is private.
ASKS_INSTEAD = ("github", "gitlab", "gitea", "forgejo")
# What the large forges allow, and git's own server does not by default.
SETTINGS = {"safe.directory": "*", "uploadpack.allowFilter": "true", "uploadpack.allowAnySHA1InWant": "true"}


@dataclass(frozen=True)
class GitPath:
    """A repository's path on the forge, and what of it is asked for."""
    path: str
    rest: str


def git_path(path: str) -> GitPath | None:
    """What a URL's path asks of git, or None when it is none of git's."""
    found = GIT_PATH.fullmatch(path)
    if found is None or ".." in found["path"].split("/"):
        return None
    return GitPath(found["path"], found["rest"])


@dataclass(frozen=True)
class Found:
    """Where a request goes: a folder to serve, another address, or a refusal."""
    status: int
    folder: str = ""
    location: str = ""


def locate(scenario: Scenario, root: Path, asked: GitPath, query: str, base: str, authenticated: bool) -> Found:
    """The repository that a path means, as the forge sees it: renamed, private, gone, or on the disk without being listed."""
    one, former = scenario.find(asked.path)
    refusal = Found(scenario.option("missing_git", 401 if scenario.forge in ASKS_INSTEAD and not authenticated else 404))
    if one is None:
        listed = any(True for _ in scenario.all_named(asked.path.lower()))
        folder = asked.path + ".git"
        return Found(200, folder) if not listed and (root / folder).is_dir() else refusal
    if one.visibility == "private" and not authenticated:
        return refusal
    if former:
        suffix = "" if scenario.forge == "sourcehut" else ".git"
        return Found(301, location=f"{base}/{one.path}{suffix}{asked.rest}" + (f"?{query}" if query else ""))
    return Found(200, one.folder) if on_disk(one, root) else refusal


def on_disk(one: Repository, root: Path) -> bool:
    return not one.git_missing and (root / one.folder).is_dir()


def environment(root: Path, folder: str, asked: GitPath, method: str, query: str, headers: Message,
                length: int) -> dict[str, str]:
    settings = {"GIT_CONFIG_COUNT": str(len(SETTINGS))}
    for index, (key, value) in enumerate(SETTINGS.items()):
        settings |= {f"GIT_CONFIG_KEY_{index}": key, f"GIT_CONFIG_VALUE_{index}": value}
    return {
        "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LC_ALL": "C", "HOME": "/nonexistent", "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": "/dev/null", **settings, "GIT_PROJECT_ROOT": str(root), "GIT_HTTP_EXPORT_ALL": "1",
        "PATH_INFO": f"/{folder}{asked.rest}", "REQUEST_METHOD": method, "QUERY_STRING": query, "REMOTE_ADDR": "127.0.0.1",
        "CONTENT_TYPE": headers.get("Content-Type", ""), "CONTENT_LENGTH": str(length),
        "HTTP_CONTENT_ENCODING": headers.get("Content-Encoding", ""), "GIT_PROTOCOL": headers.get("Git-Protocol", "")}


class Backend:
    """A run of `git http-backend`: its status, its headers, then its body as it comes."""

    def __init__(self, variables: dict[str, str], body: bytes) -> None:
        self.process: subprocess.Popen[bytes] = subprocess.Popen(["git", "http-backend"], env=variables, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert self.process.stdin and self.process.stdout
        try:
            self.process.stdin.write(body)
            self.process.stdin.close()
        except BrokenPipeError:
            # It has refused the request before reading it all; its answer says why.
            pass
        self.status, self.headers = 200, {}
        for line in iter(self.process.stdout.readline, b""):
            name, _, value = line.decode("latin-1").strip().partition(": ")
            if not name:
                break
            if name.lower() == "status":
                self.status = int(value.split()[0])
            else:
                self.headers[name] = value

    def body(self) -> Iterator[bytes]:
        assert isinstance(self.process.stdout, io.BufferedReader)
        try:
            while chunk := self.process.stdout.read1(CHUNK):
                yield chunk
        finally:
            self.process.kill()
            self.process.wait()
            self.process.stdout.close()
