"""The desk: each identifier goes to who knows it, and gets one answer."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from lint import __version__
from lint.finding import CopydeskError
from lint.verification.http import Client, Lane, Limits, Rate
from lint.verification.record import Answer, Identifier, State
from lint.verification.registries import open_desk
from lint.verification.registries.crossref import Crossref
from lint.verification.registries.open import agent
from lint.verification.registries.source import Source
from tests.verification.desk import LIMITS, TODAY, ask, one, search
from tests.verification.fakes import Registries, Work, faults
from tests.verification.fakes.clock import FakeClock


@pytest.fixture
def fakes() -> Iterator[Registries]:
    with Registries() as started:
        yield started


def test_each_kind_goes_to_its_registry(fakes: Registries) -> None:
    fakes.add(
        Work("One", "10.5555/a.1", "11", "PMC11", "2101.00001"),
        Work("Two", "10.5555/b.1", agency="DataCite"),
        Work("Three", "10.5555/c.1", agency="mEDRA"),
    )
    answers = ask(
        fakes,
        Identifier("doi", "10.5555/a.1"),
        Identifier("doi", "10.5555/b.1"),
        Identifier("doi", "10.5555/c.1"),
        Identifier("pmid", "11"),
        Identifier("pmcid", "PMC11"),
        Identifier("arxiv", "2101.00001v2"),
        Identifier("isbn", "9780000000002"),
        Identifier("url", fakes.page("/")),
    )
    assert [answer.registry for answer in answers.values()] != []
    found = {str(key): (answer.state, answer.registry) for key, answer in answers.items()}
    assert found == {
        "doi:10.5555/a.1": (State.FOUND, "Crossref"),
        "doi:10.5555/b.1": (State.FOUND, "DataCite"),
        "doi:10.5555/c.1": (State.FOUND, "doi.org"),
        "pmid:11": (State.FOUND, "PubMed"),
        "pmcid:PMC11": (State.FOUND, "PubMed"),
        "arxiv:2101.00001v2": (State.FOUND, "arXiv"),
        "isbn:9780000000002": (State.UNCHECKED, "ISBN check digit"),
        f"url:{fakes.page('/')}": (State.FOUND, "the web"),
    }
    assert {answer.asked for answer in answers.values()} == {TODAY}


def test_a_crossref_404_alone_is_not_unknown(fakes: Registries) -> None:
    fakes.doi.agencies["10.5555/not.indexed"] = "Crossref"
    answer = one(fakes, "doi", "10.5555/not.indexed")
    assert (answer.state, answer.registry, answer.record) == (State.FOUND, "doi.org", None)


def test_only_doi_org_says_that_a_doi_does_not_exist(fakes: Registries) -> None:
    assert one(fakes, "doi", "10.5555/nothing") == Answer(
        Identifier("doi", "10.5555/nothing"), State.UNKNOWN, "doi.org", asked=TODAY
    )
    fakes.doi.fail(faults.status(500))
    assert one(fakes, "doi", "10.5555/nothing").state is State.UNCHECKED


def test_a_doi_is_found_though_doi_org_is_down(fakes: Registries) -> None:
    fakes.add(Work("One", "10.5555/a.1"))
    fakes.doi.fail(faults.status(503))
    assert one(fakes, "doi", "10.5555/a.1").state is State.FOUND


def test_one_registry_that_is_down_spoils_no_other(fakes: Registries) -> None:
    fakes.add(Work("One", "10.5555/a.1", "11"))
    fakes.pubmed.fail(faults.html)
    answers = ask(fakes, Identifier("pmid", "11"), Identifier("doi", "10.5555/a.1"))
    assert {answer.state for answer in answers.values()} == {State.UNCHECKED, State.FOUND}


@pytest.mark.parametrize(
    "doi",
    [
        "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2",
        "10.5555/a,b",
        "10.5555/a#b?c=d&e%2Ff",
        "10.5555/größe",
        "10.5555/a/b//c",
        "10.5555/UPPER.Case",
        "10.5555/a+b",
    ],
)
@pytest.mark.parametrize("agency", ["Crossref", "DataCite", "mEDRA"])
def test_a_doi_may_hold_all_sorts_of_characters(fakes: Registries, doi: str, agency: str) -> None:
    fakes.add(Work("An example title", doi, agency=agency))
    answer = one(fakes, "doi", doi)
    assert answer.state is State.FOUND
    assert (answer.record is None) == (agency == "mEDRA")


def test_a_short_doi_is_what_it_stands_for(fakes: Registries) -> None:
    fakes.add(Work("One", "10.5555/a.1"))
    fakes.doi.aliases["10/abc"] = "10.5555/a.1"
    answer = one(fakes, "doi", "10/abc")
    assert answer.state is State.FOUND
    assert answer.record is not None
    assert answer.record.identifier("doi") == "10.5555/a.1"
    assert one(fakes, "doi", "10/nope").state is State.UNKNOWN
    fakes.doi.fail(faults.status(500))
    assert one(fakes, "doi", "10/abc").state is State.UNCHECKED


def test_what_is_malformed_is_asked_of_nobody(fakes: Registries) -> None:
    answers = ask(fakes, Identifier("doi", "10.5555/a b"), Identifier("pmid", "0"), Identifier("isbn", "9780000000003"))
    assert [answer.state for answer in answers.values()].count(State.UNCHECKED) == 2
    assert answers[Identifier("doi", "10.5555/a b")].reason == "the identifier holds a space"
    assert answers[Identifier("isbn", "9780000000003")].state is State.UNKNOWN
    assert not fakes.requests


def test_many_identifiers_cost_few_requests_and_get_one_answer_each(fakes: Registries) -> None:
    fakes.add(*(Work(f"Title {n}", pmid=str(n), pmcid=f"PMC{n}", arxiv=f"2101.{n:05}") for n in range(1, 451)))
    kinds = [("pmid", "{}"), ("pmcid", "PMC{}"), ("arxiv", "2101.{:05}")]
    identifiers = [Identifier(kind, form.format(n)) for n in range(1, 501) for kind, form in kinds]  # type: ignore[arg-type]
    answers = ask(fakes, *identifiers)
    assert sum(answer.state is State.FOUND for answer in answers.values()) == 3 * 450
    assert sum(answer.state is State.UNKNOWN for answer in answers.values()) == 3 * 50
    assert len(fakes.pubmed.asked) == 3 + 3
    assert len(fakes.pmc.asked) == 3
    assert len(fakes.arxiv.asked) == 5


def test_the_stated_pace_is_kept_though_many_ask_at_once(fakes: Registries) -> None:
    clock = FakeClock()
    fakes.crossref.rate, fakes.crossref.at_once, fakes.crossref.limit = (10, "1s"), 1, (10, 1.0)
    fakes.crossref.clock = clock.time
    identifiers = [Identifier("doi", f"10.5555/a.{n}") for n in range(400)]
    fakes.add(*(Work("An example title", identifier.value) for identifier in identifiers))

    async def some(crossref: Crossref, part: list[Identifier]) -> list[State]:
        return [answer.state async for answer in crossref.ask(part)]

    async def run() -> list[list[State]]:
        async with Client("copydesk/test") as client:
            source = Source(client, Lane("Crossref", Rate(5), clock), fakes.settings().address("crossref"))
            crossref = Crossref(source, source)
            return await asyncio.gather(*(some(crossref, identifiers[start::5]) for start in range(5)))

    assert asyncio.run(run()) == [[State.FOUND] * 80] * 5
    assert len(fakes.crossref.asked) == 400
    assert (fakes.crossref.over, fakes.crossref.most_at_once) == (0, 1)
    assert clock.now < 400 / 10 * 1.2


def test_identifiers_are_drawn_as_they_are_needed(fakes: Registries) -> None:
    drawn = 0

    def endless() -> Iterator[Identifier]:
        nonlocal drawn
        while True:
            drawn += 1
            yield Identifier("doi", f"10.5555/a.{drawn}")

    async def run() -> int:
        async with open_desk(fakes.settings(), today=TODAY, limits=LIMITS, clock=FakeClock()) as desk:
            got = 0
            async for _ in desk.ask(endless()):
                got += 1
                if got == 100:
                    return got
        return 0

    assert asyncio.run(run()) == 100
    assert drawn < 1_000


def test_a_registry_that_is_gone_is_asked_only_a_few_times(fakes: Registries) -> None:
    works = [Work(f"Title {n}", f"10.5555/a.{n}") for n in range(300)]
    fakes.add(*works)
    fakes.crossref.fail(faults.status(500))
    answers = ask(fakes, *(Identifier("doi", work.doi) for work in works), limits=Limits(failures=3))
    assert {answer.state for answer in answers.values()} == {State.UNCHECKED}
    assert len(fakes.crossref.asked) < 60


def test_letters_that_nobody_can_send_are_no_trouble(fakes: Registries) -> None:
    assert one(fakes, "doi", "10.5555/a\ud800").state is State.UNKNOWN
    assert one(fakes, "url", fakes.page("/\ud800")).state in (State.FOUND, State.UNCHECKED)
    assert not search(fakes, "\ud800").unchecked


def test_one_strange_summary_spoils_no_other(fakes: Registries) -> None:
    fakes.add(Work("One", pmid="11"), Work("Two", pmid="12"), Work("Three", pmid="13"), Work("Four", pmid="14"))
    fakes.pubmed.summaries["12"] = {"uid": "12", "title": 7}
    fakes.pubmed.summaries["13"] = {"uid": "13", "error": "the moon is full"}
    fakes.pubmed.summaries["14"] = []  # type: ignore[assignment]
    answers = ask(fakes, *(Identifier("pmid", str(n)) for n in range(11, 15)))
    states = {identifier.value: answer.state for identifier, answer in answers.items()}
    assert states == {"11": State.FOUND, "12": State.UNCHECKED, "13": State.UNCHECKED, "14": State.UNCHECKED}


def test_an_identifier_that_pubmed_central_passes_over_is_unchecked(fakes: Registries) -> None:
    fakes.pmc.fail(lambda right: replace(right, body=b'{"status": "ok", "records": []}'))
    answer = one(fakes, "pmcid", "PMC7")
    assert (answer.state, answer.reason) == (State.UNCHECKED, "PubMed Central did not answer for it")
    fakes.pmc.fail(lambda right: replace(right, body=right.body.replace(b"not found", b"not today")))
    assert one(fakes, "pmcid", "PMC7").state is State.UNCHECKED


def test_a_search_offers_the_likeliest(fakes: Registries) -> None:
    fakes.add(Work("A quite different one", "10.5555/b.1"), Work("An example title", "10.5555/a.1"))
    found = search(fakes, "Example A. An example title. Journal of Examples. 2016.")
    assert [record.identifier("doi") for record in found][:1] == ["10.5555/a.1"]
    assert not found.unchecked
    assert not search(fakes, "zzz").records


def test_a_long_entry_is_searched_by_its_beginning(fakes: Registries) -> None:
    fakes.add(Work("An example title", "10.5555/a.1"))
    assert search(fakes, "An example title " + "x" * 100_000).records
    assert len(fakes.crossref.asked[0].query["query.bibliographic"]) <= 600


def test_registries_are_told_whom_to_write_to(fakes: Registries) -> None:
    fakes.add(Work("One", "10.5555/a.1", "11", "PMC11"))
    ask(fakes, Identifier("doi", "10.5555/a.1"), Identifier("pmcid", "PMC11"), Identifier("url", fakes.page("/")))
    for fake in (*fakes.all.values(), fakes.pages):
        for asked in fake.asked:
            assert "mailto:desk@example.org" in asked.headers["user-agent"]
    assert fakes.crossref.asked[0].query["mailto"] == "desk@example.org"
    assert fakes.pubmed.asked[0].query["email"] == "desk@example.org"
    assert fakes.pubmed.asked[0].query["tool"] == "copydesk"
    assert agent("desk@example.org") == f"copydesk/{__version__} (mailto:desk@example.org)"
    assert agent("") == f"copydesk/{__version__}"


def test_keys_come_from_the_environment(fakes: Registries, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fakes.add(Work("One", "10.5555/a.1", "11"))
    monkeypatch.setenv("NCBI_API_KEY", "secret1")
    monkeypatch.setenv("CROSSREF_PLUS_TOKEN", "secret2")
    answers = ask(fakes, Identifier("doi", "10.5555/a.1"), Identifier("pmid", "11"), cache=tmp_path / "cache")
    assert fakes.pubmed.asked[0].query["api_key"] == "secret1"
    assert fakes.crossref.asked[0].headers["crossref-plus-api-token"] == "Bearer secret2"
    assert "secret" not in repr(answers)
    assert b"secret" not in (tmp_path / "cache").read_bytes()


def test_without_its_library_it_says_what_to_install(fakes: Registries, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(__import__("sys").modules, "lint.verification.http.wire", raising=False)
    monkeypatch.setitem(__import__("sys").modules, "aiohttp", None)
    with pytest.raises(CopydeskError, match=r"copydesk\[verify\]"):
        one(fakes, "url", fakes.page("/"))
