"""What records say of works at DataCite, PubMed, PubMed Central and arXiv."""

from typing import Any

import pytest

from lint.verification.record import Author, Identifier, Notice, NoticeKind, Record, State, Years
from lint.verification.registries import datacite, pubmed_record
from lint.verification.registries.arxiv import _author
from tests.verification.desk import ask, one
from tests.verification.fakes import Registries, Update, Work
from tests.verification.fakes.datacite import attributes
from tests.verification.fakes.pubmed import summary

K = NoticeKind
WORK = Work(
    "An example title",
    "10.5555/Example.1",
    "12345678",
    "PMC1234567",
    "2101.00001",
    authors=("van der Example, Ann B", "Example Study Group"),
    online=2015,
)


def from_datacite(work: Work = WORK, **changed: Any) -> Record:
    return datacite.read({"data": {"attributes": attributes(work) | changed}})


def from_pubmed(work: Work = WORK, **changed: Any) -> Record:
    return pubmed_record.read(summary(work) | changed)


def test_datacite() -> None:
    work = Work(
        "An example set of data",
        "10.48550/arXiv.2101.00001",
        subtitle="with a subtitle",
        original_title="Beispieldaten",
        authors=("Example, Ann", "Example Study Group"),
        editors=("Sample, Bob",),
        online=2015,
        type="Dataset",
    )
    record = from_datacite(work, container={"title": "Series", "volume": "1", "firstPage": "2", "lastPage": "9"})
    assert record.identifiers == (Identifier("doi", work.doi.lower()), Identifier("arxiv", "2101.00001"))
    assert (record.title, record.subtitle, record.other_titles) == (work.title, work.subtitle, ("Beispieldaten",))
    assert record.authors == (Author("Example", "Ann"), Author(collective="Example Study Group"))
    assert record.editors == (Author("Sample", "Bob"),)
    assert record.years == Years(2016, None, 2015)
    assert (record.container, record.volume, record.pages) == ("Series", "1", "2-9")
    assert (record.publisher, record.type) == ("Example Press", "Dataset")


def test_datacite_names_and_publishers_in_their_other_forms() -> None:
    creators = [{"name": "Example, Ann"}, {"name": "Example Institute"}, {"name": "A, B", "nameType": "Organizational"}]
    record = from_datacite(creators=creators, publisher={"name": "Example Press", "lang": "en"})
    assert record.authors == (
        Author("Example", "Ann"),
        Author(collective="Example Institute"),
        Author(collective="A, B"),
    )
    assert record.publisher == "Example Press"


def test_datacite_says_what_was_withdrawn_or_replaced() -> None:
    newer = {"relationType": "IsObsoletedBy", "relatedIdentifierType": "DOI", "relatedIdentifier": "10.5555/NEW"}
    other = {"relationType": "Cites", "relatedIdentifierType": "DOI", "relatedIdentifier": "10.5555/other"}
    record = from_datacite(
        dates=[{"date": "2020-05-04T01:02:03Z", "dateType": "Withdrawn"}], relatedIdentifiers=[newer, other]
    )
    assert record.notices == (
        Notice(K.WITHDRAWAL, date="2020-05-04", source="publisher"),
        Notice(K.UPDATE, "10.5555/new", source="publisher"),
    )


def test_pubmed() -> None:
    record = from_pubmed()
    assert [str(one) for one in record.identifiers] == ["pmid:12345678", "doi:10.5555/example.1", "pmcid:PMC1234567"]
    assert record.title == "An example title"
    assert record.authors == (Author("van der Example", "AB"), Author(collective="Example Study Group"))
    assert record.years == Years(2016, None, 2015)
    assert (record.container, record.abbreviations) == ("Journal of Examples", ("J Examples",))
    assert (record.volume, record.issue, record.pages) == ("12", "3", "45-67")
    assert record.notices == ()


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        ("An example title.", "An example title"),
        ("[An example title].", "An example title"),
        ("[An example title.]", "An example title"),
        ("Is it an example?", "Is it an example?"),
        ("[Part] of an example.", "[Part] of an example"),
    ],
)
def test_pubmed_titles(raw: str, title: str) -> None:
    assert from_pubmed(title=raw).title == title


def test_a_book_at_pubmed_has_the_title_of_the_book() -> None:
    record = from_pubmed(title="", booktitle="An example book", fulljournalname="", publishername="Example Press")
    assert (record.title, record.publisher) == ("An example book", "Example Press")


@pytest.mark.parametrize(
    ("name", "author"),
    [
        ("Example A", Author("Example", "A")),
        ("Example A Jr", Author("Example", "A")),
        ("Example AB 3rd", Author("Example", "AB")),
        ("de la Example A", Author("de la Example", "A")),
        ("Example", Author("Example")),
    ],
)
def test_pubmed_names(name: str, author: Author) -> None:
    assert from_pubmed(authors=[{"name": name, "authtype": "Author"}]).authors == (author,)


def test_pubmed_says_what_was_retracted() -> None:
    kinds = {"retraction": K.RETRACTION, "expression_of_concern": K.CONCERN, "correction": K.CORRECTION}
    updates = tuple(Update(kind, date=(2021, 1)) for kind in kinds)
    record = from_pubmed(Work("A", "10.5555/a.1", "1", updates=updates))
    assert record.notices == tuple(Notice(kind, date="2021", source="PubMed") for kind in kinds.values())


@pytest.mark.parametrize(
    ("types", "kinds"),
    [
        (["Journal Article", "Retracted Publication"], [K.RETRACTION]),
        (["Retraction of Publication"], []),  # this is the notice, not what was retracted
        (["Published Erratum"], []),
        (["Expression of Concern"], []),
        (["Journal Article"], []),
    ],
)
def test_the_publication_type_is_enough(types: list[str], kinds: list[NoticeKind]) -> None:
    assert [notice.kind for notice in from_pubmed(pubtype=types).notices] == kinds


def test_links_in_the_other_direction_say_nothing_about_this_article() -> None:
    kinds = ["Retraction of", "Erratum for", "Comment in", "Expression of concern for"]
    references = [{"reftype": kind, "refsource": "J Examples. 2020;1:2"} for kind in kinds]
    assert from_pubmed(references=references).notices == ()


def test_pubmed_central_names_the_article_and_pubmed_describes_it() -> None:
    with Registries() as fakes:
        fakes.add(WORK)
        answers = ask(fakes, Identifier("pmcid", "PMC1234567"), Identifier("pmcid", "PMC1234567.2"))
    assert {answer.state for answer in answers.values()} == {State.FOUND}
    assert {answer.record.title for answer in answers.values() if answer.record} == {"An example title"}


def test_an_article_that_pubmed_lacks_still_has_its_identifiers() -> None:
    with Registries() as fakes:
        fakes.add(Work("An example title", "10.5555/a.1", pmcid="PMC7"))
        record = one(fakes, "pmcid", "PMC7").record
        assert record is not None
        assert [str(one) for one in record.identifiers] == ["pmcid:PMC7", "doi:10.5555/a.1"]
        fakes.pmc.articles["PMC8"] = {"pmcid": "PMC8", "pmid": 99}
        assert one(fakes, "pmcid", "PMC8").state is State.UNCHECKED


def test_what_pubmed_central_adds_is_kept() -> None:
    with Registries() as fakes:
        fakes.add(Work("An example title", pmid="7"))
        fakes.pmc.articles["PMC7"] = {"pmcid": "PMC7", "pmid": 7, "doi": "10.5555/A.1"}
        record = one(fakes, "pmcid", "PMC7").record
    assert record is not None
    assert {str(one) for one in record.identifiers} == {"pmid:7", "pmcid:PMC7", "doi:10.5555/a.1"}


def test_arxiv() -> None:
    with Registries() as fakes:
        fakes.add(Work("An example of a < b & c", "10.5555/A.1", arxiv="hep-th/9901001", authors=WORK.authors))
        record = one(fakes, "arxiv", "hep-th/9901001v3").record
    assert record is not None
    assert record.title == "An example of a < b & c"
    assert [str(one) for one in record.identifiers] == ["arxiv:hep-th/9901001", "doi:10.5555/a.1"]
    assert record.authors == (Author("van der Example", "Ann B"), Author(collective="Example Study Group"))
    assert record.notices == ()


def test_arxiv_says_what_was_withdrawn() -> None:
    with Registries() as fakes:
        fakes.add(Work("An example title", arxiv="2101.00001", updates=(Update("withdrawal"),)))
        record = one(fakes, "arxiv", "2101.00001").record
    assert record is not None
    assert record.notices == (Notice(K.WITHDRAWAL, date="2016-05-04", source="arXiv"),)


@pytest.mark.parametrize(
    ("name", "author"),
    [
        ("Ann Example", Author("Example", "Ann")),
        ("Ann B. de la Example", Author("de la Example", "Ann B.")),
        ("Example", Author("Example")),
        ("", Author()),
        ("ATLAS Collaboration", Author(collective="ATLAS Collaboration")),
    ],
)
def test_arxiv_names(name: str, author: Author) -> None:
    assert _author(name) == author


@pytest.mark.parametrize(
    "body",
    [
        '<!DOCTYPE x [<!ENTITY a "b">]><feed xmlns="http://www.w3.org/2005/Atom"><id>&a;</id></feed>',
        '<feed xmlns="http://www.w3.org/2005/Atom"/>',
        '<feed xmlns="http://www.w3.org/2005/Atom"><id>x</id><entry><id>http://arxiv.org/api/errors#1</id>'
        "<title>Error</title></entry></feed>",
        "<feed",
    ],
)
def test_a_feed_that_is_none(body: str) -> None:
    with Registries() as fakes:
        fakes.arxiv.fail(lambda right: right.__class__(200, body.encode(), right.type))
        answer = one(fakes, "arxiv", "2101.00001")
    assert answer.state is State.UNCHECKED
    assert "a form that Copydesk does not know" in answer.reason
