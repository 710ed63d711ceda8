"""Web pages: what is dead, what nobody knows, and what moved."""

from collections.abc import Iterator

import pytest

from lint.verification.record import Answer, Identifier, State
from tests.verification.desk import ask, one
from tests.verification.fakes import Registries, faults


@pytest.fixture
def fakes() -> Iterator[Registries]:
    with Registries() as started:
        yield started


def page(fakes: Registries, path: str = "/page") -> Answer:
    return one(fakes, "url", fakes.page(path))


def test_a_page_that_loads_is_found_with_one_request(fakes: Registries) -> None:
    assert page(fakes).state is State.FOUND
    assert [asked.method for asked in fakes.pages.asked] == ["HEAD"]


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_is_gone_is_dead(fakes: Registries, status: int) -> None:
    fakes.pages.statuses["/page"] = status
    answer = page(fakes)
    assert answer.state is State.DEAD
    assert answer.archived == ""


@pytest.mark.parametrize("status", [400, 401, 403, 405, 408, 418, 429, 451, 500, 502, 503, 504, 599])
def test_every_other_refusal_is_unchecked(fakes: Registries, status: int) -> None:
    fakes.pages.statuses["/page"] = status
    answer = page(fakes)
    assert answer.state is State.UNCHECKED
    assert str(status) in answer.reason
    assert len(fakes.pages.asked) <= 4


@pytest.mark.parametrize("status", [400, 403, 404, 405, 410, 500, 501, 503])
def test_a_server_that_does_not_know_head_is_asked_for_the_page(fakes: Registries, status: int) -> None:
    fakes.pages.heads["/page"] = status
    assert page(fakes).state is State.FOUND
    assert [asked.method for asked in fakes.pages.asked] == ["HEAD", "GET"]


def test_an_archived_copy_is_offered(fakes: Registries) -> None:
    fakes.pages.statuses["/page"] = 404
    fakes.wayback.copies[fakes.page("/page")] = "20130919044612"
    assert page(fakes).archived == f"https://web.archive.org/web/20130919044612/{fakes.page('/page')}"


@pytest.mark.parametrize("fault", [faults.status(503), faults.html, faults.strange, faults.empty, faults.too_many()])
def test_an_archive_that_does_not_answer_changes_nothing(fakes: Registries, fault: faults.Fault) -> None:
    fakes.pages.statuses["/page"] = 404
    fakes.wayback.fail(fault)
    answer = page(fakes)
    assert (answer.state, answer.archived) == (State.DEAD, "")


@pytest.mark.parametrize(("status", "for_good"), [(301, True), (308, True), (302, False), (303, False), (307, False)])
def test_a_page_that_moved_says_where_to(fakes: Registries, status: int, for_good: bool) -> None:
    fakes.pages.moved["/page"] = (status, "/pages/new")
    answer = page(fakes)
    assert (answer.state, answer.redirect, answer.moved) == (State.FOUND, fakes.page("/new"), for_good)


def test_it_moved_for_good_only_if_every_step_says_so(fakes: Registries) -> None:
    fakes.pages.moved["/page"] = (301, "/pages/between")
    fakes.pages.moved["/between"] = (302, "/pages/new")
    answer = page(fakes)
    assert (answer.redirect, answer.moved) == (fakes.page("/new"), False)


def test_a_page_that_leads_to_nothing_is_dead(fakes: Registries) -> None:
    fakes.pages.moved["/page"] = (301, "/pages/gone")
    fakes.pages.statuses["/gone"] = 404
    assert page(fakes).state is State.DEAD


def test_the_part_of_a_page_is_no_matter_of_the_server(fakes: Registries) -> None:
    assert page(fakes, "/page#part").state is State.FOUND
    assert fakes.pages.asked[0].path == "/page"


def test_a_private_page_is_not_asked_for(fakes: Registries) -> None:
    settings = fakes.settings(allow_private=False)
    port = one(settings, "url", fakes.page("/page"))
    assert (port.state, port.reason[:27]) == (State.UNCHECKED, "the address names port " + port.reason[23:27])
    assert one(settings, "url", "http://localhost/").reason == "the address leads into a private network"
    assert one(settings, "url", "http://169.254.169.254/latest/meta-data/").state is State.UNCHECKED
    assert not fakes.pages.asked


@pytest.mark.parametrize("url", ["", "not an address", "http://[", "//example.org", "mailto:desk@example.org"])
def test_what_is_no_web_address_is_unchecked(fakes: Registries, url: str) -> None:
    answer = one(fakes, "url", url)
    assert answer.state is State.UNCHECKED
    assert "address" in answer.reason


def test_many_servers_take_no_more_room_than_some(fakes: Registries, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lint.verification.registries.web._LANES", 3)
    urls = [Identifier("url", f"http://127.0.0.{n}{fakes.page('/page')[16:]}") for n in range(1, 2)]
    urls += [Identifier("url", f"http://example{n}.invalid/") for n in range(8)]
    answers = ask(fakes, *urls)
    assert [answer.state for answer in answers.values()].count(State.FOUND) == 1
