"""Serves fakes over HTTP/1.1 on loopback, each below its own path."""

import threading
import time
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self
from urllib.parse import parse_qsl, urlsplit

from tests.verification.fakes.fake import Answered, Fake


class Server:
    """A context manager. The port is the system's choice."""

    def __init__(self, fakes: Mapping[str, Fake]) -> None:
        self._http = _Http(fakes)
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.stopping.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._http.server_port}"


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, fakes: Mapping[str, Fake]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.fakes = fakes
        self.stopping = threading.Event()

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is no news."""


class _Handler(BaseHTTPRequestHandler):
    server: _Http
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = 10

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        fake, _, rest = parts.path.removeprefix("/").partition("/")
        if fake not in self.server.fakes:
            self._send(Answered(404, b"no such fake", "text/plain"))
            return
        headers = {name.lower(): value for name, value in self.headers.items()}
        query = dict(parse_qsl(parts.query))
        self._send(self.server.fakes[fake].respond(self.command, f"/{rest}", query, headers))

    do_HEAD = do_GET  # noqa: N815

    def _send(self, answered: Answered) -> None:
        has_body = self.command != "HEAD" and answered.status != 304
        self.send_response_only(answered.status)
        for name, value in {"Content-Type": answered.type, **answered.headers}.items():
            self.send_header(name, value)
        if answered.status != 304:
            self.send_header("Content-Length", str(len(answered.body)))
        self.end_headers()
        if not has_body:
            return
        if answered.cut:
            self.wfile.write(answered.body[: len(answered.body) // 2])
            self.close_connection = True
        elif answered.pause:
            self._drip(answered)
        else:
            self.wfile.write(answered.body)

    def _drip(self, answered: Answered) -> None:
        for byte in answered.body:
            if self.server.stopping.is_set():
                break
            self.wfile.write(bytes([byte]))
            time.sleep(answered.pause)

    def log_message(self, *_: object) -> None:
        """Quiet."""
