"""The plan: which identifiers are due, in an order that spreads the load over the registries and hosts."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from lint.evidence import Verdict
from lint.verification.collecting import Source
from lint.verification.judging import Held
from lint.verification.judging.entry import identifiers, words
from lint.verification.judging.held import FITTING, WRONG
from lint.verification.lock import Lock
from lint.verification.record import Identifier, State


class Due(NamedTuple):
    """When an answer is to be asked for again.

    ``before``: answers of earlier days are too old. ``answered``: what an unfinished run has already asked.
    """

    before: date
    answered: Collection[str] = ()

    @classmethod
    def after(cls, days: int, today: date) -> "Due":
        """Answers older than so many days are due."""
        return cls(today - timedelta(days=days))


def plan(wanted: Iterable[Identifier], lock: Lock, due: Due) -> list[Identifier]:
    """What is missing, was not answered, or is too old: one of each registry and host, then the next of each."""
    asked = [one for one in wanted if _is_due(str(one.same), lock.references.get(str(one.same)), due)]
    ranks: Counter[str] = Counter()
    ordered = []
    for one in sorted(asked, key=str):
        group = _group(one)
        ordered.append((ranks[group], one))
        ranks[group] += 1
    return [one for _, one in sorted(ordered, key=lambda pair: pair[0])]


def searches(sources: Iterable[Source], lock: Lock, due: Due) -> Iterator[tuple[str, Source]]:
    """The entries to search for by their words: those without an identifier, and those with a wrong one."""
    held, seen = Held(lock), set()
    for source in sources:
        text = words(source.reference)
        if not text or text in seen or not _is_due(text, lock.searches.get(text), due):
            continue
        known = held.evidence(source.reference)
        asks = any(one.verdict in WRONG for one in known) and not any(one.verdict in FITTING for one in known)
        if asks or not any(one.verdict is not Verdict.DEAD for one in known):
            seen.add(text)
            yield text, source


def cited(sources: Iterable[Source], links: Iterable[str]) -> tuple[set[str], set[str]]:
    """The keys of the lock that articles ask for: identifiers and searches."""
    keys, texts = {str(Identifier("url", url).same) for url in links}, set()
    for source in sources:
        keys.update(str(one.same) for one in identifiers(source.reference))
        texts.add(words(source.reference))
    return keys, texts


def _is_due(key: str, entry: dict[str, Any] | None, due: Due) -> bool:
    if entry is None or entry.get("outcome") == State.UNCHECKED:
        return True
    return bool(entry["asked"] < due.before.isoformat()) and key not in due.answered


def _group(one: Identifier) -> str:
    return urlsplit(one.value).netloc if one.kind == "url" else one.kind
