# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""A forward proxy on loopback, for https_proxy and http_proxy: CONNECT tunnels and absolute addresses, to loopback alone. Each
request is a JSON line of the log, so that a test sees what went through it and what did not.

    python3 -B proxy.py [--log FILE] [--password USER:PASSWORD] [--port 0] [--lifetime SECONDS]
"""
import argparse
import base64
import contextlib
import http.client
import json
import os
import select
import socket
import threading
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from loopback_lifetime import wait_for_the_end

LOOPBACK = ("localhost", "127.0.0.1")
# Headers that are between the client and the proxy alone (RFC 9110, 7.6.1).
HOP = {"connection", "proxy-connection", "proxy-authorization", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade"}


class Proxy(ThreadingHTTPServer):
    """A listening proxy."""
    daemon_threads = True

    def __init__(self, port: int, log: Path | None, password: str | None) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.log = log.open("a", encoding="utf-8") if log else None
        self.wanted = password and "Basic " + base64.b64encode(password.encode()).decode()
        self.lock = threading.Lock()

    def note(self, **line: Any) -> None:
        if self.log:
            with self.lock:
                self.log.write(json.dumps(line) + "\n")
                self.log.flush()


class Handler(BaseHTTPRequestHandler):
    """One connection of a client."""
    server: Proxy
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:
        """The log is JSON lines."""

    def refused(self, host: str | None) -> bool:
        status = 407 if self.server.wanted and self.headers.get("Proxy-Authorization") != self.server.wanted else \
            502 if host not in LOOPBACK else 0
        self.server.note(method=self.command, host=host, target=self.path, refused=status or None)
        if status:
            self.send_response(status)
            if status == 407:
                self.send_header("Proxy-Authenticate", 'Basic realm="loopback proxy"')
            self.send_header("Content-Length", "0")
            self.end_headers()
        return bool(status)

    def do_CONNECT(self) -> None:
        host, _, port = self.path.rpartition(":")
        if self.refused(host):
            return
        # Either end may close its connection, or cut it.
        with contextlib.suppress(ConnectionError), socket.create_connection(("127.0.0.1", int(port))) as far:
            self.send_response(200, "Connection established")
            self.end_headers()
            self.close_connection = True
            ends = {self.connection: far, far: self.connection}
            while True:
                for ready in select.select(list(ends), [], [])[0]:
                    data = ready.recv(65_536)
                    if not data:
                        return
                    ends[ready].sendall(data)

    def do_GET(self) -> None:
        address = urllib.parse.urlsplit(self.path)
        if self.refused(address.hostname):
            return
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        far = http.client.HTTPConnection("127.0.0.1", address.port or 80)
        headers = {name: value for name, value in self.headers.items() if name.lower() not in HOP}
        far.request(self.command, urllib.parse.urlunsplit(("", "", *address[2:])), body, headers)
        response = far.getresponse()
        content = response.read()
        self.send_response(response.status)
        for name, value in response.getheaders():
            if name.lower() not in HOP | {"content-length", "date", "server"}:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_POST = do_HEAD = do_GET


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--log", type=Path)
    parser.add_argument("--password")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--lifetime", type=float, default=300, metavar="SECONDS")
    chosen = parser.parse_args()
    proxy = Proxy(chosen.port, chosen.log, chosen.password)
    threading.Thread(target=proxy.serve_forever, daemon=True).start()
    print(json.dumps({"port": proxy.server_address[1]}), flush=True)
    wait_for_the_end(chosen.lifetime)
    os._exit(0)


if __name__ == "__main__":
    main()
