"""What a record says of a work at Crossref."""

from typing import Any

import pytest

from lint.verification.record import Author, Notice, NoticeKind, Years
from lint.verification.registries.crossref_record import read
from lint.verification.registries.reading import StrangeError
from tests.verification.fakes import Update, Work
from tests.verification.fakes.crossref import message

K = NoticeKind


def work(**changed: Any) -> dict[str, Any]:
    return message(Work("An example title", "10.5555/Example.1", authors=("Example, Ann B",))) | changed


def test_every_field_is_taken_over() -> None:
    record = read(
        message(
            Work(
                "An example title",
                "10.5555/Example.1",
                subtitle="with a subtitle",
                original_title="Ein Beispiel",
                authors=("van der Example, Ann B", "Example Study Group"),
                editors=("Sample, Bob",),
                online=2015,
                edition="2",
            )
        )
    )
    assert record.source == "Crossref"
    assert record.identifier("doi") == "10.5555/example.1"
    assert (record.title, record.subtitle) == ("An example title", "with a subtitle")
    assert record.other_titles == ("Ein Beispiel",)
    assert record.authors == (Author("van der Example", "Ann B"), Author(collective="Example Study Group"))
    assert record.editors == (Author("Sample", "Bob"),)
    assert record.years == Years(2015, 2016, 2015)
    assert record.years.all == (2015, 2016)
    assert (record.container, record.abbreviations) == ("Journal of Examples", ("J Examples",))
    assert (record.volume, record.issue, record.pages, record.edition) == ("12", "3", "45-67", "2")
    assert (record.publisher, record.type) == ("Example Press", "journal-article")
    assert record.notices == ()


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        ("<i>In vivo</i> effects of H<sub>2</sub>O", "In vivo effects of H2O"),
        ("A <scp>DNA</scp>  test\n  of R&amp;D", "A DNA test of R&D"),
        ("Caf&amp;eacute; &lt;i&gt;x&lt;/i&gt;", "Café x"),
        ("First line<br/>second line", "First line second line"),
        ("Where a < b and c > d, P<0.05", "Where a < b and c > d, P<0.05"),
        ("For x <y and z> w", "For x <y and z> w"),
        ('<jats:italic xml:lang="la">E. coli</jats:italic> again', "E. coli again"),
        ("Cafe\u0301", "Café"),
        ("Red \x1b[31malert \u202egnorw", "Red [31malert gnorw"),
        ("Broken \ud800 letter", "Broken letter"),
        ("a" * 50_000, "a" * 10_000),
    ],
)
def test_titles_are_plain_text(raw: str, title: str) -> None:
    assert read(work(title=[raw])).title == title


@pytest.mark.parametrize(
    ("fields", "years"),
    [
        ({"issued": {"date-parts": [[None]]}, "published-print": None}, Years()),
        ({"issued": {"date-parts": [[2016, 5]]}, "published-print": None}, Years(2016)),
        ({"issued": {"date-parts": []}, "published": {"date-parts": [[2017]]}}, Years(2017, 2016)),
        ({"posted": {"date-parts": [[2014, 1, 1]]}}, Years(2016, 2016, 2014)),
        ({"issued": {"date-parts": [[0]]}, "published-print": None}, Years()),
    ],
)
def test_years(fields: dict[str, Any], years: Years) -> None:
    assert read(work(**fields)).years == years


@pytest.mark.parametrize(
    ("kind", "meant"),
    [
        ("retraction", K.RETRACTION),
        ("Retraction", K.RETRACTION),
        ("withdrawal", K.WITHDRAWAL),
        ("removal", K.REMOVAL),
        ("expression_of_concern", K.CONCERN),
        ("expression-of-concern", K.CONCERN),
        ("Expression of concern", K.CONCERN),
        ("partial_retraction", K.CONCERN),
        ("correction", K.CORRECTION),
        ("corrigendum", K.CORRECTION),
        ("erratum", K.CORRECTION),
        ("addendum", K.UPDATE),
        ("new_version", K.UPDATE),
        ("something_new", K.UPDATE),
    ],
)
def test_notices(kind: str, meant: NoticeKind) -> None:
    record = read(message(Work("A", "10.5555/a.1", updates=(Update(kind, date=(2020, 5)),))))
    assert record.notices == (Notice(meant, "10.5555/example.notice", "2020-05", "publisher"),)


def test_publisher_and_retraction_watch_are_told_apart() -> None:
    updates = (Update("retraction"), Update("retraction", source="retraction-watch"), Update("erratum", source="other"))
    record = read(message(Work("A", "10.5555/a.1", updates=updates)))
    assert [notice.source for notice in record.notices] == ["publisher", "Retraction Watch", "other"]


def test_what_was_reinstated_no_longer_counts() -> None:
    def standing(*updates: Update) -> list[NoticeKind]:
        record = read(message(Work("A", "10.5555/a.1", updates=updates)))
        return [notice.kind for notice in record.standing]

    retraction = Update("retraction", date=(2020, 5, 4))
    assert standing(retraction) == [K.RETRACTION]
    assert standing(retraction, Update("reinstatement", date=(2021,))) == [K.REINSTATEMENT]
    assert standing(retraction, Update("reinstatement", date=(2019,))) == [K.RETRACTION, K.REINSTATEMENT]
    assert standing(Update("correction", date=(2018,)), Update("reinstatement", date=(2021,))) == [
        K.CORRECTION,
        K.REINSTATEMENT,
    ]


@pytest.mark.parametrize(
    ("raw", "title", "kinds"),
    [
        ("RETRACTED: An example title", "An example title", [K.RETRACTION]),
        ("RETRACTED ARTICLE: An example title", "An example title", [K.RETRACTION]),
        ("[RETRACTED] An example title", "An example title", [K.RETRACTION]),
        ("WITHDRAWN: An example title", "An example title", [K.WITHDRAWAL]),
        ("Retracted: An example title", "Retracted: An example title", []),  # some publishers' notices are so titled
        ("Retraction: An example title", "Retraction: An example title", []),
        ("RETRACTEDLY: An example", "RETRACTEDLY: An example", []),
        ("RETRACTED:", "RETRACTED:", []),
    ],
)
def test_a_mark_in_the_title_is_a_notice(raw: str, title: str, kinds: list[NoticeKind]) -> None:
    record = read(work(title=[raw]))
    assert record.title == title
    assert [notice.kind for notice in record.notices] == kinds


def test_a_mark_in_the_title_adds_nothing_to_a_notice() -> None:
    record = read(message(Work("RETRACTED: A", "10.5555/a.1", updates=(Update("retraction"),))))
    assert len(record.notices) == 1


def test_a_book_has_its_numbers() -> None:
    record = read(work(ISBN=["http://id.crossref.org/isbn/978-0-00-000000-2"]))
    assert record.identifier("isbn") == "9780000000002"


@pytest.mark.parametrize("changed", [{"DOI": None}, {"DOI": ""}, {"DOI": []}, {"title": "one text"}, {"author": {}}])
def test_another_form_is_strange(changed: dict[str, Any]) -> None:
    with pytest.raises(StrangeError):
        read(work(**changed))


def test_a_work_without_a_title_is_still_a_work() -> None:
    assert read(work(title=[])).title == ""
    assert read(work(title=None)).title == ""
