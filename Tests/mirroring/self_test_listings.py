# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks what the loopback forges list."""
import http.client
import json
from pathlib import Path
from typing import Any

from loopback import Server, all_pages, ask
from self_test_world import TOKEN, World


class Listings(World):
    """What the APIs list."""

    def names(self, pages: list[Any]) -> list[str]:
        return sorted(one.get("full_name") or one["path_with_namespace"] for page in pages for one in page.json)

    def all_names(self) -> list[str]:
        return sorted(one["path"] for one in self.scenario["repositories"])

    def test_github_pages_to_the_end_at_the_root_and_under_api_v3(self) -> None:
        with self.forge(page_limit=3) as server:
            for api in ("", "/api/v3"):
                pages = all_pages(f"{server.base}{api}/orgs/example-ministry/repos?type=public&per_page=100")
                self.assertEqual(3, len(pages))
                self.assertEqual(self.all_names(), self.names(pages))
            self.assertEqual(404, ask(f"{server.base}/orgs/nobody/repos").status)

    def test_github_answers_304_to_its_etag_and_counts_a_request_with_a_token_no_more(self) -> None:
        with self.forge(rate_limit={"limit": 3, "authenticated_limit": 100}) as server:
            address = f"{server.base}/orgs/example-ministry/repos"
            for headers, counted in (({}, 2), ({"Authorization": f"Bearer {TOKEN}"}, 1)):
                first = ask(address, headers)
                again = ask(address, headers | {"If-None-Match": first.headers["etag"]})
                self.assertEqual((304, b""), (again.status, again.body))
                self.assertEqual(counted, int(ask(f"{server.base}/rate_limit", headers).json["rate"]["used"]))
            self.assertEqual(200, ask(address).status)
            over = ask(address)
            self.assertEqual((403, "0"), (over.status, over.headers["x-ratelimit-remaining"]))
            self.assertEqual(401, ask(address, {"Authorization": "Bearer wrong"}).status)

    def test_github_redirects_a_renamed_repository_to_its_number_and_forgets_a_deleted_one(self) -> None:
        repositories = [{"path": "new/name", "id": 7, "renamed_from": ["old/name"]}, {"path": "new/gone", "deleted": True}]
        with self.forge(repositories=repositories) as server:
            moved = ask(f"{server.base}/repos/old/name")
            self.assertEqual((301, f"{server.base}/repositories/7"), (moved.status, moved.headers["location"]))
            self.assertEqual("new/name", ask(moved.headers["location"]).json["full_name"])
            self.assertEqual(404, ask(f"{server.base}/repos/new/gone").status)
            self.assertEqual(["new/name"], self.names([ask(f"{server.base}/orgs/new/repos")]))

    def test_github_graphql_pages_by_cursor(self) -> None:
        query = """query($login: String!, $after: String) { organization(login: $login) {
            repositories(first: 100, after: $after) {
                pageInfo { hasNextPage endCursor } nodes { nameWithOwner isFork licenseInfo { spdxId } } } } }"""
        with self.forge(page_limit=5) as server:
            found, after = [], None
            while True:
                body = json.dumps({"query": query, "variables": {"login": "example-ministry", "after": after}}).encode()
                page = ask(f"{server.base}/graphql", {"Authorization": f"Bearer {TOKEN}"}, body).json["data"]
                listed = page["organization"]["repositories"]
                found += [one["nameWithOwner"] for one in listed["nodes"]]
                after = listed["pageInfo"]["endCursor"]
                if not listed["pageInfo"]["hasNextPage"]:
                    break
            self.assertEqual(self.all_names(), sorted(found))
            wrong = ask(f"{server.base}/graphql", {"Authorization": f"Bearer {TOKEN}"}, b'{"query": "{ nonsense }"}')
            self.assertIn("nonsense", wrong.json["errors"][0]["message"])

    def test_gitlab_lists_a_group_with_its_subgroups_and_an_instance_by_keyset(self) -> None:
        repositories = [{"path": "group/one"}, {"path": "group/sub/two"}, {"path": "group/sub/deep/three", "archived": True},
                        {"path": "else/four", "shared_with": ["group"]}, {"path": "a-person/five"},
                        {"path": "group/hidden", "visibility": "private"}]
        with self.forge(forge="gitlab", repositories=repositories, page_limit=2,
                        owners={"a-person": {"kind": "user"}}) as server:
            api = f"{server.base}/api/v4"
            subgroups = f"{api}/groups/group/projects?include_subgroups=true&visibility=public&per_page=100"
            self.assertEqual(["group/one", "group/sub/deep/three", "group/sub/two"],
                             self.names(all_pages(subgroups + "&with_shared=false")))
            self.assertIn("else/four", self.names(all_pages(subgroups)))
            self.assertEqual(["group/sub/two"], self.names(all_pages(f"{api}/groups/group%2Fsub/projects")))
            keyset = all_pages(f"{api}/projects?visibility=public&pagination=keyset&order_by=id&sort=asc&per_page=100")
            self.assertEqual(5, len(self.names(keyset)))
            self.assertEqual([], keyset[-1].json)
            self.assertNotIn("archived", keyset[0].json[0])
            self.assertEqual(["a-person/five"], self.names(all_pages(f"{api}/users/a-person/projects")))
            project = ask(f"{api}/projects/group%2Fone?license=true").json
            self.assertIsNone(project["license"])

    def test_gitea_and_forgejo_list_an_organisation_and_search_the_instance(self) -> None:
        for forge in ("gitea", "forgejo"):
            with self.forge(forge=forge, page_limit=3) as server:
                pages = all_pages(f"{server.base}/api/v1/orgs/example-ministry/repos?limit=50")
                self.assertEqual(self.all_names(), self.names(pages))
                self.assertEqual("8", pages[0].headers["x-total-count"])
                self.assertNotIn("etag", pages[0].headers)
                found = ask(f"{server.base}/api/v1/repos/search?limit=50").json
                self.assertEqual((True, 3), (found["ok"], len(found["data"])))

    def test_gogs_lists_an_account_with_a_token_and_searches_by_its_number_without(self) -> None:
        with self.forge(forge="gogs") as server:
            api = f"{server.base}/api/v1"
            self.assertEqual(401, ask(f"{api}/orgs/example-ministry/repos").status)
            self.assertEqual(8, len(ask(f"{api}/orgs/example-ministry/repos", {"Authorization": f"token {TOKEN}"}).json))
            number = ask(f"{api}/users/example-ministry").json["id"]
            self.assertEqual(8, len(ask(f"{api}/repos/search?uid={number}&limit=50").json["data"]))

    def test_sourcehut_lists_with_a_token_by_cursor(self) -> None:
        query = """query($name: String!, $cursor: Cursor) { user(username: $name) { repositories(cursor: $cursor) {
            cursor results { id name description visibility HEAD { name } owner { canonicalName } } } } }"""
        with self.forge(forge="sourcehut", page_limit=2, owners={}, repositories=[
                {"path": f"~example/tool-{number}"} for number in range(5)]) as server:
            found, cursor, first = [], None, True
            while first or cursor:
                first = False
                body = json.dumps({"query": query, "variables": {"name": "example", "cursor": cursor}}).encode()
                reply = ask(f"{server.base}/query", {"Authorization": f"Bearer {TOKEN}"}, body)
                listed = reply.json["data"]["user"]["repositories"]
                found += [one["name"] for one in listed["results"]]
                cursor = listed["cursor"]
            self.assertEqual([f"tool-{number}" for number in range(5)], found)
            self.assertEqual(401, ask(f"{server.base}/query", body=b"{}").status)

    def test_bitbucket_names_its_next_page_by_its_address(self) -> None:
        with self.forge(forge="bitbucket", page_limit=3) as server:
            found, following = [], f"{server.base}/2.0/repositories/example-ministry?pagelen=100"
            while following:
                page = ask(following).json
                found += [one["full_name"] for one in page["values"]]
                following = page.get("next", "")
            self.assertEqual(self.all_names(), sorted(found))

    def test_a_simulated_forge_of_thirty_thousand_answers_304_in_a_small_part_of_the_bytes(self) -> None:
        for forge, address in (("github", "/orgs/example-ministry/repos?per_page=100"),
                               ("gitlab", "/api/v4/projects?pagination=keyset&order_by=id&sort=asc&per_page=100")):
            with Server("forge_server.py", "--simulate", "30000", "--forge", forge) as server:
                connection = http.client.HTTPConnection("localhost", server.port)
                self.addCleanup(connection.close)
                tags, count, following = [], 0, address
                while following:
                    connection.request("GET", following)
                    response = connection.getresponse()
                    count += response.read().count(b'"default_branch"')
                    tags.append((following, response.headers["ETag"]))
                    links = [part for part in (response.headers["Link"] or "").split(", ") if part.endswith('rel="next"')]
                    following = links[0].split(">")[0].removeprefix("<" + server.base) if links else ""
                self.assertEqual(30_000, count)
                first = server.tell("stats")
                for target, tag in tags:
                    connection.request("GET", target, headers={"If-None-Match": tag})
                    response = connection.getresponse()
                    self.assertEqual((304, b""), (response.status, response.read()))
                second = server.tell("stats")
                self.assertLess((second["bytes"] - first["bytes"]) / first["bytes"], 0.01)
                resident = Path(f"/proc/{server.process.pid}/status").read_text().partition("VmHWM:")[2].split()[0]
                self.assertLess(int(resident), 80_000, "kilobytes at most, whatever the number")
