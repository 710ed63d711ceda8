"""What the service says of itself is what it does: schemathesis sends what its description allows, and what not."""

import hashlib
import hmac
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.config import SchemathesisConfig
from starlette.applications import Starlette
from starlette.routing import Route

from bot.feedback.intake import LARGEST
from bot.feedback.settings import FeedbackSettings
from bot.feedback.store import Store
from bot.feedback.web.app import STATIC, Service, app
from bot.feedback.web.articles import Articles
from bot.feedback.web.desk import routes
from bot.feedback.web.guard import App, Guard
from bot.feedback.web.openapi import FILES, SOURCE, description
from bot.feedback.web.webhook import Webhook
from tests.serving import served

ARTICLES = ["articles/coffee.md", "articles/tea.md"]
SECRET, TOKEN = "an invented secret", "an invented token"
JSON, FORM = "application/json", "application/x-www-form-urlencoded"
GOOD = {"article": ARTICLES[0], "helpful": False, "kind": "outdated", "comment": "There is a study of 2024."}
FILLED = {"article": ARTICLES[0], "helpful": "no", "kind": "outdated"}
PUSH = {"ref": "refs/heads/main", "repository": {"full_name": "example/health"}, "installation": {"id": 1}}


def _described() -> dict[str, Any]:
    """What the service serves, with the articles that it knows here: else no report that is made up would be taken."""
    found = description([*json.loads(SOURCE.read_text())["paths"]])
    for name in ("Report", "Form"):
        found["components"]["schemas"][name]["properties"]["article"]["enum"] = ARTICLES
    return found


def _application(store: Store, secret: str = SECRET) -> App:
    service = Service(store, Articles(ARTICLES), FeedbackSettings(), desk_token=TOKEN)
    return app(service, (Webhook(store, secret).route, *routes(service)))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    found = Store(f"sqlite:///{tmp_path_factory.mktemp('store')}/feedback.db")
    yield found
    found.close()


@pytest.fixture(scope="module")
def address(store: Store) -> Iterator[str]:
    with served(_application(store)) as address:
        yield address


REFUSED = ["400", "401", "403", "404", "405", "413", "415", "422", "429"]
ACCEPTED = ["2xx", "3xx", "401", "403", "404", "413", "429"]
"""413 is no fault of a report's form, and comes to good reports as well as to bad ones."""
CONFIG = SchemathesisConfig.from_dict(
    {
        "checks": {
            "negative_data_rejection": {"expected-statuses": REFUSED},
            "positive_data_acceptance": {"expected-statuses": ACCEPTED},
        }
    }
)
described = schemathesis.openapi.from_dict(_described(), config=CONFIG)


@described.parametrize()
@settings(max_examples=100, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_service_does_what_it_says(case: schemathesis.Case, address: str) -> None:
    case.call_and_validate(base_url=address)


def _signed(event: str, said: object, secret: str = SECRET) -> dict[str, str]:
    digest = hmac.new(secret.encode(), json.dumps(said).encode(), hashlib.sha256).hexdigest()
    return {"X-Hub-Signature-256": f"sha256={digest}", "X-GitHub-Event": event, "X-GitHub-Delivery": "an-invented-guid"}


class Ask(NamedTuple):
    """A request and the status that it is answered with. ``path``: as the description has it."""

    status: int
    method: str
    path: str
    body: bytes | None = None
    kind: str = ""
    query: str = ""
    headers: dict[str, str] = {}  # noqa: RUF012 - never changed
    value: str = ""


def _json(status: int, path: str, said: object, **headers: str) -> Ask:
    return Ask(status, "POST", path, json.dumps(said).encode(), JSON, headers=headers)


def _form(status: int, path: str, **fields: str) -> Ask:
    return Ask(status, "POST", path, urlencode(fields).encode(), FORM)


FOREIGN = {"Origin": "https://elsewhere.example"}
HOOK = "/github/webhook"
ASKS = (
    Ask(200, "GET", "/feedback", query="?article=articles/coffee.md"),
    Ask(404, "GET", "/feedback", query="?article=unknown"),
    _json(202, "/feedback", GOOD),
    _json(202, "/feedback", {**GOOD, "comment": "I want to die"}),
    _form(202, "/feedback", **FILLED),
    Ask(400, "POST", "/feedback", b"{", JSON),
    Ask(400, "POST", "/feedback", b"article=%ff", FORM),
    _json(403, "/feedback", GOOD, **FOREIGN),
    _json(404, "/feedback", {**GOOD, "article": "unknown"}),
    _form(404, "/feedback", **{**FILLED, "article": "unknown"}),
    Ask(413, "POST", "/feedback", b"x" * (LARGEST + 1), JSON),
    Ask(413, "POST", "/feedback", b"x" * (LARGEST + 1), FORM),
    Ask(415, "POST", "/feedback", b"{}", "text/plain"),
    _json(422, "/feedback", {**GOOD, "kind": "bad"}),
    _form(422, "/feedback", **{**FILLED, "helpful": "perhaps"}),
    _form(422, "/feedback", article=ARTICLES[0]),
    Ask(204, "OPTIONS", "/feedback"),
    Ask(403, "OPTIONS", "/feedback", headers=FOREIGN),
    Ask(200, "GET", "/receipt/{token}"),
    Ask(200, "GET", "/receipt/{token}", headers={"Accept": JSON}),
    Ask(404, "GET", "/receipt/{token}", value="unknown"),
    Ask(404, "GET", "/receipt/{token}", value="unknown", headers={"Accept": JSON}),
    Ask(200, "GET", "/healthz"),
    Ask(200, "GET", "/metrics"),
    Ask(200, "GET", "/openapi.json"),
    _json(202, HOOK, PUSH, **_signed("push", PUSH)),
    _json(202, HOOK, PUSH, **_signed("push", PUSH)),
    _json(202, HOOK, PUSH, **_signed("star", PUSH)),
    _json(400, HOOK, PUSH, **_signed("", PUSH)),
    _json(401, HOOK, PUSH),
    _json(401, HOOK, PUSH, **_signed("push", PUSH, "another secret")),
    _json(403, HOOK, PUSH, **FOREIGN),
    Ask(413, "POST", HOOK, b"", JSON, headers={**_signed("push", PUSH), "Content-Length": f"{1 << 30}"}),
    Ask(415, "POST", HOOK, b"{}", "text/plain", headers=_signed("push", PUSH)),
    Ask(200, "GET", "/desk/login"),
    _form(303, "/desk/login", token=TOKEN),
    Ask(403, "POST", "/desk/login", b"token=x", FORM, headers=FOREIGN),
    *(_form(status, "/desk/login", token="wrong") for status in (403, 403, 403, 403, 403, 429)),
    Ask(200, "GET", "/widget.js"),
    Ask(200, "GET", "/pages.css"),
    Ask(200, "GET", "/texts/{language}.json", value="de"),
    Ask(404, "GET", "/texts/{language}.json", value="xx"),
)


def test_every_status_of_the_description_is_one_that_the_service_answers_with(store: Store) -> None:
    token, seen = "", set()
    with served(_application(store)) as address:  # its own: five wrong tokens close the login
        for ask in ASKS:
            found = _asked(address, ask, token)
            assert found.status_code == ask.status, (ask, found.text)
            token = found.headers.get("location", "/").rpartition("/")[2] or token
            seen.add((ask.path, ask.method, ask.status))
    with served(_application(store, secret="")) as closed:
        _asked(closed, Ask(503, "POST", HOOK, b"{}", JSON), "")
    for path, method, status in _promised():
        assert (path, method, status) in {*seen, (HOOK, "POST", 503)} or status == 500


def _asked(address: str, ask: Ask, token: str) -> requests.Response:
    """The answer, held against the description."""
    names = {name: ask.value or token for name in ("token", "language") if f"{{{name}}}" in ask.path}
    url = f"{address}{ask.path.format(**names)}{ask.query}"
    headers = {**({"Content-Type": ask.kind} if ask.kind else {}), **ask.headers}
    wanted = requests.Request(ask.method, url, headers, data=ask.body).prepare()
    wanted.headers.update(ask.headers)
    with requests.Session() as session:
        found = session.send(wanted, allow_redirects=False, timeout=20)
    described[ask.path][ask.method].validate_response(found)
    return found


def _promised() -> Iterator[tuple[str, str, int]]:
    for path, item in _described()["paths"].items():
        for method, operation in item.items():
            yield from ((path, method.upper(), int(status)) for status in operation["responses"])


def test_a_fault_of_ours_is_told_as_described(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path}/feedback.db")
    with store.begin() as connection:
        connection.exec_driver_sql("DROP TABLE contacts")
        connection.exec_driver_sql("DROP TABLE reports")
    with served(_application(store)) as address:
        assert _asked(address, _json(500, "/feedback", GOOD), "").status_code == 500
        assert _asked(address, Ask(500, "GET", "/receipt/{token}"), "x").status_code == 500
    store.close()


def test_every_route_stands_in_the_description_and_the_other_way_round(store: Store) -> None:
    guard = _application(store)
    assert isinstance(guard, Guard)
    made = guard.inside
    assert isinstance(made, Starlette)
    served = {
        (one.path, method)
        for one in made.routes
        if isinstance(one, Route) and not (one.path.startswith("/desk") and one.path != "/desk/login")
        for method in one.methods or ()
        if method != "HEAD"
    }
    files = {(path, "GET") for path in FILES}
    told = {(path, method) for path, method, _ in _promised()}
    assert told - {("/feedback", "OPTIONS")} == served | files
    assert {path for path in FILES if "{" not in path} == {f"/{one.name}" for one in STATIC.iterdir() if one.is_file()}


def test_what_is_not_served_is_not_described(store: Store) -> None:
    with served(app(Service(store, Articles(ARTICLES), FeedbackSettings()))) as address:
        paths = requests.get(f"{address}/openapi.json", timeout=20).json()["paths"]
        assert requests.get(f"{address}/desk/login", timeout=20).status_code == 404
    assert "/desk/login" not in paths
    assert "/github/webhook" not in paths


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("DELETE", "/feedback", "GET, HEAD, OPTIONS, POST"),
        ("GET", "/github/webhook", "OPTIONS, POST"),
        ("DELETE", "/widget.js", "GET, HEAD, OPTIONS"),
    ],
)
def test_a_method_that_is_not_taken_is_told_which_are(address: str, method: str, path: str, allowed: str) -> None:
    answer = requests.request(method, f"{address}{path}", timeout=20)
    assert (answer.status_code, answer.headers["allow"]) == (405, allowed)
