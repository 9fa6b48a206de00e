# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small bare repositories for a loopback forge, the same every time, and what happens to them between two runs of a mirror.

    python3 -B git_world.py DIR                      the eight repositories of `make_world`, and DIR/scenario.json
    python3 -B git_world.py DIR --count 50           as many ordinary repositories more
    python3 -B git_world.py DIR --megabytes 20       how large the large one is (default 20)
    python3 -B git_world.py DIR --do push OWNER/NAME [MESSAGE]      and likewise force-push, rename OLD NEW, delete
"""
import argparse
import json
import os
import random
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

START = 1_551_687_300  # 2019-03-04T08:15:00Z
DAY = 86_400
OWNER = "example-ministry"
ENVIRONMENT = {
    "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "Camille Exemple", "GIT_AUTHOR_EMAIL": "camille@example.org",
    "GIT_COMMITTER_NAME": "Camille Exemple", "GIT_COMMITTER_EMAIL": "camille@example.org"}


def git(folder: Path, *arguments: str, given: bytes = b"", date: int = START) -> bytes:
    """What git prints, in a repository and at a date."""
    when = f"@{date} +0000"
    result = subprocess.run(["git", "-C", str(folder), *arguments], input=given, capture_output=True, check=False,
                            env={**ENVIRONMENT, "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when})
    if result.returncode:
        raise RuntimeError(f"git {' '.join(arguments)}: {result.stderr.decode(errors='replace')}")
    return result.stdout


def make_empty(repository: Path, branch: str = "main") -> None:
    """A bare repository without a commit, ready to be served in every way."""
    repository.mkdir(parents=True)
    git(repository, "init", "--quiet", "--bare", f"--initial-branch={branch}", ".")
    shutil.rmtree(repository / "hooks", ignore_errors=True)
    (repository / "git-daemon-export-ok").touch()


def head_of(repository: Path, branch: str) -> str | None:
    found = git(repository, "for-each-ref", "--format=%(objectname)", f"refs/heads/{branch}").decode().strip()
    return found or None


def data(content: bytes) -> bytes:
    return b"data %d\n%b\n" % (len(content), content)


@dataclass(frozen=True)
class Commit:
    """A commit to be made: it has `files` and what its parent had. `number` is its day; without `parent` it has none."""
    files: dict[str, bytes]
    message: str
    number: int = 0
    branch: str = "main"
    # An object id, or the `mark` of a commit of the same batch.
    parent: str | None = None


def make_commits(repository: Path, commits: Sequence[Commit]) -> None:
    """Makes commits in one go, each known to the next ones by its mark: ":1", ":2", …"""
    stream = []
    for mark, one in enumerate(commits, 1):
        stream += [f"commit refs/heads/{one.branch}\nmark :{mark}\n".encode(),
                   f"committer Camille Exemple <camille@example.org> {START + one.number * DAY} +0000\n".encode(),
                   data(one.message.encode())]
        if one.parent:
            stream.append(f"from {one.parent}\n".encode())
        for path, content in sorted(one.files.items()):
            stream += [b'M 100644 inline "%b"\n' % path.encode(), data(content)]
    git(repository, "fast-import", "--quiet", "--force", given=b"".join(stream))


def commit(repository: Path, one: Commit) -> str:
    """Makes one commit and returns its id."""
    make_commits(repository, [one])
    found = head_of(repository, one.branch)
    assert found
    return found


LICENCE = b"EUPL-1.2: see https://eupl.eu/1.2/en/\n"


def make_ordinary(repository: Path, number: int, branch: str = "main") -> None:
    """Four commits on the default branch, another branch, an annotated and a lightweight tag."""
    make_empty(repository, branch)
    name = repository.name.removesuffix(".git")
    commits = []
    for index in range(4):
        files = {"README.md": f"# {name}\n\nRevision {index} of repository {number}.\n".encode(),
                 f"sources/module_{index}.py": f"VALUE = {number * 100 + index}\n".encode() * 40}
        if index == 0:
            files |= {"LICENSE": LICENCE, "publiccode.yml": f"publiccodeYmlVersion: '0.4'\nname: {name}\n".encode()}
        commits.append(Commit(files, f"Revision {index}\n", number + index, branch, f":{index}" if index else None))
    commits.append(Commit({"essai.txt": b"a branch\n"}, "On a branch\n", number + 5, "feature/essai", ":1"))
    make_commits(repository, commits)
    git(repository, "tag", "-a", "-m", "Version 1.0", "v1.0", branch, date=START + (number + 6) * DAY)
    git(repository, "tag", "latest", branch)


def make_accented(repository: Path) -> None:
    """Branches, tags, paths and messages that are not ASCII."""
    make_ordinary(repository, 7)
    parent = head_of(repository, "main")
    commit(repository, Commit({"données/été.csv": "année;énergie\n2026;12\n".encode(), "src/größe.py": b"x = 1\n"},
                              "Données de l’été — première série\n", 20, "main", parent))
    git(repository, "branch", "évolution/année-2026", "main")
    git(repository, "tag", "été-2026", "main")


def make_large(repository: Path, megabytes: int) -> None:
    """Random bytes in files of a megabyte: they do not compress, so a transfer takes its time."""
    make_empty(repository)
    source = random.Random(2026)
    files = {f"data/{index:03}.bin": source.randbytes(1_000_000) for index in range(megabytes)}
    commit(repository, Commit({"README.md": b"# large-archive\n", "LICENSE": LICENCE, **files}, "The archive\n"))
    git(repository, "repack", "-adfq", "--window=0")


def describe(path: str, number: int, **more: Any) -> dict[str, Any]:
    return {"path": path, "id": 710001 + number, "description": f"What {path.rpartition('/')[2]} does", "language": "Python",
            "license": "EUPL-1.2", "stars": number, "topics": ["open-data"], **more}


def make_world(root: Path, count: int = 0, megabytes: int = 20, owner: str = OWNER,
               forge: str = "github") -> dict[str, Any]:
    """Makes the repositories under `root` and returns the scenario that lists them, also written to root/scenario.json."""
    root.mkdir(parents=True, exist_ok=True)
    makers: dict[str, tuple[Callable[[Path], None], dict[str, Any]]] = {
        "solar-register": (lambda at: make_ordinary(at, 1), {"homepage": "https://solar.example.org", "forks": 3}),
        "old-portal": (lambda at: make_ordinary(at, 2, "master"), {"default_branch": "master", "archived": True}),
        "tree-map": (lambda at: make_ordinary(at, 3, "développement"),
                     {"default_branch": "développement", "license": None}),
        "empty-idea": (make_empty, {"empty": True, "language": None, "license": None, "pushed": None, "size": 0}),
        "summer-data": (make_accented, {"description": "Données de l’été « 2026 »",
                                        "topics": ["données-ouvertes", "énergie"]}),
        "forked-tool": (lambda at: make_ordinary(at, 5), {"fork": True, "license": "MIT"}),
        "own-terms": (lambda at: make_ordinary(at, 6), {"license": "LicenseRef-custom"}),
        "large-archive": (lambda at: make_large(at, megabytes), {"size": megabytes * 1000, "language": None})}
    listed = []
    for number, (name, (make, members)) in enumerate(makers.items()):
        make(root / owner / f"{name}.git")
        listed.append(describe(f"{owner}/{name}", number, **members))
    for number in range(count):
        name = f"register-{number:03}"
        make_ordinary(root / owner / f"{name}.git", 100 + number)
        listed.append(describe(f"{owner}/{name}", 1000 + number))
    scenario = {"forge": forge, "owners": {owner: {"id": 4101, "kind": "organization"}}, "repositories": listed}
    write_scenario(root, scenario)
    return scenario


def write_scenario(root: Path, scenario: dict[str, Any]) -> None:
    (root / "scenario.json").write_text(json.dumps(scenario, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


class World:
    """A made world, and what changes in it: on the disk and, where the forge would say so, in scenario.json."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.scenario = json.loads((root / "scenario.json").read_text(encoding="utf-8"))

    def entry(self, path: str) -> dict[str, Any]:
        return next(one for one in self.scenario["repositories"] if one["path"] == path)

    def folder(self, path: str) -> Path:
        return self.root / (self.entry(path).get("git") or f"{path}.git")

    def touch(self, path: str) -> None:
        """The forge's dates of a repository that has been pushed to: a day after what they were."""
        entry = self.entry(path)
        before = datetime.strptime(entry.get("pushed") or "2026-06-01T09:30:00Z", "%Y-%m-%dT%H:%M:%SZ")
        stamp = (before + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
        entry |= {"pushed": stamp, "updated": stamp}
        write_scenario(self.root, self.scenario)

    def push(self, path: str, message: str = "A later revision") -> str:
        """A commit more on the default branch."""
        folder, branch = self.folder(path), self.entry(path).get("default_branch", "main")
        count = int(git(folder, "rev-list", "--all", "--count"))
        new = commit(folder, Commit({f"later/{count}.txt": f"{message} {count}\n".encode()}, message + "\n", count + 400,
                                    branch, head_of(folder, branch)))
        self.entry(path).pop("empty", None)
        self.touch(path)
        return new

    def force_push(self, path: str) -> str:
        """The default branch rewritten from its first commit, the other branch deleted, the tag `latest` moved."""
        folder, branch = self.folder(path), self.entry(path).get("default_branch", "main")
        first = git(folder, "rev-list", "--max-parents=0", branch).decode().split()[0]
        new = commit(folder, Commit({"rewritten.txt": b"another history\n"}, "Another history\n", 600, branch, first))
        git(folder, "update-ref", "-d", "refs/heads/feature/essai")
        git(folder, "tag", "-f", "latest", branch)
        self.touch(path)
        return new

    def rename(self, old: str, new: str) -> None:
        """Renamed or transferred: the same id at another path; the old one redirects."""
        entry, before = self.entry(old), self.folder(old)
        after = self.root / f"{new}.git"
        after.parent.mkdir(parents=True, exist_ok=True)
        before.rename(after)
        entry |= {"path": new, "renamed_from": [*entry.get("renamed_from", []), old]}
        entry.pop("git", None)
        write_scenario(self.root, self.scenario)

    def delete(self, path: str) -> None:
        """Gone from the listing, from the API and from git."""
        shutil.rmtree(self.folder(path))
        self.entry(path)["deleted"] = True
        write_scenario(self.root, self.scenario)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("root", type=Path)
    parser.add_argument("--count", type=int, default=0)
    parser.add_argument("--megabytes", type=int, default=20)
    parser.add_argument("--owner", default=OWNER)
    parser.add_argument("--forge", default="github")
    parser.add_argument("--do", nargs="+", metavar="WORD")
    chosen = parser.parse_args()
    if chosen.do:
        world = World(chosen.root)
        verbs: dict[str, Callable[..., Any]] = {
            "push": world.push, "force-push": world.force_push, "rename": world.rename, "delete": world.delete}
        verbs[chosen.do[0]](*chosen.do[1:])
    else:
        make_world(chosen.root, chosen.count, chosen.megabytes, chosen.owner, chosen.forge)


if __name__ == "__main__":
    main()
