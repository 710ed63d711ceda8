"""The lock: what the registries answered, by identifier, and what searches for entries without one have found."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from lint.verification.lock.codec import MalformedError, decode, decode_record, encode, encode_record
from lint.verification.record import Answer, Identifier, Record, State

Json = dict[str, Any]
VERSION = 1


class Searched(NamedTuple):
    """What a search by an entry's own words has found: the likeliest record, or None. ``asked``: on which day."""

    asked: date
    record: Record | None = None


@dataclass(slots=True)
class Lock:
    """The answers as the file holds them: each becomes an `Answer` when it is asked for, so that a large lock is cheap.

    ``references`` are by ``str(identifier.same)``, ``searches`` by the words that were searched for.
    """

    references: dict[str, Json] = field(default_factory=dict)
    searches: dict[str, Json] = field(default_factory=dict)

    def answer(self, identifier: Identifier) -> Answer | None:
        """What the lock holds of an identifier; `MalformedError` where that cannot be read."""
        key = str(identifier.same)
        entry = self.references.get(key)
        return decode(key, entry) if entry is not None else None

    def search(self, words: str) -> Searched | None:
        """What a search has found, None where nobody searched."""
        entry = self.searches.get(words)
        if entry is None:
            return None
        try:
            found = decode_record(entry["found"]) if "found" in entry else None
            return Searched(date.fromisoformat(entry["asked"]), found)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise MalformedError(f"the search “{words}” is not written as one is ({error})") from None

    def put(self, answer: Answer) -> None:
        """Takes in an answer. One that says nothing never takes the place of one that says something."""
        key, entry = str(answer.identifier.same), encode(answer)
        held = self.references.get(key)
        if answer.state is not State.UNCHECKED or held is None or _is_news(entry, held):
            self.references[key] = entry

    def put_search(self, words: str, searched: Searched) -> None:
        """Takes in what a search has found."""
        self.searches[words] = search_entry(searched)

    def merge(self, other: "Lock") -> None:
        """Takes in another lock: of two answers the later one, and of two of one day the other's."""
        for mine, others in ((self.references, other.references), (self.searches, other.searches)):
            for key, entry in others.items():
                if key not in mine or _weight(entry) >= _weight(mine[key]):
                    mine[key] = entry

    def keep(self, identifiers: Collection[str], words: Collection[str]) -> None:
        """Drops what no article asks for any more."""
        self.references = {key: entry for key, entry in self.references.items() if key in identifiers}
        self.searches = {key: entry for key, entry in self.searches.items() if key in words}

    def __iter__(self) -> Iterator[Answer]:
        return (decode(key, entry) for key, entry in self.references.items())


def search_entry(searched: Searched) -> Json:
    """What a search has found, as the lock holds it."""
    entry: Json = {"asked": searched.asked.isoformat()}
    if searched.record is not None:
        entry["found"] = {"source": searched.record.source, **encode_record(searched.record)}
    return entry


def _is_news(unchecked: Json, held: Json) -> bool:
    return held["outcome"] == State.UNCHECKED and held.get("reason") != unchecked.get("reason")


def _weight(entry: Json) -> tuple[bool, str]:
    return entry.get("outcome") != State.UNCHECKED, entry["asked"]
