"""A request, its reply, and why there was none."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Request:
    """One request. ``url`` is whole and encoded; ``accept`` what the answer may be.

    ``secret`` (query) and ``secret_headers`` hold keys: they are sent to the request's own origin alone, and appear in
    no message and no cache. ``trusted``: the address is the publication's own setting and may be private; one that
    stands in an article never is. ``reads``: the body is wanted. ``missing``: answers that mean "there is no such
    thing" rather than a failure. ``tries``: fewer than usual, where nobody's answer is worth many.
    """

    url: str
    method: str = "GET"
    accept: str = "*/*"
    secret: Mapping[str, str] = field(default_factory=dict)
    secret_headers: Mapping[str, str] = field(default_factory=dict)
    trusted: bool = False
    reads: bool = True
    missing: frozenset[int] = frozenset({404})
    tries: int = 100


class Hop(NamedTuple):
    """A redirect that was followed."""

    status: int
    url: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back, whatever its status: header names in lower case, the body unpacked, the redirects on the way."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""
    hops: tuple[Hop, ...] = ()

    @property
    def media_type(self) -> str:
        """``application/json``; "" where the server names none."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one request may cost: seconds, bytes (after unpacking), redirects, tries."""

    connect: float = 10
    total: float = 30
    """For one try, from the first byte sent to the last one read."""
    body: int = 16_000_000
    redirects: int = 10
    tries: int = 4
    patience: float = 120
    """The longest that a server may ask us to wait."""
    failures: int = 8
    """So many tries in a row without an answer, and a registry is asked no more in this run."""


class NoAnswerError(Exception):
    """Nobody could say. The text ends the sentence "could not be checked: ...".

    ``passing``: worth another try, after ``wait`` seconds where the server named them; ``too_fast``: and slower.
    """

    def __init__(
        self, reason: str, *, passing: bool = False, wait: float | None = None, too_fast: bool = False
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.passing = passing
        self.wait = wait
        self.too_fast = too_fast
