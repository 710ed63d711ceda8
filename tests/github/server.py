"""The fake GitHub behind real HTTP on an ephemeral port of loopback."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from tests.github.call import dispatch
from tests.github.faults import Faults, Reply
from tests.github.openapi.description import Description
from tests.github.store import Store, Token

READS = ("GET", "HEAD")


class Seen(NamedTuple):
    """One call as it arrived, and the status that it was answered with (0: broken off)."""

    method: str
    path: str
    body: Any
    status: int


@dataclass(repr=False)
class Hub:
    """What tests see: the store, the troubles to come, and every call."""

    store: Store = field(default_factory=Store)
    faults: Faults = field(default_factory=Faults)
    calls: list[Seen] = field(default_factory=list)
    description: Description | None = None
    """GitHub's own, where it could be fetched: each call and answer is held against it."""
    violations: list[str] = field(default_factory=list)
    url: str = ""
    secret: str = ""
    """The token of the call under way."""
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def writes(self) -> list[Seen]:
        """The calls that change something, or try to."""
        return [seen for seen in self.calls if seen.method not in READS and not _is_query(seen)]

    @property
    def limits(self) -> dict[str, str]:
        """What every answer says of the hour's calls."""
        return {"X-RateLimit-Limit": "5000", "X-RateLimit-Remaining": str(max(5000 - self.store.requests, 1))}

    def unlocked(self, act: Callable[[], object]) -> Callable[[], None]:
        """An act that itself calls the hub, for one that happens in the middle of another call."""

        def act_unlocked() -> None:
            self.lock.release()
            try:
                act()
            finally:
                self.lock.acquire()

        return act_unlocked

    def answer(self, method: str, url: str, secret: str, body: Any) -> Reply | None:
        """None breaks the connection off."""
        with self.lock:
            self.store.requests += 1
            self.secret = secret
            reply = self._answer(method, url, secret, body)
            self.calls.append(Seen(method, url, body, reply.status if reply else 0))
            return reply

    def _answer(self, method: str, url: str, secret: str, body: Any) -> Reply | None:
        fault = self.faults.take(f"{method} {urlsplit(url).path}")
        if fault and fault.meanwhile:
            fault.meanwhile()
            fault = None
        if fault and not fault.after:
            return fault.reply
        token = self.store.token(secret)
        if token is None and not url.startswith("/_storage/"):
            return Reply(401, {"message": "Bad credentials"})
        template, reply = dispatch(self.store, token or Token("", {"metadata": "read"}), method, url, self.url, body)
        if self.description is not None and not url.startswith("/_storage/"):
            found, reply = self.description.judge(method, template, url, body, reply)
            self.violations += found
        return fault.reply if fault else reply


def _is_query(seen: Seen) -> bool:
    return seen.path == "/graphql" and "mutation" not in seen.body["query"]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # one packet an answer
    hub: Hub

    def do(self) -> None:
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        secret = (self.headers.get("Authorization") or "").partition(" ")[2]
        reply = self.hub.answer(self.command, self.path, secret, json.loads(raw) if raw else None)
        if reply is None:
            self.close_connection = True
            return
        content = reply.body if isinstance(reply.body, bytes) else b"" if reply.body is None else _encoded(reply.body)
        self.send_response(reply.status)
        usual = {"Content-Type": "application/json; charset=utf-8", **self.hub.limits}
        for name, value in {**usual, **reply.headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = do  # noqa: N815 the names that http.server calls

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 the name that http.server calls it
        """Says nothing."""


def _encoded(body: object) -> bytes:
    return json.dumps(body, ensure_ascii=False).encode()


@contextmanager
def serve(hub: Hub) -> Iterator[Hub]:
    """Answers until the block is left."""
    handler = type("HubHandler", (Handler,), {"hub": hub})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        hub.url = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield hub
        finally:
            server.shutdown()
            thread.join()
