from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import schemas
from lint.verification.lock.codec import MalformedError, decode, encode, parsed
from lint.verification.record import Answer, Author, Identifier, Notice, NoticeKind, Record, State, Years

TEXT = st.text(max_size=12)
NAMED = st.builds(Author, TEXT, TEXT) | st.builds(Author, collective=TEXT)
YEAR = st.none() | st.integers(1800, 2100)
RECORDS = st.builds(
    Record,
    source=TEXT,
    identifiers=st.lists(st.builds(Identifier, st.just("doi"), TEXT.filter(bool)), max_size=3).map(
        lambda found: tuple(sorted(found, key=str))
    ),
    title=TEXT,
    other_titles=st.lists(TEXT, max_size=2).map(tuple),
    authors=st.lists(NAMED, max_size=3).map(tuple),
    years=st.builds(Years, YEAR, YEAR, YEAR),
    container=TEXT,
    notices=st.lists(st.builds(Notice, st.sampled_from(NoticeKind), TEXT, st.just("2024-03-01"), TEXT), max_size=2).map(
        tuple
    ),
)
ANSWERS = st.builds(
    Answer,
    identifier=st.just(Identifier("doi", "10.5555/abc")),
    state=st.sampled_from(State),
    registry=TEXT,
    reason=TEXT,
    record=st.none() | RECORDS,
    redirect=TEXT,
    moved=st.booleans(),
    archived=TEXT,
    asked=st.dates(date(2000, 1, 1)),
)


@given(ANSWERS)
def test_an_answer_survives_the_lock(answer: Answer) -> None:
    entry = encode(answer)
    again = decode("doi:10.5555/abc", entry)
    assert encode(again) == entry
    assert (again.state, again.asked, again.reason) == (answer.state, answer.asked, answer.reason)
    if answer.record is not None and answer.record.source:
        assert again.record == answer.record


@given(ANSWERS)
def test_what_is_written_is_what_the_schema_says(answer: Answer) -> None:
    assert not list(schemas.failures("verification", {"version": 1, "references": {"doi:10.5555/abc": encode(answer)}}))


def test_an_author_is_a_line_of_text_where_that_can_be_read_back() -> None:
    record = Record(
        "Crossref", authors=(Author("Häuser", "Winfried"), Author("Doe, Jr", "Jo"), Author(collective="WHO"))
    )
    entry = encode(Answer(Identifier("doi", "10.5555/abc"), State.FOUND, record=record, asked=date(2026, 1, 1)))
    assert entry["authors"] == ["Häuser, Winfried", {"family": "Doe, Jr", "given": "Jo"}, {"collective": "WHO"}]


@pytest.mark.parametrize("text", ["10.5555/abc", "doi:", "orcid:1", ""])
def test_what_is_no_identifier_is_refused(text: str) -> None:
    with pytest.raises(MalformedError, match="is no identifier"):
        parsed(text)


@pytest.mark.parametrize(
    "entry",
    [
        {},
        {"outcome": "found"},
        {"outcome": "gone", "asked": "2026-01-01"},
        {"outcome": "found", "asked": "soon"},
        {"outcome": "found", "asked": "2026-01-01", "title": "A", "authors": 3},
        {"outcome": "found", "asked": "2026-01-01", "years": {"later": 2020}},
        {"outcome": "found", "asked": "2026-01-01", "years": {"issued": "2020"}},
        {"outcome": "found", "asked": "2026-01-01", "title": 3},
        {"outcome": "found", "asked": "2026-01-01", "authors": [["a"]]},
        {"outcome": "found", "asked": "2026-01-01", "identifiers": "doi:10.5555/abc"},
        {"outcome": "found", "asked": "2026-01-01", "reason": None},
        {"outcome": "found", "asked": "2026-01-01", "notices": [{"kind": "rumour"}]},
    ],
)
def test_an_entry_that_is_none_is_refused(entry: dict[str, object]) -> None:
    with pytest.raises(MalformedError):
        decode("doi:10.5555/abc", entry)
