# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a loopback forge holds and how it behaves: a JSON file, described in README.md, read into values.

A simulated account is made a repository at a time as a page is asked for, so that thirty thousand of them take no memory.
"""
import bisect
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, overload

FORGES = ("github", "gitlab", "gitea", "forgejo", "gogs", "sourcehut", "bitbucket")
# Which forges answer a listing with an ETag: the others send none, and a client must live without.
WITH_ETAGS = ("github", "gitlab")
FIRST_SIMULATED_ID = 1_000_000


@dataclass(frozen=True)
class Repository:
    """One repository as its forge describes it. `path` is the whole of it: owner, subgroups, name."""
    path: str
    id: int
    title: str | None = None
    description: str | None = None
    homepage: str | None = None
    fork: bool = False
    archived: bool = False
    empty: bool = False
    topics: tuple[str, ...] = ()
    stars: int = 0
    forks: int = 0
    size: int = 420
    language: str | None = None
    license: str | None = None
    default_branch: str = "main"
    visibility: str = "public"
    created: str = "2019-03-04T08:15:00Z"
    updated: str = "2026-06-02T10:00:00Z"
    pushed: str | None = "2026-06-01T09:30:00Z"
    # Former paths: the API and git both redirect from them.
    renamed_from: tuple[str, ...] = ()
    # Groups that another group's project is shared with, whose listings show it too (GitLab).
    shared_with: tuple[str, ...] = ()
    # Listed no more and answered by 404.
    deleted: bool = False
    # Listed, but git answers 404: what a listing that is older than a deletion looks like.
    git_missing: bool = False
    # The bare repository under --root, when it is not `path` + ".git".
    git: str | None = None
    # Laid over the response object as it is, so that a test can say anything.
    fields: dict[str, Any] = field(default_factory=dict)

    @property
    def owner(self) -> str:
        return self.path.rpartition("/")[0]

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]

    @property
    def folder(self) -> str:
        return self.git or self.path + ".git"


def read_repository(value: dict[str, Any], index: int) -> Repository:
    """A repository from the scenario's JSON; a key that means nothing is an error, not a typing mistake that goes unseen."""
    known = {one.name for one in fields(Repository)}
    unknown = set(value) - known
    if unknown:
        raise ValueError(f"repositories[{index}]: unknown keys {sorted(unknown)}; known: {sorted(known)}")
    lists: dict[str, Any] = {key: tuple(value[key]) for key in ("topics", "renamed_from", "shared_with") if key in value}
    members: dict[str, Any] = {"id": 710001 + index, **value, **lists}
    return Repository(**members)


@dataclass(frozen=True)
class Owner:
    """An account: an organisation (a group, for GitLab) or a person."""
    name: str
    id: int
    kind: str = "organization"


class Simulated(Sequence[Repository]):
    """An account of any number of repositories, none of which is kept: the n-th is always the same."""

    def __init__(self, owner: str, count: int, changed: frozenset[int]) -> None:
        self.owner, self.total, self.changed = owner, count, changed

    def __len__(self) -> int:
        return self.total

    @overload
    def __getitem__(self, index: int) -> Repository: ...
    @overload
    def __getitem__(self, index: slice) -> list[Repository]: ...

    def __getitem__(self, index: int | slice) -> Repository | list[Repository]:
        if isinstance(index, slice):
            return [self.make(one) for one in range(*index.indices(self.total))]
        if not 0 <= index < self.total:
            raise IndexError(index)
        return self.make(index)

    def make(self, index: int) -> Repository:
        day = f"{index % 28 + 1:02}"
        return Repository(
            path=f"{self.owner}/repository-{index:05}", id=FIRST_SIMULATED_ID + index,
            description=f"Repository {index} of an invented administration", stars=index % 97, forks=index % 13,
            size=index % 5000, fork=index % 11 == 0, archived=index % 17 == 0,
            language=("Python", "Java", "TypeScript", None)[index % 4],
            license=("EUPL-1.2", "MIT", None, "Apache-2.0")[index % 4], topics=("open-data",) if index % 3 else (),
            pushed=f"2026-10-{day}T00:00:00Z" if index in self.changed else f"2026-05-{day}T00:00:00Z")

    def version(self, start: int, stop: int) -> str:
        """What tells one state of these repositories from another, without making them: the page's ETag."""
        touched = sorted(one for one in self.changed if start <= one < stop)
        return f"{self.owner} {self.total} {start}-{stop} {touched}"


@dataclass(frozen=True)
class Scenario:
    """A whole loopback forge. `values` is the JSON object, for what only one place reads."""
    forge: str
    values: dict[str, Any]
    owners: dict[str, Owner]
    repositories: Sequence[Repository]

    def option(self, key: str, default: Any) -> Any:
        return self.values.get(key, default)

    @property
    def tokens(self) -> list[str]:
        return list(self.values.get("tokens", []))

    @property
    def etags(self) -> bool:
        return bool(self.values.get("etags", self.forge in WITH_ETAGS))

    def owner(self, name: str) -> Owner | None:
        """An account by name, whatever the case, as every forge finds it."""
        return next((one for key, one in self.owners.items() if key.lower() == name.lower()), None)

    def owner_by_id(self, number: int) -> Owner | None:
        return next((one for one in self.owners.values() if one.id == number), None)

    def visible(self, authenticated: bool) -> Sequence[Repository]:
        """What a listing of the whole forge may show, by id."""
        if isinstance(self.repositories, Simulated):
            return self.repositories
        return [one for one in self.repositories
                if not one.deleted and (one.visibility == "public" or authenticated)]

    def of(self, owner: str, authenticated: bool, subgroups: bool = False, shared: bool = False) -> Sequence[Repository]:
        """The repositories of an account; with `subgroups`, of the groups under it too."""
        if isinstance(self.repositories, Simulated):
            return self.repositories if self.repositories.owner == owner else []
        wanted = owner.lower()

        def belongs(one: Repository) -> bool:
            at = one.owner.lower()
            return at == wanted or (subgroups and at.startswith(wanted + "/")) \
                or (shared and wanted in [group.lower() for group in one.shared_with])

        return [one for one in self.visible(authenticated) if belongs(one)]

    def find(self, path: str) -> tuple[Repository | None, bool]:
        """The repository at `path`, and whether it is found by a former name."""
        wanted = path.lower()
        for one in self.all_named(wanted):
            if not one.deleted:
                return one, one.path.lower() != wanted
        return None, False

    def all_named(self, wanted: str) -> Iterator[Repository]:
        if isinstance(self.repositories, Simulated):
            number = wanted.rpartition("repository-")[2]
            if number.isdigit() and int(number) < len(self.repositories):
                yield self.repositories[int(number)]
            return
        yield from (one for one in self.repositories if one.path.lower() == wanted)
        yield from (one for one in self.repositories if wanted in [former.lower() for former in one.renamed_from])

    def find_by_id(self, number: int) -> Repository | None:
        if isinstance(self.repositories, Simulated):
            index = number - FIRST_SIMULATED_ID
            return self.repositories[index] if 0 <= index < len(self.repositories) else None
        return next((one for one in self.repositories if one.id == number and not one.deleted), None)


def first_after(repositories: Sequence[Repository], number: int) -> int:
    """The place of the first repository whose id is greater, in a sequence ordered by id."""
    if isinstance(repositories, Simulated):
        return min(max(number - FIRST_SIMULATED_ID + 1, 0), len(repositories))
    return bisect.bisect_right(repositories, number, key=lambda one: one.id)


def groups_of(repositories: Sequence[Repository]) -> Iterator[str]:
    """Every account and subgroup that the repositories' paths name."""
    for one in repositories:
        parts = one.owner.split("/")
        yield from ("/".join(parts[:count]) for count in range(1, len(parts) + 1))


def make_scenario(values: dict[str, Any]) -> Scenario:
    forge = values.get("forge", "github")
    if forge not in FORGES:
        raise ValueError(f"forge: {forge!r} is none of {', '.join(FORGES)}")
    simulate = values.get("simulate")
    repositories: Sequence[Repository]
    if simulate:
        account = simulate.get("owner", "example-ministry")
        repositories = Simulated(account, int(simulate["repositories"]), frozenset(simulate.get("changed", [])))
        names = [account]
    else:
        repositories = sorted((read_repository(one, index) for index, one in enumerate(values.get("repositories", []))),
                              key=lambda one: one.id)
        names = list(dict.fromkeys(groups_of(repositories)))
    declared = values.get("owners", {})
    owners = {name: Owner(name, **{"id": 4101 + index, **declared.get(name, {})})
              for index, name in enumerate(dict.fromkeys([*declared, *names]))}
    return Scenario(forge, values, owners, repositories)


def read_scenario(path: Path) -> Scenario:
    return make_scenario(json.loads(path.read_text(encoding="utf-8")))
