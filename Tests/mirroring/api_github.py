# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""GitHub's REST API (2022-11-28), at the root as on api.github.com and under /api/v3 as on an Enterprise server, and the part
of its GraphQL API that lists an account's repositories.
"""
import re
import threading
import time
from collections.abc import Callable
from typing import Any

import graphql
from answers import Answer, Request, answer, page_answer, page_links, page_size
from responses import filled, license_name
from scenario import Owner, Repository, Scenario

MOST = 100


class RateLimit:
    """The primary rate limit: so many requests in a window, more of them with a token."""

    def __init__(self, scenario: Scenario) -> None:
        settings = scenario.option("rate_limit", {})
        self.limits = {False: settings.get("limit", 5000), True: settings.get("authenticated_limit", 5000)}
        self.window = settings.get("window", 3600)
        self.used = {False: 0, True: 0}
        self.reset = time.time() + self.window
        self.lock = threading.Lock()

    def headers(self, authenticated: bool) -> dict[str, str]:
        limit, used = self.limits[authenticated], self.used[authenticated]
        return {"x-ratelimit-limit": str(limit), "x-ratelimit-remaining": str(max(limit - used, 0)),
                "x-ratelimit-reset": str(int(self.reset) + 1), "x-ratelimit-used": str(min(used, limit)),
                "x-ratelimit-resource": "core"}

    def take(self, authenticated: bool) -> bool:
        """Whether one more request is within the limit."""
        with self.lock:
            if time.time() >= self.reset:
                self.reset, self.used = time.time() + self.window, {False: 0, True: 0}
            if self.used[authenticated] >= self.limits[authenticated]:
                return False
            self.used[authenticated] += 1
            return True

    def give_back(self, authenticated: bool) -> None:
        """A conditional request that is answered by 304 does not count when it bears a token."""
        with self.lock:
            self.used[authenticated] -= 1 if authenticated else 0


def license_object(identifier: str | None, base: str, api: str) -> dict[str, Any] | None:
    if identifier is None:
        return None
    known = license_name(identifier) != "Other"
    key = identifier.lower() if known else "other"
    return {"key": key, "name": license_name(identifier), "spdx_id": identifier if known else "NOASSERTION",
            "url": f"{base}{api}/licenses/{key}" if known else None, "node_id": "MDc6TGljZW5zZTE3"}


def repository_object(one: Repository, owner: Owner, base: str, api: str, name: str) -> dict[str, Any]:
    value = filled(name, base, api, one.owner, one.name, one.id, owner.id)
    value["owner"]["type"] = "Organization" if owner.kind == "organization" else "User"
    value |= {
        "node_id": f"R_kgDO{one.id:08x}", "description": one.description, "fork": one.fork, "archived": one.archived,
        "homepage": one.homepage, "size": 0 if one.empty else one.size, "stargazers_count": one.stars,
        "watchers_count": one.stars, "watchers": one.stars, "forks_count": one.forks, "forks": one.forks,
        "language": one.language, "license": license_object(one.license, base, api), "topics": list(one.topics),
        "default_branch": one.default_branch, "visibility": one.visibility, "private": one.visibility != "public",
        "created_at": one.created, "updated_at": one.updated, "pushed_at": one.pushed}
    if owner.kind != "organization":
        value.pop("organization", None)
    return value | one.fields


def graphql_object(one: Repository, owner: Owner, base: str) -> dict[str, Any]:
    value = filled("github/graphql-repository.json", base, "", one.owner, one.name, one.id, owner.id)
    known = one.license and license_name(one.license) != "Other"
    return value | {
        "id": f"R_kgDO{one.id:08x}", "description": one.description, "isFork": one.fork, "isArchived": one.archived,
        "isEmpty": one.empty, "homepageUrl": one.homepage, "stargazerCount": one.stars, "forkCount": one.forks,
        "diskUsage": one.size, "createdAt": one.created, "updatedAt": one.updated, "pushedAt": one.pushed,
        "isPrivate": one.visibility != "public", "visibility": one.visibility.upper(),
        "primaryLanguage": one.language and {"__typename": "Language", "name": one.language},
        "licenseInfo": one.license and {
            "__typename": "License", "key": one.license.lower() if known else "other", "name": license_name(one.license),
            "spdxId": one.license if known else "NOASSERTION"},
        "defaultBranchRef": None if one.empty else {**value["defaultBranchRef"], "name": one.default_branch},
        "repositoryTopics": {"__typename": "RepositoryTopicConnection", "nodes": [
            {"__typename": "RepositoryTopic", "topic": {"__typename": "Topic", "name": topic}} for topic in one.topics]}}


class GitHub:
    """Answers for one scenario."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.limit = RateLimit(scenario)
        self.routes: list[tuple[str, Callable[..., Answer]]] = [
            (r"/(?P<kind>orgs|users)/(?P<name>[^/]+)/repos", self.listing),
            (r"/(?P<kind>organizations|user)/(?P<number>\d+)/repos", self.numbered_listing),
            (r"/repos/(?P<path>[^/]+/[^/]+)", self.repository),
            (r"/repositories/(?P<number>\d+)", self.numbered_repository),
            (r"/users/(?P<name>[^/]+)", self.user), (r"/orgs/(?P<name>[^/]+)", self.organization),
            (r"/rate_limit", self.rate)]

    def handles(self, path: str) -> bool:
        return re.match(r"/(api/v3|api/graphql|graphql)(/|$)", path) is not None \
            or any(re.fullmatch(pattern, path) for pattern, _ in self.routes)

    def respond(self, request: Request, authenticated: bool) -> Answer:
        if request.path in ("/graphql", "/api/graphql"):
            return self.query(request, authenticated)
        api = "/api/v3" if request.path.startswith("/api/v3") else ""
        if request.token() is not None and not authenticated:
            return answer(filled("github/bad-credentials.json", request.base, api), 401)
        path = request.path.removeprefix(api)
        counted = path != "/rate_limit"
        if counted and not self.limit.take(authenticated):
            return answer(filled("github/rate-limited.json", request.base, api), 403, self.limit.headers(authenticated))
        for pattern, handler in self.routes:
            found = re.fullmatch(pattern, path)
            if found:
                result = handler(request, authenticated, api, **found.groupdict())
                return self.finished(result, authenticated)
        return self.finished(self.missing(request, api), authenticated)

    def finished(self, result: Answer, authenticated: bool) -> Answer:
        result.headers |= self.limit.headers(authenticated) | {
            "X-GitHub-Media-Type": "github.v3; format=json", "X-GitHub-Api-Version-Selected": "2022-11-28",
            "Cache-Control": f"{'private' if authenticated else 'public'}, max-age=60, s-maxage=60",
            "Vary": "Accept,Accept-Encoding, Accept, X-Requested-With"}
        return result

    def not_modified(self, authenticated: bool) -> None:
        self.limit.give_back(authenticated)

    def missing(self, request: Request, api: str) -> Answer:
        return answer(filled("github/not-found.json", request.base, api), 404)

    def listing(self, request: Request, authenticated: bool, api: str, kind: str, name: str) -> Answer:
        owner = self.scenario.owner(name)
        if owner is None or (kind == "orgs" and owner.kind != "organization"):
            return self.missing(request, api)
        return self.page(request, authenticated, api, owner)

    def numbered_listing(self, request: Request, authenticated: bool, api: str, kind: str, number: str) -> Answer:
        owner = self.scenario.owner_by_id(int(number))
        return self.missing(request, api) if owner is None else self.page(request, authenticated, api, owner)

    def page(self, request: Request, authenticated: bool, api: str, owner: Owner) -> Answer:
        """A page of an account's repositories; its links name the account by number, as GitHub's do."""
        private = authenticated and request.query.get("type", "all") in ("all", "private", "member", "owner")
        repositories = self.scenario.of(owner.name, private)
        size = page_size(request, self.scenario, "per_page", 30, MOST)
        page = max(request.number("page", 1), 1)
        pages = max(-(-len(repositories) // size), 1)
        folder = "organizations" if owner.kind == "organization" else "user"
        links = page_links(request, f"{api}/{folder}/{owner.id}/repos", page, pages)
        return page_answer(
            repositories, (page - 1) * size, page * size,
            lambda one: repository_object(one, owner, request.base, api, "github/repository-in-list.json"),
            {"Link": links} if links else {}, f"{request.base}{api} {authenticated}")

    def repository(self, request: Request, authenticated: bool, api: str, path: str) -> Answer:
        one, former = self.scenario.find(path)
        if one is None or not (one.visibility == "public" or authenticated):
            return self.missing(request, api)
        if former:
            return answer(filled("github/moved.json", request.base, api, number=one.id), 301,
                          {"Location": f"{request.base}{api}/repositories/{one.id}"})
        return self.shown(request, api, one)

    def numbered_repository(self, request: Request, authenticated: bool, api: str, number: str) -> Answer:
        one = self.scenario.find_by_id(int(number))
        if one is None or not (one.visibility == "public" or authenticated):
            return self.missing(request, api)
        return self.shown(request, api, one)

    def shown(self, request: Request, api: str, one: Repository) -> Answer:
        owner = self.scenario.owner(one.owner) or Owner(one.owner, 0)
        return answer(repository_object(one, owner, request.base, api, "github/repository.json"))

    def user(self, request: Request, authenticated: bool, api: str, name: str) -> Answer:
        owner = self.scenario.owner(name)
        if owner is None:
            return self.missing(request, api)
        value = filled("github/user.json", request.base, api, owner.name, owner_number=owner.id)
        return answer(value | {"type": "Organization" if owner.kind == "organization" else "User"})

    def organization(self, request: Request, authenticated: bool, api: str, name: str) -> Answer:
        owner = self.scenario.owner(name)
        if owner is None or owner.kind != "organization":
            return self.missing(request, api)
        return answer(filled("github/organization.json", request.base, api, owner.name, owner_number=owner.id))

    def rate(self, request: Request, authenticated: bool, api: str) -> Answer:
        value = filled("github/rate-limit.json", request.base, api)
        now = self.limit.headers(authenticated)
        numbers = {key: int(now[f"x-ratelimit-{key}"]) for key in ("limit", "used", "remaining", "reset")}
        value["resources"]["core"] |= numbers
        value["rate"] |= numbers
        return answer(value)

    def query(self, request: Request, authenticated: bool) -> Answer:
        """organization(login:) or user(login:) { repositories(first:, after:, privacy:) { … } }"""
        if not authenticated:
            return answer({"message": "This endpoint requires you to be authenticated.",
                           "documentation_url": "https://docs.github.com/graphql"}, 401)

        def account(arguments: dict[str, Any]) -> Any:
            owner = self.scenario.owner(arguments["login"])
            if owner is None:
                return None
            kind = "Organization" if owner.kind == "organization" else "User"
            return {"__typename": kind, "login": owner.name, "databaseId": owner.id, "id": f"O_{owner.id}",
                    "url": f"{request.base}/{owner.name}", "repositories": lambda asked: connection(owner, asked)}

        def connection(owner: Owner, asked: dict[str, Any]) -> dict[str, Any]:
            repositories = self.scenario.of(owner.name, asked.get("privacy") != "PUBLIC")
            start = int(asked["after"].removeprefix("cursor-")) if asked.get("after") else 0
            stop = min(start + min(asked.get("first", MOST), self.scenario.option("page_limit", MOST)), len(repositories))
            return {"__typename": "RepositoryConnection", "totalCount": len(repositories),
                    "pageInfo": {"__typename": "PageInfo", "hasNextPage": stop < len(repositories),
                                 "endCursor": f"cursor-{stop}" if stop > start else None},
                    "nodes": [graphql_object(one, owner, request.base) for one in repositories[start:stop]]}

        left = {"__typename": "RateLimit", "limit": 5000, "cost": 1, "remaining": 4999, "used": 1,
                "resetAt": "2026-11-26T12:00:00Z"}
        root = {"__typename": "Query", "organization": account, "user": account, "repositoryOwner": account,
                "rateLimit": lambda _: left}
        return answer(graphql.execute(request.body, root))
