"""Reports that belong together: the same article, section and kind."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from bot.feedback.report import Kind, Risk


@dataclass(frozen=True, slots=True)
class Voice:
    """One reader's report, redacted: what may be published. ``sender``: a hash whose salt changes with the day."""

    received: date
    comment: str
    passage: str
    language: str
    sender: str
    risks: frozenset[Risk] = frozenset()


@dataclass(frozen=True, slots=True)
class Group:
    """All voices on one article, section and kind, in the order in which they came."""

    article: str
    section: str
    kind: Kind
    voices: tuple[Voice, ...]

    @property
    def key(self) -> str:
        """The same for the same article, section and kind, for ever."""
        return key_of(self.article, self.section, self.kind)

    @property
    def risks(self) -> tuple[Risk, ...]:
        """What makes it urgent."""
        return tuple(risk for risk in Risk if any(risk in voice.risks for voice in self.voices))

    @property
    def independent(self) -> int:
        """How many readers: a sender who repeats himself counts once a day."""
        return len({(voice.sender, voice.received) for voice in self.voices})

    def languages(self) -> Iterator[str]:
        """The languages of the voices, each once."""
        yield from dict.fromkeys(voice.language for voice in self.voices if voice.language)


def key_of(article: str, section: str, kind: Kind) -> str:
    """A group's key: sixteen hexadecimal digits."""
    return sha256("\n".join((article, section.strip().casefold(), kind.value)).encode()).hexdigest()[:16]
