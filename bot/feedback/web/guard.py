"""Headers that keep our pages ours, who may ask from elsewhere, and errors without a trace of the inside."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

HEADERS = (
    (
        b"content-security-policy",
        b"default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; "
        b"base-uri 'none'; frame-ancestors 'none'",
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),  # with "no-referrer" our own forms come with "Origin: null"
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"strict-transport-security", b"max-age=31536000"),
    (b"cache-control", b"no-store"),
)
OPEN = ("/widget.js", "/texts/")
"""Files for other people's pages."""


class Guard:
    """Wraps an application: every answer carries our headers; CORS for the origins that the publication named."""

    def __init__(self, app: App, origins: tuple[str, ...]) -> None:
        self.inside = app
        self._origins = frozenset(origin.encode() for origin in origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.inside(scope, receive, send)
            return
        given = {name: value for name, value in scope["headers"] if name in (b"origin", b"host")}
        origin, path = given.get(b"origin", b""), scope["path"]
        if (
            origin
            and scope["method"] in ("POST", "OPTIONS")
            and not self._allows(origin, given.get(b"host", b""), path)
        ):
            await _answer(send, 403, b'{"error":"This site may not send reports."}', ())
            return
        cross = _cross(origin) if origin in self._origins or path.startswith(OPEN) else ()
        if scope["method"] == "OPTIONS":
            await _answer(send, 204, b"", cross)
            return
        await self.inside(scope, receive, _with_headers(send, cross, path.startswith(OPEN)))

    def _allows(self, origin: bytes, host: bytes, path: str) -> bool:
        """Our own pages, and the named sites for sending reports."""
        own = origin.partition(b"://")[2] == host
        return own or (origin in self._origins and path == "/feedback")


def _cross(origin: bytes) -> tuple[tuple[bytes, bytes], ...]:
    return (
        (b"access-control-allow-origin", origin or b"*"),
        (b"access-control-allow-methods", b"GET, POST"),
        (b"access-control-allow-headers", b"content-type"),
        (b"access-control-max-age", b"86400"),
        (b"cross-origin-resource-policy", b"cross-origin"),
        (b"vary", b"origin"),
    )


def _with_headers(send: Send, cross: tuple[tuple[bytes, bytes], ...], is_file: bool) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            ours = [header for header in HEADERS if not (is_file and header[0] == b"cache-control")]
            message = {**message, "headers": [*message.get("headers", ()), *ours, *cross]}
        await send(message)

    return sending


async def _answer(send: Send, status: int, body: bytes, cross: tuple[tuple[bytes, bytes], ...]) -> None:
    headers = [(b"content-type", b"application/json"), *HEADERS, *cross]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
