"""One call of GitHub's API, repeated only where that is harmless: the one place that imports PyGithub."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import github
import jwt

from bot.github.errors import LimitedError, RefusedError, UnansweredError
from bot.github.patience import ATTEMPTS, Answer, Patience
from lint.finding import CopydeskError

DEFAULT_API = "https://api.github.com"
TIMEOUT = 30
"""Seconds without an answer after which a call counts as lost."""

PAGES = 100
NO_REASON, LONGEST = "no reason given", 500
Auth = github.Auth.Auth
NEXT = re.compile(r'<([^<>]*)>; rel="next"')


def with_token(token: str) -> Auth:
    """As the account that a token speaks for."""
    return github.Auth.Token(token)


def as_app(app: str, private_key: str) -> Auth:
    """As a GitHub App itself: only good for asking for a token of one of its installations."""
    auth = github.Auth.AppAuth(app, private_key)
    try:
        auth.create_jwt()
    except jwt.InvalidKeyError as error:
        raise CopydeskError(
            "the private key of the GitHub App cannot be read: give the PEM file as downloaded"
        ) from error
    return auth


class Wire:
    """Sends calls and reads pages.

    PyGithub's own repetition is switched off: it repeats a POST whose answer was lost, and so says things twice.
    """

    def __init__(
        self,
        auth: Auth,
        api: str,
        patience: Patience,
        wait: Callable[[float], None],
        say: Callable[[str], None],
        timeout: int = TIMEOUT,
    ) -> None:
        self._requester = github.Github(
            auth=auth,
            base_url=api,
            timeout=timeout,
            user_agent="copydesk",
            api_version="2022-11-28",
            retry=None,
            per_page=100,
            seconds_between_requests=None,
            seconds_between_writes=patience.between_writes or None,
        ).requester
        self.api = api
        self.patience = patience
        self.wait = wait
        self.say = say

    @property
    def remaining(self) -> int | None:
        """The calls left before GitHub's limit, as its last answer said; None where none has."""
        left = self._requester.rate_limiting[0]
        return left if left >= 0 else None

    def send(self, method: str, path: str, body: Any = None, *, repeat: bool | None = None) -> Any:
        """The answer, decoded. ``repeat``: whether a lost answer may be asked for again (all but POST, unless said).

        Raises `RefusedError`, `LimitedError` or `UnansweredError`.
        """
        return self._patiently(method, path, body, method != "POST" if repeat is None else repeat)[1]

    def pages(self, path: str, key: str = "") -> Iterator[Any]:
        """The entries of a listing, page by page; ``key`` where they stand inside an object."""
        url = f"{path}{'&' if '?' in path else '?'}per_page=100"
        for _ in range(PAGES):
            headers, data = self._patiently("GET", url, None, True)
            yield from data[key] if key else data
            found = NEXT.search(headers.get("link", ""))
            if found is None:
                return
            url = found[1]
        self.say(f"{path} has more than {PAGES} pages: the rest is not read")

    def location(self, path: str) -> str:
        """Where a call that answers with a redirection leads to."""
        return str(self._patiently("GET", path, None, True)[0].get("location", ""))

    def query(self, text: str, variables: dict[str, Any], *, repeat: bool = True) -> Any:
        """The data that a GraphQL query gives."""
        body = {"query": text, "variables": variables}
        answer = self.send("POST", "/graphql", body, repeat=repeat)
        if answer.get("errors"):
            messages = "; ".join(str(error.get("message", error)) for error in answer["errors"])
            raise RefusedError("a query", 200, messages)
        return answer["data"]

    def _patiently(self, method: str, path: str, body: Any, repeat: bool) -> tuple[dict[str, Any], Any]:
        what = f"{method} {path}"
        attempt = 0
        while isinstance(answer := self._once(method, path, body), Answer):
            rest = self._rest(what, answer, attempt, repeat)
            self.say(f"{what}: {answer.status or 'no answer'} {answer.message}; trying again in {rest:.0f} s")
            self.wait(rest)
            attempt += 1
        return answer

    def _once(self, method: str, path: str, body: Any) -> tuple[dict[str, Any], Any] | Answer:
        url = self._requester.graphql_url if path == "/graphql" else path
        try:
            headers, data = self._requester.requestJsonAndCheck(method, url, input=body)
            return _failure(data) or (headers, data)
        except github.GithubException as error:
            headers = {name.lower(): str(value) for name, value in (error.headers or {}).items()}
            return Answer(error.status, _message(error.data), headers)
        except OSError as error:  # timeouts and broken connections, as requests has them
            return Answer(0, type(error).__name__)
        except ValueError:
            return Answer(0, "the answer is cut off")

    def _rest(self, what: str, answer: Answer, attempt: int, repeat: bool) -> float:
        """How long to rest before the next attempt; raises where there is to be none."""
        last = attempt == ATTEMPTS - 1
        if answer.is_limit:
            rest = self.patience.wanted(answer, attempt)
            if last or rest > self.patience.longest:
                raise LimitedError(what, rest)
            return rest
        if not answer.is_unsure:
            raise RefusedError(what, answer.status, answer.message)
        if last or not repeat:
            raise UnansweredError(what, f"{answer.status or ''} {answer.message}".strip())
        return self.patience.rest(attempt)


def _message(data: Any) -> str:
    """What GitHub says, with the details of a refusal."""
    if not isinstance(data, dict):
        return str(data or NO_REASON)[:LONGEST]
    details = [entry if isinstance(entry, str) else _detail(entry) for entry in data.get("errors") or []]
    return ": ".join([str(data.get("message") or data.get("data") or NO_REASON), *details])[:LONGEST]


def _failure(data: Any) -> Answer | None:
    """What looks like success and is none: a page of a proxy (as PyGithub wraps it), a limit that GraphQL tells of."""
    if not isinstance(data, dict):
        return None
    if isinstance(data.get("data"), str):
        return Answer(0, "the answer is no JSON")
    errors = data.get("errors") or []
    return Answer(429, _message(data)) if any(error.get("type") == "RATE_LIMITED" for error in errors) else None


def _detail(entry: Any) -> str:
    fields = entry if isinstance(entry, dict) else {"message": entry}
    return str(fields.get("message") or " ".join(str(fields.get(key, "")) for key in ("resource", "field", "code")))
