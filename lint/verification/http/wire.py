"""The one place where bytes go over the network: one request, no redirects, no second try."""

import socket
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import aiohttp
from yarl import URL

from lint.verification.http.addresses import is_public
from lint.verification.http.exchange import Limits, NoAnswerError, Reply, Request
from lint.verification.http.unpack import Unpacker

PRIVATE = "the address leads into a private network"


class _PrivateAddressError(OSError):
    """Raised where a connection would be made to an address that is not public."""


def _public_socket(info: tuple[Any, ...]) -> socket.socket:
    """A socket for an address that a name was resolved to, at the moment of connecting: nothing can change after it."""
    family, kind, protocol, _, address = info
    if not is_public(str(address[0])):
        raise _PrivateAddressError
    return socket.socket(family, kind, protocol)


class Wire:
    """Two pools of connections: one that reaches only public addresses, one for the addresses of the settings."""

    def __init__(self, agent: str, limits: Limits) -> None:
        self.limits = limits
        self._guarded = self._session(agent, aiohttp.TCPConnector(limit=20, socket_factory=_public_socket))
        self._trusted = self._session(agent, aiohttp.TCPConnector(limit=20))

    def _session(self, agent: str, connector: aiohttp.TCPConnector) -> aiohttp.ClientSession:
        return aiohttp.ClientSession(
            connector=connector,
            headers={"User-Agent": agent, "Accept-Encoding": "gzip"},
            timeout=aiohttp.ClientTimeout(total=self.limits.total, connect=self.limits.connect),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            max_line_size=16_000,
            max_field_size=16_000,
        )

    async def close(self) -> None:
        await self._guarded.close()
        await self._trusted.close()

    async def send(self, request: Request, *, guarded: bool, headers: Mapping[str, str]) -> Reply:
        """The reply, whatever its status; NoAnswerError where none came."""
        session = self._guarded if guarded else self._trusted
        try:
            async with session.request(
                request.method, _url(request), headers=dict(headers), allow_redirects=False
            ) as response:
                found = {name.lower(): value for name, value in response.headers.items()}
                body = await self._body(response) if request.reads else b""
                return Reply(response.status, found, body)
        except (aiohttp.ClientError, OSError, ValueError, TimeoutError) as error:
            raise _reason(error, self.limits) from None

    async def _body(self, response: aiohttp.ClientResponse) -> bytes:
        unpacker = Unpacker(response.headers.get("Content-Encoding", "").strip().lower(), self.limits.body)
        async for piece in response.content.iter_chunked(65_536):
            unpacker.add(piece)
        return unpacker.body()


def _url(request: Request) -> URL:
    """The address with the keys that nobody may see; one from an article may need encoding."""
    keys = urlencode(request.secret)
    sign = ("&" if "?" in request.url else "?") if keys else ""
    return URL(f"{request.url}{sign}{keys}", encoded=request.trusted)


def _reason(error: BaseException, limits: Limits) -> NoAnswerError:
    """What went wrong, in plain words."""
    chain = [error, getattr(error, "os_error", None), error.__cause__]
    if any(isinstance(one, _PrivateAddressError) for one in chain):
        return NoAnswerError(PRIVATE)
    if isinstance(error, TimeoutError):
        return NoAnswerError(f"no answer came within {limits.total:g} seconds", passing=True)
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return NoAnswerError("its server could not be found by name", passing=True)
    if isinstance(error, aiohttp.ClientSSLError):
        return NoAnswerError("its server has no valid certificate")
    if isinstance(error, aiohttp.ClientConnectorError):
        return NoAnswerError("its server could not be reached", passing=True)
    if isinstance(error, aiohttp.InvalidURL | ValueError):
        return NoAnswerError("the address is not a web address")
    return NoAnswerError("the answer broke off", passing=True)
