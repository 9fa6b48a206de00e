# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""The repositories that a benchmark reads: found as codescan finds them, with their size and number of files."""
import os
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

# Nothing is fetched, asked for or looked up beyond the repository's own objects.
_GIT_ENVIRONMENT = {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "GIT_CONFIG_GLOBAL": os.devnull,
                    "GIT_CONFIG_NOSYSTEM": "1", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}


@dataclass(frozen=True)
class Repository:
    """A git directory."""
    path: Path

    @property
    def name(self) -> str:
        return self.path.parent.name if self.path.name == ".git" else self.path.name.removesuffix(".git")

    @cached_property
    def size(self) -> int:
        """Bytes of the git directory."""
        return sum(os.lstat(os.path.join(root, name)).st_size
                   for root, _, names in os.walk(self.path) for name in names)

    @cached_property
    def file_count(self) -> int:
        """Files in the tree of HEAD; 0 where there is none, or it cannot be read."""
        return self._git("ls-tree", "-r", "-z", "--name-only", "HEAD").count(b"\0")

    @cached_property
    def commit_count(self) -> int:
        """Commits that HEAD leads to through all parents; 0 where there are none, or one cannot be read."""
        return int(self._git("rev-list", "--count", "HEAD") or 0)

    def _git(self, *arguments: str) -> bytes:
        return subprocess.run(["git", "--git-dir", str(self.path), *arguments],
                              env=_GIT_ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout


def find(folders: Iterable[Path]) -> list[Repository]:
    """The repositories at folders and below, at any depth. Links are followed, each folder is entered once, so a loop
    of links ends and a repository that two of them lead to is listed once; nothing is looked for inside a repository."""
    found: list[Repository] = []
    seen: set[tuple[int, int]] = set()
    for folder in folders:
        for root, below, _ in os.walk(folder, followlinks=True):
            status = os.stat(root)
            identity = (status.st_dev, status.st_ino)
            path = Path(root)
            repository = next((p for p in (path, path / ".git") if _is_git_directory(p)), None)
            if identity in seen or repository:
                below.clear()
            if repository and identity not in seen:
                found.append(Repository(repository))
            seen.add(identity)
            below.sort()
    return found


def _is_git_directory(path: Path) -> bool:
    return (path / "HEAD").is_file() and (path / "objects").is_dir() and (path / "refs").is_dir()
