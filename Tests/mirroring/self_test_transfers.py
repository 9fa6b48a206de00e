# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks what git gets from the loopback forges."""
import gzip
import http.client
import ssl
import subprocess

import certificates
import git_world
from loopback import Server, ask
from self_test_world import TOKEN, World, clone


class Transfers(World):
    """What git gets."""

    def test_every_repository_is_cloned_whole_by_both_protocols(self) -> None:
        with self.forge() as server:
            for version in ("0", "2"):
                for one in self.scenario["repositories"]:
                    into = self.folder / f"clones-{version}" / one["path"].replace("/", "-")
                    result = clone(f"{server.base}/{one['path']}.git", into, "-c", f"protocol.version={version}")
                    self.assertEqual(0, result.returncode, result.stderr)
                    self.assertEqual(git_world.git(self.root / f"{one['path']}.git", "for-each-ref"),
                                     git_world.git(into, "for-each-ref"))

    def test_tls_is_accepted_with_the_authority_for_the_right_name_and_day_alone(self) -> None:
        certificates.make_certificates(self.folder / "tls")
        authority = self.folder / "tls" / "ca.pem"
        for name, accepted in (("good", True), ("other-name", False), ("expired", False), ("self-signed", False)):
            with self.forge(tls=name) as server:
                result = clone(f"{server.base}/example-ministry/solar-register.git", self.folder / f"tls-{name}",
                               GIT_SSL_CAINFO=str(authority))
                self.assertEqual(accepted, result.returncode == 0, name)
                verify = subprocess.run(
                    ["openssl", "s_client", "-connect", f"localhost:{server.port}", "-CAfile", str(authority),
                     "-verify_hostname", "localhost", "-verify_return_error"], stdin=subprocess.DEVNULL, capture_output=True)
                self.assertEqual(accepted, verify.returncode == 0, name)
                if accepted:
                    self.assertEqual(200, ask(f"{server.base}/rate_limit", authority=authority).status)
                else:
                    with self.assertRaises(ssl.SSLError):
                        ask(f"{server.base}/rate_limit", authority=authority)

    def test_a_renamed_repository_is_followed_and_a_private_one_asks_for_a_token(self) -> None:
        repositories = [{"path": "example-ministry/solar-register", "renamed_from": ["before/it"]},
                        {"path": "example-ministry/own-terms", "visibility": "private"}]
        with self.forge(repositories=repositories) as server:
            self.assertEqual(0, clone(f"{server.base}/before/it.git", self.folder / "renamed").returncode)
            address = f"{server.base}/example-ministry/own-terms.git"
            self.assertNotEqual(0, clone(address, self.folder / "refused").returncode)
            given = address.replace("http://", f"http://user:{TOKEN}@")
            self.assertEqual(0, clone(given, self.folder / "private").returncode)
            self.assertEqual("accepted", self.log()[-1]["token"])
            self.assertNotIn(TOKEN, self.log_path.read_text())

    def test_a_request_body_in_chunks_and_in_gzip_reaches_git(self) -> None:
        want = git_world.git(self.root / "example-ministry/solar-register.git", "rev-parse", "main").decode().strip()
        line = f"want {want} ofs-delta\n"
        body = f"{len(line) + 4:04x}{line}0000".encode() + b"0009done\n"
        with self.forge() as server:
            connection = http.client.HTTPConnection("localhost", server.port)
            self.addCleanup(connection.close)
            for encoding, sent in ((None, body), ("gzip", gzip.compress(body))):
                headers = {"Content-Type": "application/x-git-upload-pack-request"}
                if encoding:
                    headers["Content-Encoding"] = encoding
                connection.request("POST", "/example-ministry/solar-register.git/git-upload-pack", iter([sent[:20], sent[20:]]),
                                   headers, encode_chunked=True)
                self.assertIn(b"PACK", connection.getresponse().read())

    def test_git_daemon_and_the_proxy_serve_the_same_repositories(self) -> None:
        with Server("git_daemon.py", "--root", str(self.root)) as daemon:
            result = clone(f"git://localhost:{daemon.port}/example-ministry/solar-register.git", self.folder / "daemon")
            self.assertEqual(0, result.returncode, result.stderr)
        certificates.make_certificates(self.folder / "tls")
        log = self.folder / "proxy.jsonl"
        with self.forge(tls="good") as server, Server("proxy.py", "--log", str(log)) as proxy:
            result = clone(f"{server.base}/example-ministry/solar-register.git", self.folder / "proxied",
                           GIT_SSL_CAINFO=str(self.folder / "tls" / "ca.pem"), https_proxy=proxy.base)
            self.assertEqual(0, result.returncode, result.stderr)
            self.assertIn(f'"target": "localhost:{server.port}"', log.read_text())

    def test_a_world_that_changes_is_read_again_on_the_word_reload(self) -> None:
        root = self.folder / "changing"
        git_world.make_world(root, megabytes=1)
        world = git_world.World(root)
        with Server("forge_server.py", "--scenario", str(root / "scenario.json"), "--root", str(root)) as server:
            address = f"{server.base}/orgs/example-ministry/repos"
            tag = ask(address).headers["etag"]
            new = world.push("example-ministry/solar-register")
            world.force_push("example-ministry/old-portal")
            world.rename("example-ministry/tree-map", "other-ministry/map-of-trees")
            world.delete("example-ministry/own-terms")
            self.assertEqual({"reloaded": True}, server.tell("reload"))
            after = ask(address, {"If-None-Match": tag})
            self.assertEqual((200, 6), (after.status, len(after.json)))
            self.assertEqual("2026-06-02T09:30:00Z", after.json[0]["pushed_at"])
            self.assertEqual(0, clone(f"{server.base}/example-ministry/tree-map.git", self.folder / "moved").returncode)
            clone(f"{server.base}/example-ministry/solar-register.git", self.folder / "pushed")
            self.assertEqual(new, git_world.git(self.folder / "pushed", "rev-parse", "main").decode().strip())
