# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bitbucket Cloud's API 2.0: the repositories of a workspace, whose pages name the next one by its whole address."""
import re
import uuid
from typing import Any

from answers import Answer, Request, answer, page_answer, page_size
from responses import filled
from scenario import Repository, Scenario

MOST = 100


def seconds(date: str) -> str:
    """A date as Bitbucket writes it."""
    return date.replace("Z", ".000000+00:00")


def repository_object(one: Repository, base: str) -> dict[str, Any]:
    value = filled("bitbucket/repository.json", base, "", one.owner, one.name, one.id)
    parent = None
    if one.fork:
        parent = {"type": "repository", "full_name": f"upstream/{one.name}", "name": one.name,
                  "uuid": "{" + str(uuid.UUID(int=one.id + 500_000)) + "}",
                  "links": {"self": {"href": f"{base}/2.0/repositories/upstream/{one.name}"},
                            "html": {"href": f"{base}/upstream/{one.name}"}}}
    return value | {
        "name": one.title or one.name, "description": one.description or "", "website": one.homepage, "parent": parent,
        "is_private": one.visibility != "public", "language": (one.language or "").lower(), "size": one.size * 1024,
        "created_on": seconds(one.created), "updated_on": seconds(one.pushed or one.updated),
        "uuid": "{" + str(uuid.UUID(int=one.id)) + "}",
        "mainbranch": None if one.empty else {"name": one.default_branch, "type": "branch"}} | one.fields


class Bitbucket:
    """Answers for one scenario."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario

    def handles(self, path: str) -> bool:
        return path.startswith("/2.0/")

    def not_modified(self, authenticated: bool) -> None:
        """A 304 counts like any answer here."""

    def respond(self, request: Request, authenticated: bool) -> Answer:
        if request.token() is not None and not authenticated:
            return Answer(401)
        found = re.fullmatch(r"/2\.0/repositories/([^/]+)(?:/([^/]+))?", request.path)
        if not found:
            return self.missing(request)
        owner = self.scenario.owner(found[1])
        if found[2]:
            one, former = self.scenario.find(f"{found[1]}/{found[2]}")
            if one is None or not (one.visibility == "public" or authenticated):
                return self.missing(request)
            if former:
                return Answer(301, {"Location": f"{request.base}/2.0/repositories/{one.path}"})
            return answer(repository_object(one, request.base))
        return self.missing(request) if owner is None else self.page(request, authenticated, owner.name)

    def missing(self, request: Request) -> Answer:
        return answer(filled("bitbucket/not-found.json", request.base), 404)

    def page(self, request: Request, authenticated: bool, name: str) -> Answer:
        repositories = self.scenario.of(name, authenticated)
        size = page_size(request, self.scenario, "pagelen", 10, MOST)
        page = max(request.number("page", 1), 1)
        members: dict[str, Any] = {"pagelen": size, "size": len(repositories), "page": page}
        if page * size < len(repositories):
            members["next"] = request.link(request.path, page=page + 1)
        if page > 1:
            members["previous"] = request.link(request.path, page=page - 1)
        return page_answer(repositories, (page - 1) * size, page * size, lambda one: repository_object(one, request.base), {},
                           request.base, lambda values: {"values": values, **members})
