"""Comparing entries with records: what may differ in a right entry, and what shows a wrong one."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.article.blocks import blocks
from lint.article.references import from_block
from lint.finding import Span
from lint.verification.matching import Verdict, VerdictState, compare, conflict, likeliest
from lint.verification.matching.likeness import Measure, plain_likeness
from lint.verification.record import Author, Identifier, Record, Years
from tests.watchdog import watchdog

TITLE = "Effects of β-blockers on oedema in randomised trials: a review of reviews"
AUTHORS = (
    Author("Müster", "Maria Anna"),
    Author("van der Example", "Ben"),
    Author("Sample-Model", "C D"),
    Author("Ejemplo", "E"),
)
RECORD = Record(
    "Crossref",
    (Identifier("doi", "10.5555/abc"),),
    title=TITLE,
    authors=AUTHORS,
    years=Years(2019, printed=2020, online=2019),
    container="The Journal of Invented Medicine",
    abbreviations=("J Invent Med",),
    type="journal-article",
)


def entry(text: str) -> dict[str, Any]:
    return from_block("1", blocks(text)[0], Span(0, len(text))).values


def written(
    authors: str = "Müster MA, van der Example B, Sample-Model CD, Ejemplo E",
    title: str = TITLE,
    journal: str = "J Invent Med",
    year: int = 2020,
) -> dict[str, Any]:
    return entry(f"{authors}. {title}. *{journal}*. {year};12(3):45-67. doi:10.5555/abc")


def differing(verdict: Verdict) -> list[str]:
    return [difference.field for difference in verdict.differences]


def test_an_entry_is_its_record() -> None:
    verdict = compare(written(), RECORD)
    assert verdict.state is VerdictState.VERIFIED
    assert verdict.compared == ("title", "author", "year", "journal")
    assert verdict.score == 1.0


RIGHT_TITLES = {
    "capitals": TITLE.upper(),
    "title case": TITLE.title(),
    "subtitle left out": TITLE.partition(":")[0],
    "subtitle behind a dash": TITLE.replace(":", " –"),
    "subtitle as a sentence": TITLE.replace(": a", ". A"),
    "cut off": "Effects of β-blockers on oedema in randomised …",
    "markup": TITLE.replace("oedema", "<i>oedema</i>"),
    "entities": TITLE.replace("β", "&beta;"),
    "Greek by name": TITLE.replace("β", "beta"),
    "hyphen left out": TITLE.replace("β-b", "beta b"),
    "one word": TITLE.replace("β-b", "betab"),
    "American": TITLE.replace("oedema", "edema").replace("randomised", "randomized"),
    "a slip": TITLE.replace("reviews", "reveiws"),
    "the article": "The effects" + TITLE[len("Effects") :],
    "curly quotes": f"“{TITLE}”",
    "a remark": f"{TITLE} [published correction appears in the same volume]",
}


@pytest.mark.parametrize("title", RIGHT_TITLES.values(), ids=list(RIGHT_TITLES))
def test_titles_that_are_the_same(title: str) -> None:
    verdict = compare(written(title=title), RECORD)
    assert verdict.state is VerdictState.VERIFIED, verdict


WRONG_TITLES = {
    "another work": "Nesting habits of an invented bird on a far island",
    "the same topic": "Effects of statins on muscle pain in older adults: a review of reviews",
    "invented": "Effects of β-blockers and outcomes in adolescents: a systematic review and meta-analysis",
    "another number": "Effects of β2-blockers on oedema in 12 randomised trials: a review of 3 reviews",
}


@pytest.mark.parametrize("title", list(WRONG_TITLES.values())[:3], ids=list(WRONG_TITLES)[:3])
def test_titles_of_other_works(title: str) -> None:
    verdict = compare(written(title=title), RECORD)
    assert verdict.state is VerdictState.MISMATCH
    assert verdict.differences[0][:3] == ("title", title, TITLE)
    assert verdict.differences[0].how == "is another work's"


@pytest.mark.parametrize(
    ("written_title", "registered", "state"),
    [
        ("2011 guidelines for the care of backs", "2016 guidelines for the care of backs", VerdictState.MISMATCH),
        ("Care of backs: part I", "Care of backs: part II", VerdictState.MISMATCH),
        ("Type 1 diabetes and sleep in adults", "Type 2 diabetes and sleep in adults", VerdictState.MISMATCH),
        (
            "Treatment of hypertension in nursing homes",
            "Treatment of hypotension in nursing homes",
            VerdictState.MISMATCH,
        ),
        (
            "Back pain and work in young men of the north",
            "Back pain and work in young women of the north",
            VerdictState.MISMATCH,
        ),
        ("Sleep in the twenty-first century", "Sleep in the 21st century", VerdictState.VERIFIED),
        ("CO₂ and health", "CO2 and health", VerdictState.VERIFIED),
        ("COX-2 inhibitors and 1,000 hearts", "COX2 inhibitors and 1000 hearts", VerdictState.VERIFIED),
    ],
)
def test_numbers_and_opposites(written_title: str, registered: str, state: VerdictState) -> None:
    plain = {"text": written_title, "title": written_title}
    assert compare(plain, Record("Crossref", title=registered)).state is state


def test_a_title_in_another_language() -> None:
    original = "Wirkung von Betablockern auf die Ödeme bei Patienten mit Herzinsuffizienz"
    record = Record(
        "PubMed", title="Effects of beta blockers on the oedema of patients with heart failure", authors=AUTHORS
    )
    alone = compare({"text": original, "title": original}, record)
    assert (alone.state, alone.differences[0].how) == (VerdictState.MISMATCH, "is another work's")
    record = replace(record, years=Years(2020))
    verdict = compare({"text": original, "title": original, "authors": ["Müster MA"], "year": 2020}, record)
    assert (verdict.state, verdict.differences[0].how) == (VerdictState.NEAR, "is in another language")
    other = replace(record, title="[The care of swollen ankles]")
    assert compare({"text": "", "title": record.title, "authors": ["Müster MA"], "year": 2020}, other).state == "near"
    both = Record("PubMed", title=record.title, other_titles=(original,))
    assert compare({"text": original, "title": f"[{original}]"}, both).state is VerdictState.VERIFIED


def test_a_registered_subtitle_counts() -> None:
    title, _, subtitle = TITLE.partition(": ")
    apart = Record("Crossref", title=title, subtitle=subtitle, authors=AUTHORS, years=RECORD.years)
    assert compare(written(), apart).state is VerdictState.VERIFIED
    assert compare(written(title=title), apart).state is VerdictState.VERIFIED


def test_a_title_that_was_not_read_is_looked_for_in_the_text() -> None:
    misread = {"text": f"Müster 2020 {TITLE} J Invent Med", "title": "Müster 2020", "year": 2020}
    assert compare(misread, RECORD).state is VerdictState.VERIFIED


RIGHT_AUTHORS = {
    "et al": "Müster MA, et al",
    "one initial": "Müster M, van der Example B, et al",
    "no marks": "Muster MA, Van der Example B, Sample Model CD, Ejemplo E",
    "transliterated": "Muester MA, Example B, Sample-Model CD, Ejemplo E",
    "particle behind": "Müster, M. A., Example, B. van der, Sample-Model, C. D., & Ejemplo, E",
    "capitals": "MÜSTER MA, VAN DER EXAMPLE B",
    "given names first": "Maria Anna Müster, Ben van der Example, C. D. Sample-Model, and E. Ejemplo",
    "middle ones left out": "Müster MA, Ejemplo E",
}


@pytest.mark.parametrize("authors", RIGHT_AUTHORS.values(), ids=list(RIGHT_AUTHORS))
def test_authors_that_are_the_same(authors: str) -> None:
    assert compare(written(authors=authors), RECORD).state is VerdictState.VERIFIED


@pytest.mark.parametrize(
    ("authors", "state", "how"),
    [
        ("Stranger A, Nobody B", VerdictState.MISMATCH, "are another work's"),
        ("Müster MA, Nobody B, Stranger C, et al", VerdictState.MISMATCH, "are not all among the registered authors"),
        ("Müster K, van der Example B", VerdictState.MISMATCH, "are another work's"),
        ("van der Example B, Müster MA, Sample-Model CD", VerdictState.NEAR, "stand in another order"),
        ("Müstter MA, van der Example B", VerdictState.NEAR, "are spelled otherwise"),
    ],
)
def test_authors_that_differ(authors: str, state: VerdictState, how: str) -> None:
    verdict = compare(written(authors=authors), RECORD)
    assert (verdict.state, verdict.differences[0].how) == (state, how)
    assert verdict.differences[0].registered == "Müster MA, van der Example B, Sample-Model CD, Ejemplo E"


def test_one_author_too_many_is_near() -> None:
    authors = ["Müster MA", "van der Example B", "Sample-Model CD", "Ejemplo E", "Stranger A"]
    verdict = compare({**written(), "authors": authors}, RECORD)
    assert verdict.state is VerdictState.NEAR
    assert verdict.differences[0].how == "name somebody who is not among the registered authors"


def test_one_person_is_not_two() -> None:
    """Of two authors with one family name, each registered one can be but one of them."""
    record = Record(
        "Crossref", authors=(Author("Example", "Ann"), Author("Muster", "B"), Author("Sample", "Ann Grace"))
    )
    assert compare({"authors": ["Example A", "Sample AG", "Sample A"]}, record).state is VerdictState.MISMATCH


def test_initials_with_marks_and_given_names_in_full() -> None:
    record = Record("Crossref", authors=(Author("Example", "Øystein"), Author("Muster", "Ann")))
    for authors in (["Example Ø", "Muster A"], ["Example Øystein", "Muster Ann"], ["Example O"]):
        assert compare({"authors": authors}, record).state is VerdictState.VERIFIED
    assert compare({"authors": ["Example Bernard"]}, record).state is VerdictState.MISMATCH


def test_given_and_family_name_in_the_other_order() -> None:
    record = Record("Crossref", authors=(Author("Li", "Xiaoming"),))
    assert compare({"authors": ["Xiaoming L"]}, record).state is VerdictState.VERIFIED


def test_bodies_and_people_are_not_held_against_each_other() -> None:
    body = Record("PubMed", authors=(Author(collective="Invented Back Pain Study Group"), Author("Müster", "MA")))
    for authors in (["Invented Back Pain Study Group"], ["IBPSG Investigators"], ["Example Health Organization"]):
        assert compare({"authors": authors}, body).state is VerdictState.VERIFIED
    assert compare({"authors": ["The Invented Back Pain Study Group"]}, body).compared == ("author",)
    assert compare({"authors": ["World Example Organization"]}, RECORD).compared == ()


def test_the_editors_of_a_book_are_named_for_its_authors() -> None:
    book = Record("Crossref", authors=(Author("Chapter", "A"),), editors=(Author("Muster", "B"),))
    assert compare({"authors": ["Muster B"]}, book).state is VerdictState.VERIFIED


@pytest.mark.parametrize(
    ("year", "state"),
    [
        (2019, VerdictState.VERIFIED),
        (2020, VerdictState.VERIFIED),
        (2021, VerdictState.NEAR),
        (2018, VerdictState.NEAR),
        (2016, VerdictState.MISMATCH),
        (2023, VerdictState.MISMATCH),
    ],
)
def test_years(year: int, state: VerdictState) -> None:
    """Both the year of print and that of the appearance online are right; one beside them is near."""
    verdict = compare(written(year=year), RECORD)
    assert verdict.state is state
    assert differing(verdict) == ([] if state is VerdictState.VERIFIED else ["year"])


def test_a_difference_of_years_is_told() -> None:
    (difference,) = compare(written(year=2016), RECORD).differences
    assert difference == ("year", "2016", "2019 or 2020", "is 3 years earlier", True)
    (difference,) = compare(written(year=2021), RECORD).differences
    assert (difference.how, difference.grave) == ("is 1 year later", False)


def test_an_entry_may_name_both_years() -> None:
    both = entry(f"Müster MA. {TITLE}. J Invent Med. 2023;1:2-3. Epub 2020 Jan 4. doi:10.5555/abc")
    assert compare(both, RECORD).state is VerdictState.VERIFIED


@pytest.mark.parametrize(
    "journal",
    ["Journal of Invented Medicine", "JOURNAL OF INVENTED MEDICINE", "J. Invent. Med.", "The J Inv Med (Lond)", "JIM"],
)
def test_journals_that_are_the_same(journal: str) -> None:
    assert compare(written(journal=journal), RECORD).state is VerdictState.VERIFIED


@pytest.mark.parametrize(
    ("journal", "state"),
    [
        ("Annals of Surgery", VerdictState.MISMATCH),
        ("Invented Surgery", VerdictState.NEAR),
        ("PubMed", VerdictState.VERIFIED),
    ],
)
def test_journals_that_differ(journal: str, state: VerdictState) -> None:
    verdict = compare(written(journal=journal), RECORD)
    assert verdict.state is state
    assert differing(verdict) == ([] if state is VerdictState.VERIFIED else ["journal"])


def test_nothing_to_compare_is_no_contradiction() -> None:
    verdict = compare({"text": "a trial", "title": None, "authors": [], "year": None, "container": None}, RECORD)
    assert (verdict.state, verdict.compared, verdict.score) == (VerdictState.VERIFIED, (), 0.0)
    assert compare(written(), Record("doi.org")).compared == ()


def test_two_records_of_one_work_do_not_conflict() -> None:
    of_pubmed = Record(
        "PubMed",
        (Identifier("pmid", "1"),),
        title=f"{TITLE}.",
        authors=(Author("Muster", "MA"), Author("van der Example", "B")),
        years=Years(2020),
        container="J Invent Med",
    )
    assert conflict(RECORD, of_pubmed).state is VerdictState.VERIFIED
    other = Record("PubMed", title="Nesting habits of a bird", authors=(Author("Sample", "B"),), years=Years(2011))
    assert conflict(RECORD, other).state is VerdictState.MISMATCH
    named = Record("PubMed", (Identifier("doi", "10.5555/ABC"),), title="Another title in the registry")
    assert conflict(RECORD, named).state is VerdictState.VERIFIED


def test_the_likeliest_record_has_title_author_and_year() -> None:
    near = Record("Crossref", title=TITLE, authors=AUTHORS, years=Years(2011))
    nobody = Record("Crossref", title=TITLE, years=Years(2020))
    assert likeliest(written(), [near, nobody, RECORD]) is RECORD
    assert likeliest(written(), [near, nobody]) is None
    short = Record("Crossref", title="Back pain", authors=AUTHORS, years=Years(2020))
    assert likeliest({"title": "Back pain", "authors": ["Müster M"], "year": 2020}, [short]) is None


@pytest.mark.parametrize("measure", [None, plain_likeness])
def test_hostile_entries_cost_little(monkeypatch: pytest.MonkeyPatch, measure: Measure | None) -> None:
    if measure:
        monkeypatch.setattr("lint.verification.matching.likeness._measure", lambda: measure)
    letters = "abcdefghijklmnopqrstuvwxyz"
    title = " ".join(f"{first}{second}xyzw" for first in letters for second in letters)
    names = [f"{first}{second}ample A" for first in letters for second in letters]
    record = Record(
        "any",
        title=title[::-1],
        authors=tuple(Author(name[::-1], "B") for name in names * 4),
        years=Years(2020),
        container="a " * 500,
    )
    with watchdog(10):
        for text in (title, "a " * 2500, ". ; : " * 800):
            hostile = {"text": text, "title": text, "authors": names, "year": 2011, "container": text}
            assert compare(hostile, record).state is VerdictState.MISMATCH


TEXT = st.text(max_size=60)
NAMES = st.builds(Author, TEXT, TEXT, TEXT)
RECORDS = st.builds(
    Record,
    st.just("any"),
    title=TEXT,
    subtitle=TEXT,
    authors=st.lists(NAMES, max_size=4).map(tuple),
    editors=st.lists(NAMES, max_size=2).map(tuple),
    years=st.builds(Years, st.none() | st.integers(1800, 2030), st.none() | st.integers(1800, 2030)),
    container=TEXT,
    abbreviations=st.lists(TEXT, max_size=2).map(tuple),
)
ENTRIES = st.fixed_dictionaries(
    {
        "text": TEXT,
        "title": st.none() | TEXT,
        "authors": st.lists(TEXT, max_size=4),
        "year": st.none() | st.integers(1500, 2030),
        "container": st.none() | TEXT,
    }
)


@given(ENTRIES, RECORDS)
def test_anything_can_be_compared(any_entry: dict[str, Any], record: Record) -> None:
    verdict = compare(any_entry, record)
    assert 0 <= verdict.score <= 1
    assert {difference.field for difference in verdict.differences} <= set(verdict.compared)
    assert (verdict.state is VerdictState.VERIFIED) == (not verdict.differences)
    conflict(record, record)
