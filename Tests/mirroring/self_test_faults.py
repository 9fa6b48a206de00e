# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks what goes wrong on purpose in the loopback forges."""
import http.client
import os
import socket
import subprocess
import time
from typing import Any

from loopback import Server, ask
from self_test_world import ENVIRONMENT, TOKEN, World, clone

LISTING = "/orgs/example-ministry/repos"
PACK = "/example-ministry/large-archive.git/git-upload-pack"


class FaultsOnPurpose(World):
    """What goes wrong."""

    def faulty(self, kind: str, on: str = f"GET {LISTING}*", **members: Any) -> Server:
        return self.forge(faults=[{"on": on, "kind": kind, **members}])

    def test_errors_and_rate_limits_come_so_many_times_and_then_no_more(self) -> None:
        with self.faulty("status", status=503, times=2, skip=1, headers={"Retry-After": "1"}) as server:
            self.assertEqual([200, 503, 503, 200], [ask(server.base + LISTING).status for _ in range(4)])
        with self.faulty("rate-limit", status=429, retry_after=2, times=1) as server:
            reply = ask(server.base + LISTING)
            self.assertEqual((429, "2"), (reply.status, reply.headers["retry-after"]))
        with self.faulty("rate-limit", reset_in=3) as server:
            reply = ask(server.base + LISTING)
            self.assertEqual((403, "0"), (reply.status, reply.headers["x-ratelimit-remaining"]))
            self.assertAlmostEqual(time.time() + 3, int(reply.headers["x-ratelimit-reset"]), delta=2)

    def test_bodies_are_truncated_malformed_or_a_web_page(self) -> None:
        for kind in ("truncate", "malformed", "html"):
            with self.faulty(kind) as server:
                reply = ask(server.base + LISTING)
                self.assertEqual(200, reply.status)
                with self.assertRaises(ValueError):
                    reply.json

    def test_a_length_that_is_wrong_either_way(self) -> None:
        with self.faulty("wrong-length", by=100) as server:
            with self.assertRaises(http.client.IncompleteRead):
                ask(server.base + LISTING)
        with self.faulty("wrong-length", by=-100) as server:
            with self.assertRaises(ValueError):
                ask(server.base + LISTING).json

    def test_redirects_within_the_host_and_to_another(self) -> None:
        for to in ("{base}/elsewhere", "https://other.example.org/x"):
            with self.faulty("redirect", status=307, to=to) as server:
                reply = ask(server.base + LISTING)
                self.assertEqual((307, to.replace("{base}", server.base)), (reply.status, reply.headers["location"]))

    def test_a_reset_a_silence_and_a_body_without_an_end(self) -> None:
        for kind in ("reset", "hang"):
            with self.faulty(kind) as server, self.assertRaises((ConnectionResetError, TimeoutError)):
                ask(server.base + LISTING, timeout=0.5)
        with self.faulty("endless") as server:
            with socket.create_connection(("127.0.0.1", server.port)) as connection:
                connection.sendall(f"GET {LISTING} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
                received = 0
                while received < 20_000_000:
                    received += len(connection.recv(1 << 20))
        with self.faulty("slow", bytes_per_second=200) as server, self.assertRaises(TimeoutError):
            with socket.create_connection(("127.0.0.1", server.port)) as connection:
                connection.sendall(f"GET {LISTING} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
                began, connection_bytes = time.time(), 0
                while time.time() - began < 1:
                    connection_bytes += len(connection.recv(4096))
                self.assertLess(connection_bytes, 1500)
                raise TimeoutError

    def test_an_etag_that_always_changes(self) -> None:
        with self.faulty("etag-changing") as server:
            tag = ask(server.base + LISTING).headers["etag"]
            self.assertEqual(200, ask(server.base + LISTING, {"If-None-Match": tag}).status)

    def test_a_pack_that_stalls_breaks_off_or_has_no_end(self) -> None:
        address, on = "/example-ministry/large-archive.git", f"POST {PACK}"
        for kind, members in (("stall", {"bytes": 1_000_000, "seconds": 2}), ("reset", {"bytes": 1_000_000}),
                              ("truncate", {"bytes": 1_000_000})):
            with self.faulty(kind, on, **members) as server:
                began = time.time()
                result = clone(server.base + address, self.folder / f"pack-{kind}", "-c", "protocol.version=0")
                self.assertEqual(kind == "stall", result.returncode == 0, result.stderr)
                if kind == "stall":
                    self.assertGreater(time.time() - began, 2)
        with self.faulty("flood", on) as server:
            for version in ("0", "2"):
                process = subprocess.Popen(
                    ["git", "-c", f"protocol.version={version}", "-c", "fetch.unpackLimit=1", "clone", "--quiet", "--mirror",
                     server.base + address, str(self.folder / f"flood-{version}")], env=ENVIRONMENT, stderr=subprocess.DEVNULL)
                begun = time.time()
                while server.tell("stats")["requests"] == 0 or time.time() - begun < 1.5:
                    time.sleep(0.1)
                self.assertIsNone(process.poll(), "it goes on for as long as it may")
                process.kill()
                process.wait()

    def test_the_log_says_what_was_asked_and_where_a_token_leaked(self) -> None:
        with self.forge() as server:
            ask(f"{server.base}{LISTING}?private_token={TOKEN}", {"Authorization": f"Bearer {TOKEN}", "Accept": "x/y"})
        line = self.log()[0]
        self.assertEqual((f"{LISTING}?private_token=<token>", "accepted", ["target"], 200, "x/y"), (
            line["target"], line["token"], line["leaks"], line["status"], line["headers"]["accept"]))
        self.assertGreater(line["bytes"], line["body_bytes"])

    def test_it_stops_after_its_lifetime_and_when_its_standard_input_closes(self) -> None:
        began = time.time()
        server = self.forge("--lifetime", "1")
        self.assertEqual(0, server.process.wait(5))
        self.assertGreater(time.time() - began, 0.9)
        server.__exit__()
        with self.forge() as server:
            pass
        self.assertEqual(0, server.process.returncode)
        with self.assertRaises(OSError):
            os.kill(server.process.pid, 0)
