"""The maintainer's page: the queue with its filters, approve and reject, counts by article. HTML without a script."""

from collections.abc import Awaitable, Callable, Mapping
from time import time
from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.clock import now
from bot.feedback.report import Kind, Queue, Risk, Status
from bot.feedback.store.figures import WINDOWS, by_day, figures
from bot.feedback.store.queues import Filter, approve, counts, entries, reject
from bot.feedback.web.app import Service
from bot.feedback.web.desk.plot import HEIGHT, ROW, WIDTH, bars, columns
from bot.feedback.web.desk.session import LASTS, Attempts, Keys
from bot.feedback.web.pages import page

COOKIE = "copydesk_desk"
PAGE = 25
"""Reports on one page."""
LARGEST = 8_192
"""Bytes of a form."""
CHOICES = {"queue": Queue, "kind": Kind, "state": Status, "risk": Risk}
Handler = Callable[[Request, str], Awaitable[Response]]


def routes(service: Service) -> tuple[Route, ...]:
    """The maintainer's page, where a token opens it; nothing without one."""
    if not service.desk_token:
        return ()
    desk = Desk(service)
    return (
        Route("/desk/login", desk.login_page, methods=["GET"]),
        Route("/desk/login", desk.login, methods=["POST"]),
        Route("/desk", desk.inside(desk.queue), methods=["GET"]),
        Route("/desk/figures", desk.inside(desk.figures), methods=["GET"]),
        Route("/desk/logout", desk.inside(desk.logout), methods=["POST"]),
        Route("/desk/{number:int}/approve", desk.inside(desk.approve), methods=["POST"]),
        Route("/desk/{number:int}/reject", desk.inside(desk.reject), methods=["POST"]),
    )


class Desk:
    """The handlers of the page and what they share."""

    def __init__(self, service: Service) -> None:
        self._store = service.store
        self._keys = Keys(service.desk_token)
        self._attempts = Attempts()

    def inside(self, handler: Handler) -> Callable[[Request], Awaitable[Response]]:
        """A handler for those who are logged in; a form must also bring its session's mark."""

        async def guarded(request: Request) -> Response:
            session = request.cookies.get(COOKIE, "")
            if not self._keys.is_open(session, time()):
                return RedirectResponse("/desk/login", 303)
            if request.method == "POST":
                request.state.form = await _form(request)
                if not self._keys.is_ours(request.state.form.get("csrf", ""), session):
                    return _refused("This form is too old. Open the page again.", 403)
            return await handler(request, self._keys.csrf(session))

        return guarded

    async def login_page(self, request: Request) -> Response:
        """Asks for the token."""
        return HTMLResponse(page("desk/login", message=""))

    async def login(self, request: Request) -> Response:
        """Opens a session for the right token; a sender of wrong ones has to wait."""
        sender = request.client.host if request.client else ""
        form = await _form(request)  # first: between the two lines below nobody else may try
        if wait := self._attempts.wait(sender, time()):
            message = f"Too many wrong tokens. Try again in {-(-wait // 60)} minutes."
            return HTMLResponse(page("desk/login", message=message), 429, headers={"retry-after": str(wait)})
        if not self._keys.opens(form.get("token", "")):
            self._attempts.failed(sender, time())
            return HTMLResponse(page("desk/login", message="This is not the token."), 403)
        answer = RedirectResponse("/desk", 303)
        is_secure = request.url.scheme == "https"
        answer.set_cookie(
            COOKIE, self._keys.session(time()), LASTS, path="/desk", secure=is_secure, httponly=True, samesite="strict"
        )
        return answer

    async def logout(self, request: Request, csrf: str) -> Response:
        """Forgets the cookie."""
        answer = RedirectResponse("/desk/login", 303)
        answer.delete_cookie(COOKIE, path="/desk")
        return answer

    async def queue(self, request: Request, csrf: str) -> Response:
        """The reports of a queue, oldest first."""
        chosen = _chosen(request.query_params)
        after = int(raw) if (raw := request.query_params.get("after", "")).isdecimal() and len(raw) < 10 else 0
        with self._store.read() as connection:
            found = list(entries(connection, _filter(chosen), PAGE + 1, after))
            numbers = counts(connection)
        shown = found[:PAGE]
        query = urlencode(chosen)
        return HTMLResponse(
            page(
                "desk/queue",
                entries=shown,
                counts=numbers,
                chosen=chosen,
                choices={name: [one.value for one in values] for name, values in CHOICES.items()},
                query=urlencode({**chosen, "after": after}),
                first=f"/desk?{query}" if after else "",
                following=f"/desk?{urlencode({**chosen, 'after': shown[-1].id})}" if len(found) > PAGE else "",
                done=request.query_params.get("done", ""),
                csrf=csrf,
            )
        )

    async def approve(self, request: Request, csrf: str) -> Response:
        """A report becomes an issue, or joins one."""
        with self._store.begin() as connection:
            is_done = approve(connection, request.path_params["number"], now())
        return _back(request, "approved") if is_done else _refused("This report cannot become an issue.", 409)

    async def reject(self, request: Request, csrf: str) -> Response:
        """A report is closed; the reader's receipt shows why."""
        why = request.state.form.get("why", "").strip()
        if not why:
            return _refused("Write why: the reader's receipt shows it.", 422)
        with self._store.begin() as connection:
            is_done = reject(connection, request.path_params["number"], why, now())
        return _back(request, "rejected") if is_done else _refused("This report cannot be rejected any more.", 409)

    async def figures(self, request: Request, csrf: str) -> Response:
        """Counts by article over a window, and by day for one article or all."""
        asked = request.query_params.get("days", "")
        days = int(asked) if asked in map(str, WINDOWS) else WINDOWS[1]
        article = request.query_params.get("article", "")
        with self._store.read() as connection:
            found = [one for one in figures(connection, now(), days) if article in ("", one.article)]
            daily = by_day(connection, now(), days, article)
        return HTMLResponse(
            page(
                "desk/figures",
                days=days,
                windows=WINDOWS,
                article=article,
                figures=found,
                bars=bars(found),
                columns=columns(daily),
                daily=daily,
                kinds=[kind.value for kind in Kind],
                width=WIDTH,
                height=HEIGHT,
                row=ROW,
                csrf=csrf,
            )
        )


def _chosen(query: Mapping[str, str]) -> dict[str, str]:
    """The filters that were asked for, as far as they exist; what waits for a look where none was."""
    chosen = {"article": query.get("article", "")}
    for name, values in CHOICES.items():
        asked = query.get(name, Queue.WAITING.value if name == "queue" and "article" not in query else "")
        chosen[name] = asked if asked in [one.value for one in values] else ""
    return chosen


def _filter(chosen: Mapping[str, str]) -> Filter:
    return Filter(
        queue=Queue(chosen["queue"]) if chosen["queue"] else None,
        article=chosen["article"],
        kind=Kind(chosen["kind"]) if chosen["kind"] else None,
        status=Status(chosen["state"]) if chosen["state"] else None,
        risk=Risk(chosen["risk"]) if chosen["risk"] else None,
    )


async def _form(request: Request) -> dict[str, str]:
    """A form's fields; empty for one that is too large or no form."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            return {}
    try:
        return dict(parse_qsl(body.decode("ascii"), max_num_fields=20, errors="strict"))
    except ValueError:
        return {}


def _back(request: Request, done: str) -> Response:
    """To where the form stood, with its filters."""
    kept = {**_chosen(request.query_params), "done": done}
    return RedirectResponse(f"/desk?{urlencode(kept)}", 303)


def _refused(message: str, status: int) -> Response:
    return HTMLResponse(page("desk/refused", message=message), status)
