# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""GitLab's REST API v4: projects of a group with its subgroups, of a user, of the whole instance, by page and by keyset.

As on a real instance, a caller without a token gets the short form of a project (no `archived`, no `forked_from_project`)
except in a group's listing, and the long form there.
"""
import re
import urllib.parse
from collections.abc import Callable, Sequence
from typing import Any

from answers import Answer, Request, answer, page_answer, page_size
from responses import filled, license_name, milliseconds
from scenario import Owner, Repository, Scenario, first_after

MOST = 100
# From how many on GitLab says no more how many there are, nor which page is the last.
COUNTED = 10_000


def license_members(one: Repository, base: str) -> dict[str, Any]:
    if one.license is None:
        return {"license_url": None, "license": None}
    value = filled("gitlab/license.json", base, "", one.owner, one.name, one.id)
    value["license"] |= {"key": one.license.lower() if license_name(one.license) != "Other" else "other",
                         "name": license_name(one.license)}
    return value


def project_object(one: Repository, owner: Owner, base: str, full: bool) -> dict[str, Any]:
    value = filled("gitlab/project.json" if full else "gitlab/project-basic.json", base, "", one.owner, one.name, one.id,
                   owner.id)
    title = one.title or one.name
    namespace = one.owner.rpartition("/")
    value["namespace"] |= {
        "name": namespace[2], "path": namespace[2], "kind": "group" if owner.kind == "organization" else "user",
        "parent_id": 4100 if namespace[0] else None,
        "web_url": f"{base}/{'groups/' if owner.kind == 'organization' else ''}{one.owner}"}
    value |= {
        "description": one.description, "name": title, "name_with_namespace": f"{one.owner.replace('/', ' / ')} / {title}",
        "created_at": milliseconds(one.created), "last_activity_at": milliseconds(one.pushed or one.updated),
        "default_branch": one.default_branch, "topics": list(one.topics), "tag_list": list(one.topics),
        "star_count": one.stars, "forks_count": one.forks,
        "readme_url": None if one.empty else f"{base}/{one.path}/-/blob/{one.default_branch}/README.md"}
    if full:
        value |= {"archived": one.archived, "visibility": one.visibility, "empty_repo": one.empty,
                  "updated_at": milliseconds(one.updated),
                  "description_html": f"<p>{one.description or ''}</p>",
                  "shared_with_groups": [{"group_id": 1, "group_name": group, "group_full_path": group,
                                          "group_access_level": 30, "expires_at": None} for group in one.shared_with]}
        if one.fork:
            value["forked_from_project"] = filled("gitlab/project-basic.json", base, "", "upstream", one.name, one.id + 500_000)
    return value | one.fields


class GitLab:
    """Answers for one scenario."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.omitted = scenario.option("omit", [])
        self.routes: list[tuple[str, Callable[..., Answer]]] = [
            (r"/api/v4/projects", self.instance), (r"/api/v4/groups/(?P<name>[^/]+)/projects", self.group),
            (r"/api/v4/users/(?P<name>[^/]+)/projects", self.user), (r"/api/v4/projects/(?P<name>[^/]+)", self.project),
            (r"/api/v4/groups/(?P<name>[^/]+)", self.group_itself), (r"/api/v4/users", self.users),
            (r"/api/v4/(version|metadata)", self.version)]

    def handles(self, path: str) -> bool:
        return path.startswith("/api/v4/")

    def respond(self, request: Request, authenticated: bool) -> Answer:
        if request.token() is not None and not authenticated:
            return answer(filled("gitlab/unauthorized.json", request.base), 401)
        for pattern, handler in self.routes:
            found = re.fullmatch(pattern, request.path)
            if found:
                names = {key: urllib.parse.unquote(value) for key, value in found.groupdict().items()}
                return self.finished(handler(request, authenticated, **names))
        return self.finished(self.missing("not-found", request))

    def finished(self, result: Answer) -> Answer:
        limit = self.scenario.option("rate_limit", {}).get("limit", 2000)
        result.headers |= {"Cache-Control": "max-age=0, private, must-revalidate", "Vary": "Origin",
                           "RateLimit-Limit": str(limit), "RateLimit-Remaining": str(limit - 1), "RateLimit-Observed": "1",
                           "RateLimit-Reset": "1795678260", "RateLimit-Name": "throttle_unauthenticated_api"}
        return result

    def not_modified(self, authenticated: bool) -> None:
        """A 304 counts like any answer here."""

    def missing(self, what: str, request: Request) -> Answer:
        return answer(filled(f"gitlab/{what}.json", request.base), 404)

    def shown(self, one: Repository, request: Request, full: bool) -> dict[str, Any]:
        owner = self.scenario.owner(one.owner) or Owner(one.owner, 0)
        value = project_object(one, owner, request.base, full)
        return {key: member for key, member in value.items() if key not in self.omitted}

    def selected(self, request: Request, repositories: Sequence[Repository]) -> Sequence[Repository]:
        """`repositories` with the filters of the query: visibility, archived."""
        query = request.query
        wanted = {"true": True, "1": True, "false": False, "0": False}.get(query.get("archived", ""))
        tests = []
        if wanted is not None:
            tests.append(lambda one: one.archived == wanted)
        if "visibility" in query and not self.scenario.option("simulate", None):
            tests.append(lambda one: one.visibility == query["visibility"])
        return [one for one in repositories if all(test(one) for test in tests)] if tests else repositories

    def instance(self, request: Request, authenticated: bool) -> Answer:
        repositories = self.selected(request, self.scenario.visible(authenticated))
        return self.page(request, authenticated, repositories, full=authenticated and request.query.get("simple") != "true")

    def group(self, request: Request, authenticated: bool, name: str) -> Answer:
        owner = self.scenario.owner(name) or self.scenario.owner_by_id(int(name) if name.isdigit() else 0)
        if owner is None or owner.kind != "organization":
            return self.missing("group-not-found", request)
        repositories = self.scenario.of(owner.name, authenticated, request.query.get("include_subgroups") in ("true", "1"),
                                        request.query.get("with_shared", "true") in ("true", "1"))
        return self.page(request, authenticated, self.selected(request, repositories),
                         full=request.query.get("simple") != "true")

    def user(self, request: Request, authenticated: bool, name: str) -> Answer:
        owner = self.scenario.owner(name) or self.scenario.owner_by_id(int(name) if name.isdigit() else 0)
        if owner is None or owner.kind == "organization":
            return self.missing("user-not-found", request)
        repositories = self.selected(request, self.scenario.of(owner.name, authenticated))
        return self.page(request, authenticated, repositories, full=authenticated)

    def page(self, request: Request, authenticated: bool, repositories: Sequence[Repository], full: bool) -> Answer:
        def show(one: Repository) -> dict[str, Any]:
            return self.shown(one, request, full)

        size = page_size(request, self.scenario, "per_page", 20, MOST)
        salt = f"{request.base} {full} {request.query}"
        if request.query.get("pagination") == "keyset":
            return self.keyset_page(request, repositories, size, show, salt)
        # GitLab's default order is by id, descending: the newest first.
        ordered = repositories
        if request.query.get("sort", "desc") == "desc" and isinstance(repositories, list):
            ordered = repositories[::-1]
        page = max(request.number("page", 1), 1)
        pages = max(-(-len(ordered) // size), 1)
        headers = {"X-Page": str(page), "X-Per-Page": str(size), "X-Next-Page": str(page + 1) if page < pages else "",
                   "X-Prev-Page": str(page - 1) if page > 1 else ""}
        relations = [("prev", page - 1)] * (page > 1) + [("next", page + 1)] * (page < pages) + [("first", 1)]
        if len(ordered) <= COUNTED:
            headers |= {"X-Total": str(len(ordered)), "X-Total-Pages": str(pages)}
            relations.append(("last", pages))
        headers["Link"] = ", ".join(
            f'<{request.link(request.path, page=number, per_page=size)}>; rel="{relation}"' for relation, number in relations)
        return page_answer(ordered, (page - 1) * size, page * size, show, headers, salt)

    def keyset_page(self, request: Request, repositories: Sequence[Repository], size: int,
                    show: Callable[[Repository], Any], salt: str) -> Answer:
        """The only way through an instance of more than fifty thousand projects: each link says after which id it goes on."""
        if request.query.get("order_by", "created_at") != "id":
            return answer({"error": "Keyset pagination is not yet available for this type of request"}, 405)
        descending = request.query.get("sort", "desc") == "desc" and "id_after" not in request.query
        if descending and isinstance(repositories, list):
            before = request.number("id_before", 1 << 62)
            ordered: Sequence[Repository] = [one for one in repositories if one.id < before][::-1]
            start = 0
        else:
            descending, ordered = False, repositories
            start = first_after(repositories, request.number("id_after", 0))
        stop = min(start + size, len(ordered))
        headers = {}
        if stop > start:
            key = "id_before" if descending else "id_after"
            headers["Link"] = f'<{request.link(request.path, **{key: ordered[stop - 1].id})}>; rel="next"'
        return page_answer(ordered, start, stop, show, headers, salt)

    def project(self, request: Request, authenticated: bool, name: str) -> Answer:
        if name.isdigit():
            one, former = self.scenario.find_by_id(int(name)), False
        else:
            one, former = self.scenario.find(name)
        if one is None or not (one.visibility == "public" or authenticated):
            return self.missing("project-not-found", request)
        if former:
            # GitLab redirects a former path to the project's number.
            return Answer(301, {"Location": f"{request.base}/api/v4/projects/{one.id}"})
        value = self.shown(one, request, authenticated)
        if request.query.get("license") in ("true", "1"):
            value |= license_members(one, request.base)
        return answer(value)

    def group_itself(self, request: Request, authenticated: bool, name: str) -> Answer:
        owner = self.scenario.owner(name)
        if owner is None or owner.kind != "organization":
            return self.missing("group-not-found", request)
        return answer(filled("gitlab/group.json", request.base, "", owner.name, owner_number=owner.id))

    def users(self, request: Request, authenticated: bool) -> Answer:
        owner = self.scenario.owner(request.query.get("username", ""))
        if owner is None or owner.kind == "organization":
            return answer([])
        value = filled("gitlab/user.json", request.base)
        return answer([value | {"id": owner.id, "username": owner.name, "web_url": f"{request.base}/{owner.name}"}])

    def version(self, request: Request, authenticated: bool) -> Answer:
        if not authenticated:
            return answer(filled("gitlab/unauthorized.json", request.base), 401)
        return answer({"version": self.scenario.option("version", "18.6.0"), "revision": "0123456789a"})
