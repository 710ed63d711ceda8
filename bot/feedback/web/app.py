"""The service's application: takes reports in and shows receipts. It holds no token for GitHub."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.datastructures import URL
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.clock import now
from bot.feedback import intake
from bot.feedback.intake import LARGEST, RefusedError
from bot.feedback.metrics.service import Metrics
from bot.feedback.reading.lexicon import labels
from bot.feedback.report import Queue, Report
from bot.feedback.settings import FeedbackSettings
from bot.feedback.store import Store
from bot.feedback.store.intake import Incoming, new_token, salt, sender
from bot.feedback.store.receipts import receipt
from bot.feedback.web import openapi
from bot.feedback.web.articles import Articles
from bot.feedback.web.batches import Batches
from bot.feedback.web.guard import App, Guard
from bot.feedback.web.pages import page
from bot.feedback.web.pages.texts import preferred, texts, translated

STATIC = Path(__file__).parent / "static"


@dataclass
class Service:
    """What the requests share."""

    store: Store
    articles: Articles
    settings: FeedbackSettings
    desk_token: str = ""
    """Opens the maintainer's page; without one there is none."""
    metrics: Metrics = field(default_factory=Metrics)
    _salts: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.batches = Batches(self.store)

    def sender(self, address: str) -> str:
        """The sender's hash of today; the address itself is kept nowhere."""
        today = now().date()
        if today.isoformat() not in self._salts:
            with self.store.begin() as connection:
                self._salts = {today.isoformat(): salt(connection, today)}
        return sender(address, self._salts[today.isoformat()])


def app(service: Service, routes: tuple[BaseRoute, ...] = ()) -> App:
    """The application, with further routes (the maintainer's page, GitHub's webhook)."""
    ours = [
        Route("/feedback", _form, methods=["GET"]),
        Route("/feedback", _send, methods=["POST"]),
        Route("/receipt/{token}", _receipt, methods=["GET"]),
        Route("/healthz", _health, methods=["GET"]),
        Route("/metrics", _metrics, methods=["GET"]),
        Route(openapi.PATH, _description, methods=["GET"]),
        *routes,
        Mount("/", StaticFiles(directory=STATIC)),
    ]
    handlers: Mapping[Any, Any] = {404: _nothing, 405: _nothing, 500: _broken}
    made = Starlette(routes=ours, exception_handlers=handlers)
    made.state.service = service
    made.state.description = openapi.description(
        [*openapi.FILES, *(one.path for one in ours if isinstance(one, Route))]
    )
    labels("crisis", "")  # the words are read now, not while the first reader waits
    return Guard(made, service.settings.origins)


async def _send(request: Request) -> Response:
    service: Service = request.app.state.service
    is_form = request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded")
    try:
        body = await _body(request)
        report = intake.accept(body, request.headers.get("content-type", ""), service.articles.find, now())
    except RefusedError as error:
        service.metrics.refused(error.status)
        return _refusal(request, error, is_form)
    crisis = labels("crisis", report.comment)
    token = new_token()
    address = request.client.host if request.client else ""
    queue = Queue.CRISIS if crisis else None
    await service.batches.keep(Incoming(report, token, service.sender(address), queue))
    service.metrics.accepted(bool(crisis))
    return _accepted(request, report, token, crisis[0] if crisis else "", is_form)


def _accepted(request: Request, report: Report, token: str, crisis: str, is_form: bool) -> Response:
    language = report.language or preferred(request.headers.get("accept-language", ""))
    address = f"/receipt/{token}"
    help_text = _help(request.app.state.service.settings, language)
    if is_form:
        name = "crisis" if crisis else "thanks"
        shown = page(name, language, receipt=address, help=help_text, article=report.article, helpful=report.helpful)
        return HTMLResponse(shown, 202, headers={"location": address})
    said: dict[str, object] = {"receipt": _base(request) + address}
    if crisis:
        said["help"] = help_text or texts(language)["crisis_help"]
    return JSONResponse(said, 202, headers={"location": address})


def _base(request: Request) -> str:
    """Where the service is, as the reader reached it."""
    scope = request.scope
    return _url(scope["scheme"], request.headers.get("host", ""), scope["server"], scope.get("root_path", ""))


@lru_cache
def _url(scheme: str, host: str, server: tuple[str, int | None], root: str) -> str:
    headers = [(b"host", host.encode("latin-1"))] if host else []
    scope = {"scheme": scheme, "server": server, "path": root, "query_string": b"", "headers": headers}
    return str(URL(scope=scope)).rstrip("/")


def _help(settings: FeedbackSettings, language: str) -> str:
    short = language.partition("-")[0].casefold()
    return settings.help.get(language) or settings.help.get(short) or ""


async def _body(request: Request) -> bytes:
    """The body, read no further than is allowed."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            raise RefusedError(413, f"This is more than {LARGEST:,} bytes. Please write less.")
    return bytes(body)


def _refusal(request: Request, error: RefusedError, is_form: bool) -> Response:
    if is_form:
        language = preferred(request.headers.get("accept-language", ""))
        return HTMLResponse(
            page("refused", language, message=translated(str(error), language), may_go_back=True), error.status
        )
    return JSONResponse({"error": str(error)}, error.status)


async def _form(request: Request) -> Response:
    """The form, for browsers without scripts and for links."""
    service: Service = request.app.state.service
    article = service.articles.find(request.query_params.get("article", ""))
    language = request.query_params.get("language") or preferred(request.headers.get("accept-language", ""))
    if article is None:
        return HTMLResponse(
            page("refused", language, message=texts(language)["unknown_article"], may_go_back=False), 404
        )
    return HTMLResponse(page("form", language, article=article, opened=now().timestamp()))


async def _receipt(request: Request) -> Response:
    service: Service = request.app.state.service
    language = preferred(request.headers.get("accept-language", ""))
    is_data = "application/json" in request.headers.get("accept", "")
    with service.store.read() as connection:
        found = receipt(connection, request.path_params["token"])
    if found is None:
        words = texts(language)["unknown_receipt"]
        if is_data:
            return JSONResponse({"error": words}, 404)
        return HTMLResponse(page("refused", language, message=words, may_go_back=False), 404)
    if is_data:
        shown = {
            "article": found.article,
            "status": found.status.value,
            "on": found.on.isoformat(),
            "answer": found.answer,
        }
        return JSONResponse({**shown, "received": found.received.isoformat()})
    return HTMLResponse(page("receipt", language, receipt=found))


async def _health(request: Request) -> Response:
    """Whether the store answers."""
    service: Service = request.app.state.service
    with service.store.read():
        return JSONResponse({"status": "ok", "articles": len(service.articles)})


async def _metrics(request: Request) -> Response:
    service: Service = request.app.state.service
    return PlainTextResponse(service.metrics.text(service.store), media_type="text/plain; version=0.0.4")


async def _description(request: Request) -> Response:
    return JSONResponse(request.app.state.description)


async def _nothing(request: Request, error: Exception) -> Response:
    """No such path; or it is there, and says what it takes: all of its routes together, not the first of them."""
    routes = (one for one in request.app.routes if isinstance(one, Route) and one.path_regex.match(request.url.path))
    allowed = {method for one in routes for method in one.methods or ()}
    if not allowed and getattr(error, "status_code", 404) == 404:
        return JSONResponse({"error": "There is nothing here."}, 404)
    names = ", ".join(sorted({*(allowed or ("GET", "HEAD")), "OPTIONS"}))
    return JSONResponse({"error": f"Only {names} are answered here."}, 405, headers={"allow": names})


async def _broken(request: Request, error: Exception) -> Response:
    return JSONResponse({"error": "Something went wrong on our side. Nothing was kept; please try again."}, 500)
