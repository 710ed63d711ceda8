"""Whether a call that failed may be repeated, and after how long a rest."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime

ATTEMPTS = 5
LIMITED_REST = 60.0
"""Seconds that GitHub asks to wait at least after a secondary limit that names no time."""

LIMIT_WORDS = ("rate limit", "retry your request", "abuse detection", "wait a few minutes", "submitted too quickly")


@dataclass(frozen=True, slots=True)
class Answer:
    """A failed call. ``status`` 0: no answer arrived. Header names are in lower case."""

    status: int
    message: str
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_limit(self) -> bool:
        """A limit on calls: it was not performed. Bare 429, 403 with Retry-After, none remaining, or said in words."""
        if self.status == 429:
            return True
        words = self.message.lower()
        said = "retry-after" in self.headers or any(word in words for word in LIMIT_WORDS)
        return self.status == 403 and (said or self.headers.get("x-ratelimit-remaining") == "0")

    @property
    def is_unsure(self) -> bool:
        """Whether the call may have been performed although it failed."""
        return self.status in (0, 408) or self.status >= 500


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to rest, in seconds: at most ``longest`` before one repetition."""

    longest: float = 300.0
    between_writes: float = 1.0

    @classmethod
    def up_to(cls, longest: float) -> "Patience":
        """With no rest longer than this, the one between two writes included."""
        return cls(longest, min(1.0, longest))

    def rest(self, attempt: int) -> float:
        """The rest after the n-th failure (from 0) that names none itself."""
        return min(2.0**attempt, self.longest)

    def wanted(self, answer: Answer, attempt: int) -> float:
        """The rest that a limit asks for."""
        after = answer.headers.get("retry-after", "")
        if after.isdigit():
            return float(after)
        if answer.headers.get("x-ratelimit-remaining") == "0":
            return _until_reset(answer.headers)
        return min(LIMITED_REST * 2.0**attempt, self.longest)


def _until_reset(headers: Mapping[str, str]) -> float:
    """Seconds from the server's own clock to the reset, so that a wrong clock of ours does no harm."""
    try:
        now = parsedate_to_datetime(headers.get("date", "")).timestamp()
        return max(float(headers.get("x-ratelimit-reset", "")) - now, 0.0) + 1.0
    except ValueError:
        return LIMITED_REST
