"""What a reader sent, as bytes, becomes a report or is refused. Pure; everything that comes in is hostile."""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from math import isfinite
from typing import Any
from urllib.parse import parse_qsl

from bot.feedback.report import Kind, Report

LARGEST = 8_192
"""Bytes."""
_FIELDS = 20
_ANSWERS = {"true": True, "yes": True, "false": False, "no": False}
FORM: dict[str, dict[str, Any]] = {
    "helpful": {"type": "string", "enum": list(_ANSWERS), "description": 'The answer to "Was this article helpful?"'},
    "opened": {"type": "string", "description": "When the page was made: seconds since 1970."},
    "elapsed": {"type": "string", "description": "Seconds from opening the form to sending it."},
}
"""The fields of a form that differ from ``schemas/feedback.schema.json``. A time that is no number is left out."""


class RefusedError(Exception):
    """A report that cannot be taken. ``status``: the HTTP status; the text is for the reader."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


Find = Callable[[str], str | None]
"""The path of an article by its path or its page's; None for what is not on the allow list."""


def accept(body: bytes, content_type: str, find: Find, received: datetime) -> Report:
    """The report in a request's body: JSON, or a form as browsers send it. Raises `RefusedError`."""
    if len(body) > LARGEST:
        raise RefusedError(413, f"This is more than {LARGEST:,} bytes. Please write less.")
    kind = content_type.partition(";")[0].strip().lower()
    if kind == "application/json":
        return report(_json(body), find, received)
    if kind == "application/x-www-form-urlencoded":
        return report(_form(body, received), find, received)
    raise RefusedError(415, "Send JSON or a form.")


def report(data: Any, find: Find, received: datetime) -> Report:
    """The report in data that came as JSON; held against ``schemas/feedback.schema.json``."""
    import schemas

    for failure in schemas.failures("feedback", data):
        raise RefusedError(422, _words(failure.at, failure.keyword))
    article = find(data["article"])
    if article is None:
        raise RefusedError(404, "We do not know this article.")
    elapsed = data.get("elapsed")
    return Report(
        article=article,
        helpful=data["helpful"],
        received=received,
        kind=Kind(data["kind"]) if "kind" in data else None,
        passage=data.get("passage", "").strip(),
        comment=data.get("comment", "").strip(),
        email=data.get("email", "").strip(),
        language=data.get("language", ""),
        website=data.get("website", ""),
        elapsed=float(elapsed) if elapsed is not None else None,
    )


def _json(body: bytes) -> Any:
    try:
        return json.loads(body.decode("utf-8"), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise RefusedError(400, "This is not JSON.") from None


def _no_number(name: str) -> None:
    raise ValueError(name)


def _form(body: bytes, received: datetime) -> dict[str, Any]:
    """A form's fields; an empty one is one that was left out."""
    try:
        pairs = parse_qsl(body.decode("ascii"), max_num_fields=_FIELDS, errors="strict")
    except ValueError:
        raise RefusedError(400, "This is not a form.") from None
    data: dict[str, Any] = {name: value for name, value in pairs if value}
    if "helpful" in data:
        data["helpful"] = _ANSWERS.get(data["helpful"], data["helpful"])
    elapsed, opened = data.pop("elapsed", None), data.pop("opened", None)
    with suppress(ValueError):
        seconds = float(elapsed) if elapsed else received.timestamp() - float(opened or "nan")
        if isfinite(seconds):
            data["elapsed"] = max(seconds, 0.0)
    return data


def _words(path: tuple[str | int, ...], keyword: str) -> str:
    name = str(path[0]) if path else ""
    if keyword == "maxLength":
        return f"The {name} is too long."
    if name == "email":
        return "This is not an e-mail address."
    if keyword == "required":
        return "Please choose what is wrong."
    return f"The {name or 'report'} is not as it should be."
