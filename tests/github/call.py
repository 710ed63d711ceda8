"""One call as a route sees it, and the table that routes are entered in."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

from tests.github.faults import Reply
from tests.github.rules import RefusalError, permitted
from tests.github.store import Pull, Repository, Store, Token

Json = dict[str, Any]
T = TypeVar("T")


@dataclass(frozen=True)
class Call:
    store: Store
    token: Token
    method: str
    url: str
    """With its query."""
    origin: str
    """Scheme, host and port."""
    body: Any
    names: dict[str, str]
    """What stands for the names in the route's template."""

    @property
    def query(self) -> dict[str, str]:
        return {name: values[-1] for name, values in parse_qs(urlsplit(self.url).query).items()}

    @property
    def repository(self) -> Repository:
        found = self.store.repositories.get(f"{self.names['owner']}/{self.names['repo']}")
        if found is None:
            raise RefusalError(404, "Not Found")
        return found

    @property
    def pull(self) -> Pull:
        found = self.repository.issues.get(int(self.names.get("pull_number") or self.names["issue_number"]))
        if not isinstance(found, Pull):
            raise RefusalError(404, "Not Found")
        return found

    def one(self, among: Mapping[int, T], name: str) -> T:
        found = among.get(int(self.names[name]))
        if found is None:
            raise RefusalError(404, "Not Found")
        return found

    def page(self, entries: Iterable[Json], wrap: str = "") -> Reply:
        """One page of a listing, with the link to the next; ``wrap``: inside an object, beside the count."""
        every = list(entries)
        size, number = min(int(self.query.get("per_page", 30)), 100), int(self.query.get("page", 1))
        shown = every[(number - 1) * size : number * size]
        following = self.origin + urlsplit(self.url).path + "?" + urlencode({**self.query, "page": number + 1})
        headers = {"Link": f'<{following}>; rel="next"'} if number * size < len(every) else {}
        return Reply(200, {"total_count": len(every), wrap: shown} if wrap else shown, headers)


Handler = Callable[[Call], Reply]


class Route(NamedTuple):
    method: str
    template: str
    """As GitHub's description has it."""
    needs: str
    level: str
    handler: Handler

    def names(self, method: str, path: str) -> dict[str, str] | None:
        pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(self.template))
        found = re.fullmatch(pattern, path) if method == self.method else None
        return {name: unquote(value) for name, value in found.groupdict().items()} if found else None


ROUTES: list[Route] = []


def route(method: str, template: str, needs: str = "metadata", level: str = "") -> Callable[[Handler], Handler]:
    """Enters a handler; reading needs the permission to read, everything else the one to write."""

    def enter(handler: Handler) -> Handler:
        usual = "read" if method == "GET" else "write"
        ROUTES.append(Route(method, template, needs, level or usual, handler))
        return handler

    return enter


def dispatch(store: Store, token: Token, method: str, url: str, origin: str, body: Any) -> tuple[str, Reply]:
    """The template of the route that fits, and its answer."""
    path = urlsplit(url).path
    for entry in ROUTES:
        names = entry.names(method, path)
        if names is not None:
            try:
                permitted(token, entry.needs, entry.level)
                return entry.template, entry.handler(Call(store, token, method, url, origin, body, names))
            except RefusalError as refusal:
                errors = {"errors": list(refusal.errors)} if refusal.errors else {}
                return entry.template, Reply(refusal.status, {"message": refusal.message, **errors})
    return "", Reply(404, {"message": "Not Found"})
