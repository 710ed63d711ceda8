"""Who may see the maintainer's page: a token at login, then a signed cookie that ends by itself. Pure."""

import hashlib
import hmac
import secrets
from collections import OrderedDict
from dataclasses import dataclass, field

LASTS = 8 * 3600
"""Seconds until a login ends."""
TRIES = 5
WINDOW = 900
"""So many wrong tokens in so many seconds from one sender; then it has to wait."""
_REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class Keys:
    """Signs sessions with a key made of the desk's token: every process knows them, and a new token ends them."""

    token: str

    def opens(self, token: str) -> bool:
        """Whether this is the desk's token; takes as long for a wrong one."""
        return hmac.compare_digest(_hash(token), _hash(self.token))

    def session(self, at: float) -> str:
        """The value of a new session's cookie. ``at``: seconds since 1970."""
        said = f"{int(at) + LASTS}.{secrets.token_urlsafe(16)}"
        return f"{said}.{self._sign('session', said)}"

    def is_open(self, session: str, at: float) -> bool:
        """Whether a cookie is one of ours and has not ended."""
        said, _, signature = session.rpartition(".")
        if not hmac.compare_digest(signature.encode(), self._sign("session", said).encode()):
            return False
        return at < int(said.partition(".")[0])

    def csrf(self, session: str) -> str:
        """What a form of this session must bring, so that no other site can send it."""
        return self._sign("csrf", session)

    def is_ours(self, csrf: str, session: str) -> bool:
        """Whether a form was made for this session."""
        return hmac.compare_digest(csrf.encode(), self.csrf(session).encode())

    def _sign(self, what: str, said: str) -> str:
        return hmac.new(_hash(f"copydesk desk {self.token}"), f"{what} {said}".encode(), hashlib.sha256).hexdigest()


@dataclass(slots=True)
class Attempts:
    """Counts wrong tokens by sender and slows those who guess; remembers a bounded number of senders."""

    _failed: OrderedDict[str, list[float]] = field(default_factory=OrderedDict)

    def wait(self, sender: str, at: float) -> int:
        """Seconds until this sender may try again; 0 for now."""
        recent = [moment for moment in self._failed.get(sender, ()) if moment > at - WINDOW]
        return int(recent[0] + WINDOW - at) + 1 if len(recent) >= TRIES else 0

    def failed(self, sender: str, at: float) -> None:
        """A wrong token came from this sender."""
        self._failed[sender] = [*self._failed.get(sender, ()), at][-TRIES:]
        self._failed.move_to_end(sender)
        if len(self._failed) > _REMEMBERED:
            self._failed.popitem(last=False)


def _hash(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()
