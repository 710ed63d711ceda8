from dataclasses import replace
from datetime import date

import pytest

from lint.verification.lock import Lock, Searched
from lint.verification.lock.codec import MalformedError
from lint.verification.record import Answer, Identifier, Record, State

DOI = Identifier("doi", "10.5555/ABC")
FOUND = Answer(DOI, State.FOUND, "Crossref", record=Record("Crossref", title="A title"), asked=date(2026, 1, 1))
BUSY = Answer(DOI, State.UNCHECKED, "Crossref", reason="it is busy", asked=date(2026, 2, 2))


def test_a_doi_is_found_in_any_case() -> None:
    lock = Lock()
    lock.put(FOUND)
    found = lock.answer(Identifier("doi", "10.5555/aBc"))
    assert found is not None
    assert found.record == FOUND.record
    assert lock.answer(Identifier("pmid", "1")) is None
    assert [one.state for one in lock] == [State.FOUND]


def test_what_could_not_be_checked_never_takes_the_place_of_an_answer() -> None:
    lock = Lock()
    lock.put(FOUND)
    lock.put(BUSY)
    assert next(iter(lock)).state is State.FOUND


def test_the_same_reason_on_another_day_changes_nothing() -> None:
    lock = Lock()
    lock.put(BUSY)
    before = dict(lock.references)
    lock.put(replace(BUSY, asked=date(2026, 3, 3)))
    assert lock.references == before
    lock.put(replace(BUSY, reason="it is away", asked=date(2026, 3, 3)))
    assert lock.references != before
    lock.put(FOUND)
    assert next(iter(lock)).state is State.FOUND


def test_of_two_locks_the_later_answer_counts() -> None:
    old, new, busy = Lock(), Lock(), Lock()
    old.put(FOUND)
    new.put(replace(FOUND, asked=date(2026, 5, 5)))
    busy.put(replace(BUSY, asked=date(2026, 6, 6)))
    new.put_search("words", Searched(date(2026, 5, 5)))
    for first, second in ((old, new), (new, old)):
        merged = Lock(dict(first.references), dict(first.searches))
        merged.merge(second)
        merged.merge(busy)
        assert [one.asked for one in merged] == [date(2026, 5, 5)]
        assert merged.search("words") == Searched(date(2026, 5, 5))


def test_a_search_is_kept_with_or_without_a_record() -> None:
    lock, record = Lock(), Record("Crossref", (DOI,), title="A title")
    lock.put_search("some words", Searched(date(2026, 1, 1), record))
    lock.put_search("other words", Searched(date(2026, 1, 1)))
    assert lock.search("some words") == Searched(date(2026, 1, 1), record)
    assert lock.search("other words") == Searched(date(2026, 1, 1))
    assert lock.search("no words") is None
    lock.searches["bad"] = {"asked": "never"}
    with pytest.raises(MalformedError, match="bad"):
        lock.search("bad")


def test_what_nothing_cites_leaves() -> None:
    lock = Lock()
    lock.put(FOUND)
    lock.put_search("words", Searched(date(2026, 1, 1)))
    lock.keep({"doi:10.5555/abc"}, ())
    assert list(lock.references) == ["doi:10.5555/abc"]
    assert not lock.searches
    lock.keep((), ())
    assert not lock.references
