# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""HTTP for a loopback forge: one thread a connection, every request logged, its fault applied, its bytes counted."""
import gzip
import itertools
import json
import select
import socket
import ssl
import struct
import sys
import threading
import time
import urllib.parse
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import bodies
import git_backend
from answers import API, Answer, Request, as_json
from api_bitbucket import Bitbucket
from api_gitea import Gitea
from api_github import GitHub
from api_gitlab import GitLab
from api_sourcehut import SourceHut
from faults import Fault, Faults
from responses import filled
from scenario import Scenario, read_scenario

APIS: dict[str, Callable[[Scenario], API]] = {
    "github": GitHub, "gitlab": GitLab, "gitea": Gitea, "forgejo": Gitea, "gogs": Gitea, "sourcehut": SourceHut,
    "bitbucket": Bitbucket}
# Request headers that a log line keeps as they are.
KEPT = ("Accept", "Accept-Encoding", "Content-Encoding", "Content-Type", "Git-Protocol", "Host", "If-None-Match", "Range",
        "Transfer-Encoding", "User-Agent", "X-GitHub-Api-Version")
COUNTER = itertools.count(1)


class Forge(ThreadingHTTPServer):
    """A listening forge. `scenario` may be read anew while it runs."""
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, port: int, scenario: Scenario, root: Path, log: Path | None, tls: ssl.SSLContext | None) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.root, self.tls, self.stopping = root, tls, threading.Event()
        self.base = f"{'https' if tls else 'http'}://localhost:{self.server_address[1]}"
        self.log = log.open("a", encoding="utf-8") if log else None
        self.lock, self.in_flight = threading.Lock(), 0
        self.totals = {"requests": 0, "not_modified": 0, "bytes": 0, "body_bytes": 0, "most_in_flight": 0}
        self.use(scenario)

    def use(self, scenario: Scenario) -> None:
        """Answers by another scenario from now on; its faults begin to count anew."""
        self.scenario, self.faults = scenario, Faults(scenario.option("faults", []))
        self.api = APIS[scenario.forge](scenario)

    def reload(self, path: Path) -> None:
        self.use(read_scenario(path))

    def finish_request(self, request: Any, client_address: Any) -> None:
        """The TLS handshake happens here, in the connection's thread, so that a client that stalls holds up nobody."""
        if self.tls is None:
            super().finish_request(request, client_address)
            return
        try:
            request.settimeout(30)
            secured = self.tls.wrap_socket(request, server_side=True)
        except OSError as error:
            self.write({"time": time.time(), "handshake": str(error)})
            return
        try:
            secured.settimeout(None)
            super().finish_request(secured, client_address)
            secured.settimeout(1)
            secured.unwrap()
        except (OSError, ValueError):
            pass
        finally:
            secured.close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is none of ours; what is, goes to standard error as ever."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)

    def write(self, line: dict[str, Any]) -> None:
        if self.log:
            with self.lock:
                self.log.write(json.dumps(line, ensure_ascii=False) + "\n")
                self.log.flush()

    def entered(self) -> int:
        """How many requests are under way with this one."""
        with self.lock:
            self.in_flight += 1
            self.totals["requests"] += 1
            self.totals["most_in_flight"] = max(self.totals["most_in_flight"], self.in_flight)
            return self.in_flight

    def left(self, line: dict[str, Any]) -> None:
        with self.lock:
            self.in_flight -= 1
            self.totals["bytes"] += line["bytes"]
            self.totals["body_bytes"] += line["body_bytes"]
            self.totals["not_modified"] += line["status"] == 304
        self.write(line)


class Counted:
    """The connection's output, with the number of bytes that went into it."""

    def __init__(self, output: Any) -> None:
        self.output, self.bytes = output, 0

    def write(self, data: bytes) -> int:
        self.output.write(data)
        self.bytes += len(data)
        return len(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.output, name)


class Handler(BaseHTTPRequestHandler):
    """One connection."""
    server: Forge
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "loopback-forge", ""

    def setup(self) -> None:
        super().setup()
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.wfile = Counted(self.wfile)  # type: ignore[assignment]

    def log_message(self, format: str, *args: Any) -> None:
        """The log is JSON lines, written when a request is done."""

    def do_GET(self) -> None:
        self.serve()

    do_HEAD = do_POST = do_PUT = do_DELETE = do_PATCH = do_GET

    def serve(self) -> None:
        began, before = time.time(), self.wfile.bytes  # type: ignore[attr-defined]
        concurrent = self.server.entered()
        self.status, self.body_bytes, self.ending = 0, 0, "complete"
        self.fault = self.server.faults.due(self.command, self.path)
        try:
            self.respond()
        except bodies.Reset:
            self.ending = "reset"
            self.cut()
        except OSError:
            self.ending, self.close_connection = "client gone", True
        finally:
            self.server.left({
                "time": began, "seconds": round(time.time() - began, 4), "method": self.command,
                "target": self.redacted(self.path), "headers": self.kept_headers(), "token": self.token_state(),
                "leaks": self.leaks(), "status": self.status, "body_bytes": self.body_bytes,
                "bytes": self.wfile.bytes - before,  # type: ignore[attr-defined]
                "fault": self.fault and self.fault.kind, "ending": self.ending, "in_flight": concurrent})

    # What was asked

    def read_body(self) -> bytes:
        if "chunked" in self.headers.get("Transfer-Encoding", "").lower():
            pieces = []
            while size := int(self.rfile.readline().split(b";")[0] or b"0", 16):
                pieces.append(self.rfile.read(size))
                self.rfile.readline()
            while self.rfile.readline().strip():
                pass
            return b"".join(pieces)
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def token_state(self) -> str:
        """Whether a token was there, and a good one; never which."""
        try:
            token = Request(self.command, "", {}, self.headers, b"", "").token()
        except ValueError:
            return "unreadable"
        return "none" if token is None else "accepted" if token in self.server.scenario.tokens else "refused"

    def redacted(self, text: str) -> str:
        for token in self.server.scenario.tokens:
            text = text.replace(token, "<token>")
        return text

    def kept_headers(self) -> dict[str, str]:
        return {name.lower(): self.redacted(self.headers[name]) for name in KEPT if name in self.headers}

    def leaks(self) -> list[str]:
        """Where one of the scenario's tokens is and has no business to be."""
        places = {"target": self.path} | {
            name.lower(): value for name, value in self.headers.items() if name.lower() not in ("authorization", "private-token")}
        return [place for place, value in places.items() if any(token in value for token in self.server.scenario.tokens)]

    # What is answered

    def respond(self) -> None:
        body = self.read_body()
        if self.fault and self.early_fault(self.fault):
            return
        path, _, query = self.path.partition("?")
        pairs = dict(urllib.parse.parse_qsl(query, keep_blank_values=True))
        request = Request(self.command, path, pairs, self.headers, body, self.server.base)
        authenticated = self.token_state() == "accepted"
        api = self.server.api
        if api.handles(path):
            if self.headers.get("Content-Encoding") == "gzip":
                request = Request(self.command, path, pairs, self.headers, gzip.decompress(body), self.server.base)
            self.send_answer(api.respond(request, authenticated), authenticated)
        elif asked := git_backend.git_path(urllib.parse.unquote(path)):
            self.send_git(asked, query, body, authenticated)
        else:
            self.send_page(404)

    def early_fault(self, fault: Fault) -> bool:
        """The faults that answer in the place of the forge."""
        if fault.kind == "hang":
            self.pause(fault.get("seconds", bodies.FOREVER))
            self.ending, self.close_connection = "hung", True
        elif fault.kind == "status":
            self.send_whole(fault["status"], {"Content-Type": "application/json", **fault.get("headers", {})},
                            fault.get("body", '{"message":"Server Error"}').encode())
        elif fault.kind == "rate-limit":
            self.send_rate_limit(fault)
        elif fault.kind == "html":
            self.send_page(fault.get("status", 200))
        elif fault.kind == "malformed":
            self.send_whole(200, {"Content-Type": "application/json"}, b'[{"id": 1, "name": }, nonsense]')
        elif fault.kind == "redirect":
            self.send_whole(fault.get("status", 302), {"Location": fault["to"].replace("{base}", self.server.base)}, b"")
        elif fault.kind == "endless":
            self.send_body(200, {"Content-Type": "application/json"}, bodies.endless_json(), None)
        elif fault.kind == "reset" and "bytes" not in fault.values:
            raise bodies.Reset
        else:
            return False
        return True

    def send_rate_limit(self, fault: Fault) -> None:
        headers = {"Content-Type": "application/json; charset=utf-8"}
        if "retry_after" in fault.values:
            headers["Retry-After"] = str(fault["retry_after"])
        if "reset_in" in fault.values:
            reset = str(int(time.time() + fault["reset_in"]))
            headers |= {"x-ratelimit-limit": "60", "x-ratelimit-remaining": "0", "x-ratelimit-used": "60",
                        "x-ratelimit-reset": reset, "RateLimit-Remaining": "0", "RateLimit-Reset": reset}
        name = {"github": "rate-limited" if "reset_in" in fault.values else "secondary-rate-limited",
                "bitbucket": "rate-limited", "gitlab": "rate-limited"}.get(self.server.scenario.forge)
        value = filled(f"{self.server.scenario.forge}/{name}.json", self.server.base) if name else {"message": "Slow down"}
        self.send_whole(fault.get("status", 403), headers, as_json(value))

    def send_answer(self, answer: Answer, authenticated: bool) -> None:
        headers, scenario = dict(answer.headers), self.server.scenario
        if answer.etag and scenario.etags and self.command in ("GET", "HEAD"):
            tag = answer.etag[:40] + ("-token" if authenticated else "")
            if self.fault and self.fault.kind == "etag-changing":
                tag += f"-{next(COUNTER)}"
            headers["ETag"] = f'W/"{tag}"'
            if f'"{tag}"' in self.headers.get("If-None-Match", ""):
                self.server.api.not_modified(authenticated)
                # A 304 repeats what a cache needs (RFC 9110, 15.4.5): a Link is no part of it.
                for name in ["Content-Type"] + ([] if scenario.option("link_on_304", False) else ["Link"]):
                    headers.pop(name, None)
                self.send_whole(304, headers, b"")
                return
        body = answer.make_body()
        if scenario.option("compress", False) and "gzip" in self.headers.get("Accept-Encoding", "") and len(body) > 500:
            body = gzip.compress(body, 6, mtime=0)
            headers["Content-Encoding"] = "gzip"
        self.send_whole(answer.status, headers, body)

    def send_git(self, asked: git_backend.GitPath, query: str, body: bytes, authenticated: bool) -> None:
        server = self.server
        found = git_backend.locate(server.scenario, server.root, asked, query, server.base, authenticated)
        if found.status != 200:
            headers = {"Location": found.location} if found.location else {}
            if found.status == 401:
                headers["WWW-Authenticate"] = 'Basic realm="loopback forge"'
            self.send_whole(found.status, headers | {"Content-Type": "text/plain"}, b"Repository not found.\n")
            return
        version_2 = "version=2" in self.headers.get("Git-Protocol", "")
        if self.fault and self.fault.kind == "flood" and (b"command=fetch" in body if version_2 else b"want " in body):
            self.send_body(200, {"Content-Type": "application/x-git-upload-pack-result"}, bodies.flood(version_2), None)
            return
        backend = git_backend.Backend(git_backend.environment(
            server.root, found.folder, asked, self.command, query, self.headers, len(body)), body)
        chunks = backend.body()
        try:
            if self.fault and self.fault.kind == "wrong-length":
                self.send_whole(backend.status, backend.headers, b"".join(chunks))
            else:
                self.send_body(backend.status, backend.headers, chunks, None)
        finally:
            chunks.close()  # type: ignore[attr-defined]
            backend.process.kill()
            backend.process.wait()

    def send_page(self, status: int) -> None:
        """A web page, where a program expects something else."""
        self.send_whole(status, {"Content-Type": "text/html; charset=utf-8"},
                        b"<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body><h1>Sign in</h1></body></html>\n")

    # How it is sent

    def send_whole(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_body(status, headers, iter([body]), len(body))

    def send_body(self, status: int, headers: dict[str, str], chunks: Iterator[bytes], length: int | None) -> None:
        """Sends a response; its body in HTTP's own chunks when its length is not known."""
        self.status = status
        chunked = length is None
        if self.fault:
            chunks = bodies.faulty(chunks, self.fault, self.pause, length)
            if self.fault.kind == "truncate" and length is not None:
                length = min(length, bodies.cut_length(self.fault, length))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if chunked:
            self.send_header("Transfer-Encoding", "chunked")
        elif status != 304:
            wrong = self.fault["by"] if self.fault and self.fault.kind == "wrong-length" else 0
            self.close_connection = self.close_connection or wrong != 0
            self.send_header("Content-Length", str(max((length or 0) + wrong, 0)))
        self.end_headers()
        if self.command == "HEAD" or status == 304:
            return
        for chunk in chunks:
            if chunk:
                self.wfile.write(b"%x\r\n%b\r\n" % (len(chunk), chunk) if chunked else chunk)
                self.body_bytes += len(chunk)
        if chunked:
            self.wfile.write(b"0\r\n\r\n")

    def pause(self, seconds: float) -> bool:
        """Waits; true when it is of no use to go on."""
        until = time.time() + seconds
        while (left := until - time.time()) > 0:
            if self.server.stopping.wait(min(left, 0.1)) or self.client_has_gone():
                self.close_connection = True
                self.ending = "client gone"
                return True
        return False

    def client_has_gone(self) -> bool:
        """Whether the client has closed the connection: nothing else is to be read while it waits for an answer."""
        try:
            if not select.select([self.connection], [], [], 0)[0]:
                return False
            return isinstance(self.connection, ssl.SSLSocket) or not self.connection.recv(1, socket.MSG_PEEK)
        except (OSError, ValueError):
            return True

    def cut(self) -> None:
        """Closes with a reset: a linger time of zero makes TCP send RST instead of FIN."""
        self.close_connection = True
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.rfile.close()
        self.connection.close()
