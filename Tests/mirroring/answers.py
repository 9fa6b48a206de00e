# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a forge's API is asked and what it answers, as values: no socket here."""
import base64
import hashlib
import json
import urllib.parse
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from email.message import Message
from typing import Any, Protocol

from scenario import Repository, Scenario, Simulated


@dataclass(frozen=True)
class Request:
    """A request as an API reads it."""
    method: str
    path: str
    query: dict[str, str]
    headers: Message
    body: bytes
    # How this server is reached: https://localhost:43210
    base: str

    def number(self, key: str, default: int) -> int:
        value = self.query.get(key, "")
        return int(value) if value.isdigit() else default

    def token(self) -> str | None:
        """The token of the request, in any of the ways in which the forges take one."""
        if "PRIVATE-TOKEN" in self.headers:
            return self.headers["PRIVATE-TOKEN"]
        scheme, _, value = self.headers.get("Authorization", "").partition(" ")
        if scheme.lower() in ("bearer", "token"):
            return value.strip()
        if scheme.lower() == "basic":
            user, _, password = base64.b64decode(value, validate=False).decode(errors="replace").partition(":")
            # Gitea and GitHub also take a token as the user's name, with no password or the word x-oauth-basic.
            return password if password not in ("", "x-oauth-basic") else user
        return None

    def link(self, path: str, **changes: object) -> str:
        """This request's address with another path and a changed query."""
        query = {**self.query, **{key: str(value) for key, value in changes.items()}}
        return f"{self.base}{path}?{urllib.parse.urlencode(query)}"


@dataclass
class Answer:
    """A response: its body is made only when it has to be sent."""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    make_body: Callable[[], bytes] = bytes
    etag: str | None = None


class API(Protocol):
    """A forge's API for one scenario."""

    def handles(self, path: str) -> bool:
        """Whether a path is the API's; git's and the web pages' are not."""

    def respond(self, request: Request, authenticated: bool) -> Answer:
        """The answer to a request; `authenticated` says that it bears one of the scenario's tokens."""

    def not_modified(self, authenticated: bool) -> None:
        """Told that an answer became a 304, for a rate limit that does not count it."""


def as_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def answer(value: object, status: int = 200, headers: dict[str, str] | None = None) -> Answer:
    """A JSON answer, whose ETag is its content's."""
    body = as_json(value)
    return Answer(status, {"Content-Type": "application/json; charset=utf-8", **(headers or {})}, lambda: body,
                  hashlib.sha256(body).hexdigest() if status == 200 else None)


def page_answer(repositories: Sequence[Repository], start: int, stop: int, show: Callable[[Repository], Any],
                headers: dict[str, str], salt: str, wrap: Callable[[list[Any]], Any] = lambda page: page) -> Answer:
    """One page of a listing. A simulated page has its ETag from what it would hold, so that a 304 costs nothing."""
    if not isinstance(repositories, Simulated):
        return answer(wrap([show(one) for one in repositories[start:stop]]), headers=headers)
    tag = hashlib.sha256(f"{salt} {repositories.version(start, stop)}".encode()).hexdigest()
    return Answer(200, {"Content-Type": "application/json; charset=utf-8", **headers},
                  lambda: as_json(wrap([show(one) for one in repositories[start:stop]])), tag)


def page_size(request: Request, scenario: Scenario, key: str, default: int, most: int) -> int:
    """How many a page holds: what is asked for, within the forge's limit or the scenario's lower one."""
    return min(max(request.number(key, default), 1), most, scenario.option("page_limit", most))


def page_links(request: Request, path: str, page: int, pages: int) -> str:
    """RFC 8288 Link header of a numbered page; empty when there is one page only, as the forges leave it out."""
    relations: dict[str, int] = {}
    if page > 1:
        relations |= {"prev": page - 1, "first": 1}
    if page < pages:
        relations |= {"next": page + 1, "last": pages}
    order = ("prev", "next", "last", "first")
    return ", ".join(f'<{request.link(path, page=relations[name])}>; rel="{name}"' for name in order if name in relations)
