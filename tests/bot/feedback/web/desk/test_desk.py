"""The maintainer's page over HTTP: what no browser sends."""

import http.client
from collections.abc import Iterator
from datetime import UTC, datetime
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest

from bot.feedback.report import Kind, Queue, Report
from bot.feedback.settings import FeedbackSettings
from bot.feedback.store import Store
from bot.feedback.store.intake import Incoming, accept
from bot.feedback.store.tables import reports
from bot.feedback.web.app import Service, app
from bot.feedback.web.articles import Articles
from bot.feedback.web.desk import COOKIE, LARGEST, routes
from bot.feedback.web.desk.session import Keys
from tests.serving import served

TOKEN = "an example"
ARTICLE = "articles/naps.md"


class Desk:
    """A client with the cookie of its login."""

    def __init__(self, url: str) -> None:
        self._host = urlsplit(url).netloc
        self.session = ""

    def ask(
        self, method: str, path: str, body: bytes = b"", **headers: str
    ) -> tuple[int, str, http.client.HTTPMessage]:
        """The status, the text and the headers of an answer."""
        connection = http.client.HTTPConnection(self._host, timeout=30)
        try:
            connection.request(method, path, body, {"cookie": f"{COOKIE}={self.session}", **headers})
            answer = connection.getresponse()
            return answer.status, answer.read().decode(), answer.headers
        finally:
            connection.close()

    def send(self, path: str, **fields: str) -> int:
        """A form of this session."""
        return self.ask("POST", path, urlencode({"csrf": Keys(TOKEN).csrf(self.session), **fields}).encode())[0]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(f"sqlite:///{tmp_path}/feedback.db")
    with made.begin() as connection:
        report = Report(ARTICLE, helpful=False, received=datetime.now(UTC), kind=Kind.OTHER, comment="In danger.")
        accept(connection, [Incoming(report, "token", queue=Queue.CRISIS)])
    yield made
    made.close()


@pytest.fixture
def desk(store: Store) -> Iterator[Desk]:
    service = Service(store, Articles([ARTICLE]), FeedbackSettings(), desk_token=TOKEN)
    with served(app(service, routes(service))) as url:
        opened = Desk(url)
        status, _, headers = opened.ask("POST", "/desk/login", f"token={TOKEN.replace(' ', '+')}".encode())
        assert status == 303
        opened.session = SimpleCookie(headers["set-cookie"])[COOKIE].value
        yield opened


def test_there_is_no_desk_without_a_token(store: Store) -> None:
    assert routes(Service(store, Articles([ARTICLE]), FeedbackSettings())) == ()


def test_nothing_is_shown_or_done_without_a_session(desk: Desk) -> None:
    csrf = urlencode({"csrf": Keys(TOKEN).csrf(desk.session), "why": "x"}).encode()
    desk.session = "9999999999.made.up"
    for method, path in (("GET", "/desk"), ("GET", "/desk/figures"), ("POST", "/desk/1/reject")):
        status, text, headers = desk.ask(method, path, csrf)
        assert (status, text, headers["location"]) == (303, "", "/desk/login")


@pytest.mark.parametrize("body", [b"x" * (LARGEST + 1), b"token=%ff", b"\xff", b"&".join([b"a=b"] * 30)])
def test_a_form_that_is_none_opens_nothing(body: bytes, desk: Desk) -> None:
    status, text, _ = desk.ask("POST", "/desk/login", body)
    assert status == 403
    assert "This is not the token." in text


def test_another_site_cannot_send_forms(desk: Desk) -> None:
    body = urlencode({"csrf": Keys(TOKEN).csrf(desk.session), "why": "x"}).encode()
    assert desk.ask("POST", "/desk/1/reject", body, origin="https://example.org")[0] == 403


def test_the_words_of_somebody_in_danger_never_become_an_issue(desk: Desk, store: Store) -> None:
    assert desk.send("/desk/1/approve") == 409
    with store.begin() as connection:
        assert connection.execute(reports.select()).one().queue == Queue.CRISIS


def test_a_rejection_needs_a_reason_and_a_report(desk: Desk) -> None:
    assert desk.send("/desk/1/reject", why="  ") == 422
    assert desk.send("/desk/99/reject", why="None.") == 409
    assert desk.send("/desk/99/approve") == 409
    assert desk.send("/desk/1/reject", why="Answered by telephone.") == 303


@pytest.mark.parametrize(
    "query", ["queue=none&kind=%00&risk=x&state=x&after=-1", "after=99999999999999999999", "after=²"]
)
def test_filters_that_there_are_not_show_all(query: str, desk: Desk) -> None:
    status, text, _ = desk.ask("GET", f"/desk?article=&{query}".replace("²", "%C2%B2"))
    assert status == 200
    assert "In danger." in text


def test_figures_of_odd_windows_are_those_of_a_month(desk: Desk) -> None:
    status, text, _ = desk.ask("GET", "/desk/figures?days=100000000&article=none")
    assert status == 200
    assert "No answer came in the last 30 days." in text
