# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""The APIs v1 of Gitea, of its offspring Forgejo and of its forebear Gogs: three dialects of one.

Gogs lists an account's repositories to a caller with a token only, on one page; without one there is `repos/search?uid=`.
"""
import re
from collections.abc import Callable, Sequence
from typing import Any

from answers import Answer, Request, answer, page_answer, page_links, page_size
from responses import filled
from scenario import Owner, Repository, Scenario

MOST = 50


def repository_object(one: Repository, owner: Owner, base: str, dialect: str) -> dict[str, Any]:
    value = filled(f"{dialect}/repository.json", base, "", one.owner, one.name, one.id, owner.id)
    common = {
        "description": one.description or "", "fork": one.fork, "empty": one.empty, "private": one.visibility != "public",
        "stars_count": one.stars, "forks_count": one.forks, "default_branch": one.default_branch,
        "website": one.homepage or "", "created_at": one.created, "updated_at": one.pushed or one.updated}
    if dialect == "gogs":
        return value | common | {"size": one.size * 1024} | one.fields
    value |= common | {"size": one.size, "archived": one.archived, "language": one.language or "", "topics": list(one.topics),
                       "archived_at": one.updated if one.archived else "1970-01-01T00:00:00Z"}
    if dialect == "gitea":
        value["licenses"] = [one.license] if one.license else []
    if one.fork:
        value["parent"] = filled(f"{dialect}/repository.json", base, "", "upstream", one.name, one.id + 500_000)
    return value | one.fields


class Gitea:
    """Answers for one scenario, in the dialect that its `forge` names."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario, self.dialect = scenario, scenario.forge
        self.routes: list[tuple[str, Callable[..., Answer]]] = [
            (r"/api/v1/(?P<kind>orgs|users)/(?P<name>[^/]+)/repos", self.listing),
            (r"/api/v1/repos/search", self.search), (r"/api/v1/repos/(?P<path>[^/]+/[^/]+)", self.repository),
            (r"/api/v1/(?P<kind>orgs|users)/(?P<name>[^/]+)", self.account)]
        if self.dialect != "gogs":
            self.routes += [(r"/api/v1/repositories/(?P<number>\d+)", self.numbered_repository),
                            (r"/api/v1/version", self.version)]

    def handles(self, path: str) -> bool:
        return path.startswith("/api/v1/")

    def respond(self, request: Request, authenticated: bool) -> Answer:
        if request.token() is not None and not authenticated:
            return Answer(401) if self.dialect == "gogs" else \
                answer(filled(f"{self.dialect}/unauthorized.json", request.base), 401)
        for pattern, handler in self.routes:
            found = re.fullmatch(pattern, request.path)
            if found:
                return self.finished(handler(request, authenticated, **found.groupdict()))
        return self.finished(self.missing(request))

    def finished(self, result: Answer) -> Answer:
        result.headers |= {"Cache-Control": "max-age=0, private, must-revalidate, no-transform",
                           "X-Content-Type-Options": "nosniff", "X-Frame-Options": "SAMEORIGIN"}
        return result

    def not_modified(self, authenticated: bool) -> None:
        """These forges send no ETag, so there is no 304 unless the scenario asks for it."""

    def missing(self, request: Request) -> Answer:
        if self.dialect == "gogs":
            return Answer(404, {"Content-Type": "text/plain; charset=utf-8"})
        return answer(filled(f"{self.dialect}/not-found.json", request.base), 404)

    def shown(self, request: Request) -> Callable[[Repository], dict[str, Any]]:
        def show(one: Repository) -> dict[str, Any]:
            owner = self.scenario.owner(one.owner) or Owner(one.owner, 0)
            value = repository_object(one, owner, request.base, self.dialect)
            return {key: member for key, member in value.items() if key not in self.scenario.option("omit", [])}
        return show

    def listing(self, request: Request, authenticated: bool, kind: str, name: str) -> Answer:
        owner = self.scenario.owner(name)
        if self.dialect == "gogs" and not authenticated:
            return Answer(401)
        if owner is None or (kind == "orgs" and self.dialect != "gogs" and owner.kind != "organization"):
            return self.missing(request)
        repositories = self.scenario.of(owner.name, authenticated)
        if self.dialect == "gogs":
            return page_answer(repositories, 0, len(repositories), self.shown(request), {}, request.base)
        return self.page(request, repositories, lambda page: page)

    def search(self, request: Request, authenticated: bool) -> Answer:
        number = request.number("uid", 0)
        owner = self.scenario.owner_by_id(number)
        if number and owner is None:
            repositories: Sequence[Repository] = []
        else:
            repositories = self.scenario.of(owner.name, authenticated) if owner else self.scenario.visible(authenticated)
        return self.page(request, repositories, lambda page: {"ok": True, "data": page})

    def page(self, request: Request, repositories: Sequence[Repository], wrap: Callable[[list[Any]], Any]) -> Answer:
        size = page_size(request, self.scenario, "limit", 10 if self.dialect == "gogs" else 30, MOST)
        page = max(request.number("page", 1), 1)
        pages = max(-(-len(repositories) // size), 1)
        links = page_links(request, request.path, page, pages)
        headers = {"Link": links} if links else {}
        if self.dialect != "gogs":
            headers |= {"X-Total-Count": str(len(repositories)), "Access-Control-Expose-Headers": "X-Total-Count, Link"}
        return page_answer(repositories, (page - 1) * size, page * size, self.shown(request), headers,
                           f"{request.base} {self.dialect}", wrap)

    def repository(self, request: Request, authenticated: bool, path: str) -> Answer:
        one, former = self.scenario.find(path)
        if one is None or not (one.visibility == "public" or authenticated) or (former and self.dialect == "gogs"):
            return self.missing(request)
        if former:
            return Answer(301, {"Location": f"{request.base}/api/v1/repos/{one.path}"})
        return answer(self.shown(request)(one))

    def numbered_repository(self, request: Request, authenticated: bool, number: str) -> Answer:
        one = self.scenario.find_by_id(int(number))
        if one is None or not (one.visibility == "public" or authenticated):
            return self.missing(request)
        return answer(self.shown(request)(one))

    def account(self, request: Request, authenticated: bool, kind: str, name: str) -> Answer:
        owner = self.scenario.owner(name)
        if owner is None or (kind == "orgs" and owner.kind != "organization"):
            return self.missing(request)
        name = "organization" if kind == "orgs" and self.dialect != "gogs" else "user"
        return answer(filled(f"{self.dialect}/{name}.json", request.base, "", owner.name, owner_number=owner.id))

    def version(self, request: Request, authenticated: bool) -> Answer:
        return answer(filled(f"{self.dialect}/version.json", request.base))
