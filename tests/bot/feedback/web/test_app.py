"""The service over real HTTP: what is taken in, what is refused, what it shows."""

import json
import threading
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import uvicorn

import schemas
from bot.feedback.intake import LARGEST
from bot.feedback.settings import FeedbackSettings, feedback_settings
from bot.feedback.store import Store
from bot.feedback.store.queues import Filter, entries
from bot.feedback.web.app import Service, app
from bot.feedback.web.articles import Articles, articles
from bot.feedback.web.pages.texts import preferred, texts
from tests.publication import write
from tests.watchdog import watchdog

ORIGIN = "https://health.example"
GOOD = {"article": "articles/coffee.md", "helpful": False, "kind": "outdated", "comment": "There is a study of 2024."}


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: str

    def json(self) -> Any:
        return json.loads(self.body)


class Site(NamedTuple):
    port: int
    store: Store

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Answer:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        found = Answer(
            answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read().decode()
        )
        connection.close()
        return found

    def send(self, data: object, **headers: str) -> Answer:
        return self.ask("POST", "/feedback", json.dumps(data).encode(), content_type="application/json", **headers)

    def kept(self) -> list[str]:
        with self.store.begin() as connection:
            return [one.comment for one in entries(connection, Filter(), 1000)]


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    store = Store(f"sqlite:///{tmp_path}/feedback.db")
    settings = FeedbackSettings((ORIGIN,), {"de": "Rufen Sie die 112."})
    service = Service(store, Articles(["articles/coffee.md", "posts/2024-01-02-tea.md"]), settings)
    server = uvicorn.Server(uvicorn.Config(app(service), port=0, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield Site(server.servers[0].sockets[0].getsockname()[1], store)
    server.should_exit = True
    thread.join()
    store.close()


def test_a_report_is_stored_before_it_is_answered(site: Site) -> None:
    answer = site.send(GOOD)
    assert answer.status == 202
    assert site.kept() == [GOOD["comment"]]
    path = "/receipt/" + answer.json()["receipt"].rpartition("/")[2]
    shown = site.ask("GET", path, accept="application/json")
    assert shown.json()["status"] == "received"
    assert site.ask("GET", path).headers["content-type"].startswith("text/html")


@pytest.mark.parametrize(
    ("data", "status", "words"),
    [
        ({**GOOD, "article": "unknown.md"}, 404, "know this article"),
        ({**GOOD, "kind": "bad"}, 422, "kind"),
        ({"article": "articles/coffee.md", "helpful": False}, 422, "choose what is wrong"),
        ({**GOOD, "email": "nobody"}, 422, "e-mail"),
        ({**GOOD, "email": "nobody@example.org\n"}, 422, "e-mail"),
        ({**GOOD, "email": "nobody@example.\x1forg"}, 422, "e-mail"),
        ({**GOOD, "language": "de\n"}, 422, "language"),
        ({**GOOD, "comment": "x" * 4001}, 422, "too long"),
        ({**GOOD, "more": 1}, 422, "not as it should be"),
        ([], 422, "not as it should be"),
        ({**GOOD, "comment": "x" * LARGEST}, 413, "bytes"),
    ],
)
def test_what_is_not_a_report_is_refused_in_words(site: Site, data: object, status: int, words: str) -> None:
    answer = site.send(data)
    assert answer.status == status
    assert words in answer.json()["error"]
    assert site.kept() == []


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"{", "application/json", 400),
        (b'{"article": "articles/coffee.md", "helpful": NaN}', "application/json", 400),
        (b"[" * 5000, "application/json", 400),
        (b"\xff", "application/json", 400),
        (b"{}", "text/plain", 415),
        (b"article=%ff", "application/x-www-form-urlencoded", 400),
        (b"&".join(b"a=1" for _ in range(30)), "application/x-www-form-urlencoded", 400),
    ],
)
def test_what_cannot_be_read_is_refused(site: Site, body: bytes, kind: str, status: int) -> None:
    assert site.ask("POST", "/feedback", body, content_type=kind).status == status


def test_a_form_is_answered_with_a_page(site: Site) -> None:
    body = b"article=articles%2Fcoffee.md&kind=outdated&comment=Old+since+2020&email=&elapsed=x&helpful=no"
    answer = site.ask("POST", "/feedback", body, content_type="application/x-www-form-urlencoded")
    assert answer.status == 202
    assert answer.headers["location"].startswith("/receipt/")
    assert site.kept() == ["Old since 2020"]


def test_somebody_in_danger_is_shown_help_at_once(site: Site) -> None:
    said = site.send({**GOOD, "comment": "I want to die"}).json()
    assert said["help"] == texts("en")["crisis_help"]
    german = site.send({**GOOD, "comment": "Ich will nicht mehr leben", "language": "de-AT"}).json()
    assert german["help"] == "Rufen Sie die 112."
    assert "help" not in site.send(GOOD).json()


def test_only_named_sites_may_send(site: Site) -> None:
    allowed = site.send(GOOD, origin=ORIGIN)
    assert (allowed.status, allowed.headers["access-control-allow-origin"]) == (202, ORIGIN)
    refused = site.send(GOOD, origin="https://elsewhere.example")
    assert refused.status == 403
    assert "access-control-allow-origin" not in refused.headers
    asked = site.ask("OPTIONS", "/feedback", origin=ORIGIN)
    assert (asked.status, asked.headers["access-control-allow-methods"]) == (204, "GET, POST")
    assert site.ask("OPTIONS", "/feedback", origin="https://elsewhere.example").status == 403
    assert len(site.kept()) == 1


def test_every_answer_carries_what_keeps_pages_ours(site: Site) -> None:
    for path in ("/feedback?article=articles/coffee.md", "/healthz", "/nowhere", "/receipt/x"):
        headers = site.ask("GET", path).headers
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_the_widgets_files_may_be_used_anywhere(site: Site) -> None:
    answer = site.ask("GET", "/texts/en.json")
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.json()["question"] == "Was this article helpful?"


def test_health_and_metrics(site: Site) -> None:
    site.send(GOOD)
    site.send({**GOOD, "kind": "bad"})
    assert site.ask("GET", "/healthz").json() == {"status": "ok", "articles": 2}
    text = site.ask("GET", "/metrics").body
    assert 'copydesk_reports_total{crisis="no"} 1.0' in text
    assert 'copydesk_reports_refused_total{status="422"} 1.0' in text
    assert 'copydesk_backlog{what="unread"} 1.0' in text


def test_pages_of_unknown_things_say_so(site: Site) -> None:
    assert site.ask("GET", "/feedback?article=unknown.md").status == 404
    assert site.ask("GET", "/receipt/unknown").status == 404
    assert site.ask("DELETE", "/feedback").status == 405
    assert site.ask("GET", "/..%2f..%2fapp.py").status == 404


def test_many_at_once_are_all_kept(site: Site) -> None:
    def many(start: int) -> None:
        for number in range(start, start + 20):
            assert site.send({**GOOD, "comment": f"Number {number}"}).status == 202

    threads = [threading.Thread(target=many, args=(start,)) for start in range(0, 160, 20)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(site.kept()) == sorted(f"Number {number}" for number in range(160))


def test_a_broken_store_is_said_and_nothing_is_promised(site: Site) -> None:
    with site.store.begin() as connection:
        connection.exec_driver_sql("DROP TABLE contacts")
        connection.exec_driver_sql("ALTER TABLE reports RENAME TO gone")
    answer = site.send(GOOD)
    assert answer.status == 500
    assert answer.json()["error"].startswith("Something went wrong on our side")


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("articles/coffee.md", "articles/coffee.md"),
        ("/health/coffee/", "articles/coffee.md"),
        ("/2024/01/02/Tea.html?x=1#y", "posts/2024-01-02-tea.md"),
        ("/", None),
        ("/water", None),
        ("../../etc/passwd", None),
    ],
)
def test_an_article_is_found_by_its_path_or_its_pages(wanted: str, found: str | None) -> None:
    assert Articles(["articles/coffee.md", "posts/2024-01-02-tea.md"]).find(wanted) == found


def test_of_two_articles_of_one_name_the_folder_decides() -> None:
    both = Articles(["back/pain.md", "neck/pain.md", "neck/index.md"])
    assert both.find("/neck/pain") == "neck/pain.md"
    assert both.find("/pain") is None
    assert both.find("/neck/") == "neck/index.md"


def test_the_allow_list_is_what_the_configuration_includes(tmp_path: Path) -> None:
    write(tmp_path, {"copydesk.toml": 'include = ["articles"]\n', "articles/a.md": "a", "notes/b.md": "b"})
    found = articles(tmp_path)
    assert (len(found), found.find("articles/a.md"), found.find("notes/b.md")) == (1, "articles/a.md", None)


def test_settings_have_their_places() -> None:
    found = feedback_settings({"origins": ["https://a.example/"], "daily": 3, "words_days": 9, "help": {"en": "x"}})
    assert (found.origins, found.thresholds.daily, found.words_days, found.help) == (
        ("https://a.example",),
        3,
        9,
        {"en": "x"},
    )


@pytest.mark.parametrize(
    ("header", "language"),
    [("de-AT,de;q=0.9,en;q=0.8", "de"), ("xx, en;q=0.5", "en"), ("", "en"), ("de;q=x, en", "en")],
)
def test_the_readers_language_is_taken_where_we_speak_it(header: str, language: str) -> None:
    assert preferred(header) == language


def test_an_address_costs_no_more_the_longer_it_is() -> None:
    address = "a@" + "b." * (LARGEST // 2)
    with watchdog(2):
        for _ in range(50):
            assert list(schemas.failures("feedback", {**GOOD, "email": f"{address}@"}))


def test_the_schema_refuses_what_it_should() -> None:
    assert not list(schemas.failures("feedback", GOOD))
    assert list(schemas.failures("feedback", {**GOOD, "article": ""}))
