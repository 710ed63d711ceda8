from datetime import date
from typing import Any

import pytest

from lint.evidence import Verdict
from lint.finding import CopydeskError
from lint.verification.judging import Held
from lint.verification.judging.entry import identifiers, words
from lint.verification.lock import Lock, Searched
from lint.verification.record import Answer, Author, Identifier, Notice, NoticeKind, Record, State, Years
from lint.verification.retractions import HEAD, Retractions

TODAY = date(2026, 11, 22)
DOI, PMID = Identifier("doi", "10.5555/back"), Identifier("pmid", "12345601")


def reference(**fields: Any) -> dict[str, Any]:
    """An entry as the document has it."""
    names = ("doi", "pmid", "pmcid", "isbn", "arxiv", "url", "accessed")
    return {
        **dict.fromkeys(names),
        "key": "1",
        "text": f"Example A. Stretching and the lower back. Journal of Examples. {fields.get('year', 2020)}.",
        "kind": "journal-article",
        "authors": ["Example A"],
        "title": "Stretching and the lower back",
        "container": "Journal of Examples",
        "year": 2020,
        "inline": False,
        **fields,
    }


def record(title: str = "Stretching and the lower back", *known: Identifier, **fields: Any) -> Record:
    family = "Example" if "back" in title else "Feather"
    plain = {"authors": (Author(family, "Ann"),), "years": Years(2020), "container": "Journal of Examples"}
    return Record("Crossref", known, title, **{**plain, **fields})


def lock(*pairs: tuple[Identifier, Record | None]) -> Lock:
    found = Lock()
    for identifier, what in pairs:
        found.put(Answer(identifier, State.FOUND, "Crossref", record=what, asked=TODAY))
    return found


def verdicts(held: Held, **fields: Any) -> list[str]:
    return [str(one.verdict) for one in held.evidence(reference(**fields))]


def test_each_identifier_gets_a_verdict() -> None:
    found = lock((DOI, record()), (PMID, record("Nesting habits of an invented bird")))
    page, gone, shut = (Identifier("url", f"https://example.org/{name}") for name in ("page", "gone", "shut"))
    for one, state in ((page, State.FOUND), (gone, State.DEAD), (shut, State.UNCHECKED)):
        found.put(Answer(one, state, "the web", asked=TODAY))
    found.put(Answer(Identifier("arxiv", "2101.00001"), State.UNKNOWN, "arXiv", asked=TODAY))
    held = Held(found)
    assert verdicts(held, doi="10.5555/BACK", pmid="12345601") == ["verified", "mismatch"]
    assert verdicts(held, doi="10.5555/back", year=2021) == ["near"]
    assert verdicts(held, doi="10.5555/other") == ["missing"]
    assert verdicts(held, arxiv="2101.00001") == ["unknown"]
    for one, verdict in ((page, "exists"), (gone, "dead"), (shut, "unchecked")):
        assert verdicts(held, url=one.value) == [verdict]
        assert held.link(one.value).verdict == verdict
    assert held.link("https://example.org/new").verdict is Verdict.MISSING


def test_a_record_with_nothing_to_compare_proves_only_that_it_exists() -> None:
    held = Held(lock((DOI, record())))
    assert verdicts(held, doi="10.5555/back", title=None, authors=[], year=None, container=None) == ["exists"]


def test_without_a_lock_only_the_retraction_list_speaks() -> None:
    held = Held(None, Retractions(HEAD + b"\n10.5555/back\tretraction\t2024-03-01\t\n"))
    assert not held.held
    (one,) = held.evidence(reference(doi="10.5555/back"))
    assert one.verdict is Verdict.MISSING
    assert [notice.kind for notice in one.notices] == ["retraction"]


def test_the_list_adds_what_the_registry_does_not_say() -> None:
    notices = (Notice(NoticeKind.RETRACTION, source="publisher"),)
    listed = Retractions(HEAD + b"\n10.5555/back\tconcern\t2023-03-01\t\n10.5555/back\tretraction\t2024-03-01\t\n")
    held = Held(lock((DOI, record(notices=notices))), listed)
    (one,) = held.evidence(reference(doi="10.5555/back"))
    assert [(notice.kind, notice.source) for notice in one.notices] == [
        ("retraction", "publisher"),
        ("concern", "Retraction Watch"),
    ]


def test_a_notice_that_was_taken_back_does_not_count() -> None:
    notices = (Notice(NoticeKind.RETRACTION, date="2020-01-01"), Notice(NoticeKind.REINSTATEMENT, date="2021-01-01"))
    (one,) = Held(lock((DOI, record(notices=notices)))).evidence(reference(doi="10.5555/back"))
    assert [notice.kind for notice in one.notices] == ["reinstatement"]


def test_what_is_meant_comes_from_the_search_or_from_the_entrys_other_identifier() -> None:
    bird = record("Nesting habits of an invented bird")
    wrong = Identifier("doi", "10.5555/bird")
    searched = lock((wrong, bird))
    searched.put_search(words(reference()), Searched(TODAY, record("Stretching and the lower back", DOI)))
    (one,) = Held(searched).evidence(reference(doi=wrong.value))
    assert one.likely is not None
    assert (one.likely.kind, one.likely.value) == ("doi", "10.5555/back")
    pair = lock((wrong, bird), (PMID, record("Stretching and the lower back", PMID, DOI)))
    first, second = Held(pair).evidence(reference(doi=wrong.value, pmid=PMID.value))
    assert first.likely is not None
    assert first.likely.value == "10.5555/back"
    assert second.likely is None


def test_an_identifier_is_not_offered_in_its_own_place() -> None:
    found = lock((DOI, record()))
    found.put_search(words(reference(year=2011)), Searched(TODAY, record("Stretching and the lower back", DOI)))
    (one,) = Held(found).evidence(reference(doi="10.5555/back", year=2011))
    assert one.verdict is Verdict.MISMATCH
    assert one.likely is None


def test_two_identifiers_of_two_works_are_a_conflict() -> None:
    bird = record("Nesting habits of an invented bird", authors=(Author("Feather", "Fred"),), years=Years(2011))
    both = reference(doi=DOI.value, pmid=PMID.value)
    conflict = Held(lock((DOI, record()), (PMID, bird))).conflict(both)
    assert conflict is not None
    assert (conflict.first.kind, conflict.second.kind, conflict.fits) == ("doi", "pmid", "doi")
    assert Held(lock((DOI, record()), (PMID, record()))).conflict(both) is None
    assert Held(lock((DOI, record()), (PMID, record("Something else", DOI)))).conflict(both) is None
    assert Held(lock((DOI, record()))).conflict(both) is None


def test_a_broken_entry_is_told_with_the_file() -> None:
    found = lock()
    found.references["doi:10.5555/back"] = {"outcome": "perhaps", "asked": "2026-01-01"}
    with pytest.raises(CopydeskError, match=r"^here: doi:10\.5555/back is not written as an answer is"):
        Held(found, where="here").evidence(reference(doi="10.5555/back"))


def test_what_can_be_no_identifier_is_asked_of_nobody() -> None:
    odd = reference(doi="10.5555", pmid="0", isbn="1", url="ftp://example.org/file")
    assert list(identifiers(odd)) == []
    assert list(identifiers(reference(url="https://[broken"))) == []
    plain = reference(doi="https://doi.org/10.5555/ABC.", url="https://example.org")
    assert list(map(str, identifiers(plain))) == ["doi:10.5555/ABC", "url:https://example.org"]


@pytest.mark.parametrize(
    "fields", [{"title": None}, {"title": "Back pain"}, {"kind": "web", "authors": [], "title": "All about your back"}]
)
def test_what_names_no_work_is_not_searched_for(fields: dict[str, Any]) -> None:
    assert words(reference(**fields)) == ""
    assert words(reference()) == "Example A. Stretching and the lower back. Journal of Examples. 2020"
