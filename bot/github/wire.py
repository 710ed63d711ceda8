"""One call of GitHub's API, repeated only where that is harmless: the one place that imports PyGithub."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import github

from bot.github.errors import GitHubError, LimitedError, RefusedError, UnansweredError
from bot.github.patience import ATTEMPTS, Answer, Patience

DEFAULT_API = "https://api.github.com"
TIMEOUT = 30
PAGES = 100
NEXT = re.compile(r'<([^<>]*)>; rel="next"')


class Wire:
    """Sends calls and reads pages.

    PyGithub's own repetition is switched off: it repeats a POST whose answer was lost, and so says things twice.
    """

    def __init__(
        self, token: str, api: str, patience: Patience, wait: Callable[[float], None], say: Callable[[str], None]
    ) -> None:
        self._requester = github.Github(
            auth=github.Auth.Token(token),
            base_url=api,
            timeout=TIMEOUT,
            retry=None,
            per_page=100,
            seconds_between_requests=None,
            seconds_between_writes=patience.between_writes or None,
        ).requester
        self.patience = patience
        self.wait = wait
        self.say = say

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
        for attempt in range(ATTEMPTS):
            answer = self._once(method, path, body)
            if not isinstance(answer, Answer):
                return answer
            rest = self._rest(what, answer, attempt, repeat)
            self.say(f"{what}: {answer.status or 'no answer'} {answer.message}; trying again in {rest:.0f} s")
            self.wait(rest)
        raise AssertionError("the last attempt either answers or raises")

    def _once(self, method: str, path: str, body: Any) -> tuple[dict[str, Any], Any] | Answer:
        url = self._requester.graphql_url if path == "/graphql" else path
        try:
            return self._requester.requestJsonAndCheck(method, url, input=body)
        except github.GithubException as error:
            headers = {name.lower(): str(value) for name, value in (error.headers or {}).items()}
            return Answer(error.status, _message(error.data), headers)
        except OSError as error:  # timeouts and broken connections, as requests has them
            return Answer(0, type(error).__name__)

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
        return str(data)[:200] if data else "no reason given"
    details = [entry if isinstance(entry, str) else _detail(entry) for entry in data.get("errors") or []]
    return ": ".join([str(data.get("message", "no reason given")), *details])[:1000]


def _detail(entry: Any) -> str:
    fields = entry if isinstance(entry, dict) else {"message": entry}
    return str(fields.get("message") or " ".join(str(fields.get(key, "")) for key in ("resource", "field", "code")))


__all__ = ["DEFAULT_API", "GitHubError", "Wire"]
