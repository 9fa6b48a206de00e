# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""git.sr.ht's GraphQL API: POST /query, always with a token; a list comes with a cursor that is null on the last page.

It knows neither forks, nor archiving, nor stars, nor topics, nor a licence. Repositories lie at /~user/name, without ".git".
"""
from typing import Any

import graphql
from answers import Answer, Request, answer
from responses import filled
from scenario import Owner, Repository, Scenario

PAGE = 25


def repository_object(one: Repository, base: str) -> dict[str, Any]:
    value = filled("sourcehut/repository.json", base, "", one.owner.removeprefix("~"), one.name, one.id)
    head = None if one.empty else {**value["HEAD"], "name": f"refs/heads/{one.default_branch}"}
    return value | {"created": one.created, "updated": one.pushed or one.updated, "description": one.description,
                    "visibility": one.visibility.upper(), "HEAD": head,
                    "rid": f"bb9d2b5b-7c8a-4d5e-8e0c-{one.id:012}"} | one.fields


class SourceHut:
    """Answers for one scenario."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario

    def handles(self, path: str) -> bool:
        return path == "/query"

    def not_modified(self, authenticated: bool) -> None:
        """A query is a POST: it is never answered by 304."""

    def respond(self, request: Request, authenticated: bool) -> Answer:
        if not authenticated:
            return answer(filled("sourcehut/unauthorized.json", request.base), 401)
        if request.method != "POST":
            return Answer(405)

        def user(arguments: dict[str, Any]) -> Any:
            owner = self.scenario.owner("~" + arguments["username"].removeprefix("~"))
            return None if owner is None else self.user_object(owner, request.base)

        version = {"__typename": "Version", "major": 0, "minor": 0, "patch": 0, "deprecationDate": None}
        return answer(graphql.execute(request.body, {"__typename": "Query", "user": user, "version": lambda _: version}))

    def user_object(self, owner: Owner, base: str) -> dict[str, Any]:
        value = filled("sourcehut/user.json", base, "", owner.name.removeprefix("~"), owner_number=owner.id)
        listed = [one for one in self.scenario.of(owner.name, False) if one.visibility == "public"]

        def repositories(arguments: dict[str, Any]) -> dict[str, Any]:
            cursor = arguments.get("cursor")
            start = int(cursor.removeprefix("after-")) if cursor else 0
            stop = start + self.scenario.option("page_limit", PAGE)
            return {"__typename": "RepositoryCursor", "cursor": f"after-{stop}" if stop < len(listed) else None,
                    "results": [repository_object(one, base) for one in listed[start:stop]]}

        def repository(arguments: dict[str, Any]) -> Any:
            one, _ = self.scenario.find(f"{owner.name}/{arguments['name']}")
            return one and repository_object(one, base)

        return value | {"repositories": repositories, "repository": repository}
