"""What a delivery asks for: pull requests to look at. Only repository, number and installation are taken from it. Pure.

Shapes: https://docs.github.com/en/webhooks/webhook-events-and-payloads
"""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from bot.feedback.report import LABEL
from bot.webhook.errand import Errand

LARGEST = 25 * 1024 * 1024
"""GitHub delivers no more: https://docs.github.com/en/webhooks/webhook-events-and-payloads#payload-cap"""

_GUID = re.compile(r"[0-9A-Za-z-]{1,64}")
_REPOSITORY = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{0,98}/(?!\.{1,2}$)[\w.-]{1,100}", re.ASCII)
_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_BRANCH = re.compile(r"refs/heads/([^\x00-\x20\x7f]{1,200})")

_PULL = ("opened", "synchronize", "reopened", "ready_for_review", "converted_to_draft")
_SPOKEN = ("created", "edited", "deleted")
_REVIEWED = ("submitted", "edited", "dismissed")

Payload = Mapping[str, Any]


class Delivery(NamedTuple):
    """One delivery. ``about``: what it asks to look at; ``left``: the installation that was removed, if it says so;
    ``news_of``: the repository in which something happened that may move readers' receipts."""

    guid: str
    event: str
    about: tuple[Errand, ...] = ()
    left: int | None = None
    news_of: str = ""


class DeliveryError(Exception):
    """The delivery cannot be read."""


def read(guid: str, event: str, body: bytes) -> Delivery | None:
    """What a genuine delivery says; None for an event that is not ours. Raises `DeliveryError`."""
    if not _GUID.fullmatch(guid):
        raise DeliveryError("X-GitHub-Delivery is missing")
    if not event:
        raise DeliveryError("X-GitHub-Event is missing")
    try:
        payload = json.loads(body)
    except (ValueError, RecursionError):
        raise DeliveryError("the body is no JSON") from None
    if not isinstance(payload, dict):
        raise DeliveryError("the body is no JSON object")
    if event not in EVENTS:
        return None
    if event == "installation":
        return Delivery(guid, event, left=_left(payload))
    about = EVENTS[event](payload)
    errand = _errand(payload, about) if about else None
    repository = _repository(payload) if NEWS.get(event, _nothing)(payload) else ""
    return Delivery(guid, event, (errand,) if errand else (), news_of=repository)


def _errand(payload: Payload, about: str) -> Errand | None:
    """Without an installation there is no token to be had, and nothing to be done."""
    repository, installation = _repository(payload), _at(payload, "installation", "id")
    return Errand(repository, about, installation) if repository and _is_number(installation, 63) else None


def _repository(payload: Payload) -> str:
    name = _at(payload, "repository", "full_name")
    return name if isinstance(name, str) and _REPOSITORY.fullmatch(name) else ""


def _pull_request(payload: Payload) -> str:
    """New text, or another base branch; not labels and requests, which the bot sets itself."""
    moved = payload.get("action") == "edited" and _at(payload, "changes", "base") is not None
    return _number(payload, "pull_request") if moved or payload.get("action") in _PULL else ""


def _comment(payload: Payload) -> str:
    """A person's command, given, changed or taken back."""
    said = (_at(payload, "comment", "body"), _at(payload, "changes", "body", "from"))
    is_pull = "pull_request" in payload or _at(payload, "issue", "pull_request") is not None
    if payload.get("action") not in _SPOKEN or not is_pull or _is_bot(payload):
        return ""
    if not any(isinstance(text, str) and "/copydesk" in text for text in said):
        return ""
    return _number(payload, "pull_request" if "pull_request" in payload else "issue")


def _review(payload: Payload) -> str:
    """Approvals, and commands in threads; the bot's own reviews would ask for themselves without end."""
    is_ours = payload.get("action") in _REVIEWED and not _is_bot(payload)
    return _number(payload, "pull_request") if is_ours else ""


def _rerequested(of: str) -> Callable[[Payload], str]:
    """Somebody pressed "Re-run". The payload leaves out pull requests from forks, so the commit is looked up."""

    def read(payload: Payload) -> str:
        sha = _at(payload, of, "head_sha")
        is_asked = payload.get("action") == "rerequested" and isinstance(sha, str) and _COMMIT.fullmatch(sha)
        return f"commit/{sha}" if is_asked else ""

    return read


def _push(payload: Payload) -> str:
    """Settings, schemas and the people file come from the base branch: what waits to be merged there is judged anew."""
    found = _BRANCH.fullmatch(payload["ref"]) if isinstance(payload.get("ref"), str) else None
    return f"branch/{found[1]}" if found and not payload.get("deleted") else ""


def _closed(payload: Payload) -> str:
    """An issue of readers' reports was closed."""
    labels = _at(payload, "issue", "labels")
    names = [_at(label, "name") for label in labels] if isinstance(labels, list) else []
    return _number(payload, "issue") if payload.get("action") == "closed" and LABEL in names else ""


def _published(payload: Payload) -> str:
    """A commit on the default branch, where corrections count."""
    main = _at(payload, "repository", "default_branch")
    return _push(payload) if isinstance(main, str) and payload.get("ref") == f"refs/heads/{main}" else ""


def _nothing(payload: Payload) -> str:
    return ""


EVENTS: Mapping[str, Callable[[Payload], str]] = {
    "pull_request": _pull_request,
    "issue_comment": _comment,
    "pull_request_review_comment": _comment,
    "pull_request_review": _review,
    "check_run": _rerequested("check_run"),
    "check_suite": _rerequested("check_suite"),
    "push": _push,
    "issues": _nothing,
    "installation": _nothing,
    "ping": _nothing,
}
"""The events that are ours, and what each asks to look at; empty for nothing."""


NEWS: Mapping[str, Callable[[Payload], str]] = {"issues": _closed, "push": _published}
"""What may move receipts, whether or not an app is installed."""


def _left(payload: Payload) -> int | None:
    found = _at(payload, "installation", "id") if payload.get("action") == "deleted" else None
    return found if _is_number(found, 63) else None


def _number(payload: Payload, of: str) -> str:
    number = _at(payload, of, "number")
    return f"pull/{number}" if _is_number(number, 31) else ""


def _is_number(value: object, bits: int) -> bool:
    """Whether it is a number that the store can hold; ``true`` is none."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < 1 << bits


def _is_bot(payload: Payload) -> bool:
    return bool(_at(payload, "sender", "type") == "Bot")


def _at(payload: Any, *keys: str) -> Any:
    """What stands there; None where nothing does."""
    for key in keys:
        payload = payload.get(key) if isinstance(payload, dict) else None
    return payload
