"""Reports that come as issues, by the form in ``.github/ISSUE_TEMPLATE/reader-feedback.yml``. Pure."""

import re
from datetime import datetime
from typing import NamedTuple

from bot.feedback.issues.draft import KINDS
from bot.feedback.report import Kind, Report
from bot.markdown import prose

HEADINGS = ("Which article?", "What is wrong?", "Which passage?", "What should we know?")
"""The labels of the form's fields, in its order: GitHub makes headings of them."""
TITLE = "Reader feedback"
_EMPTY = "_No response_"
_HOST = re.compile(r"^https?://[^/\s]*", re.IGNORECASE)


class Form(NamedTuple):
    """What a reader filled in. ``comment``: with what they made of the title, for that is read as well."""

    article: str
    kind: Kind
    passage: str
    comment: str


def parse(title: str, body: str) -> Form | None:
    """The form in an issue; None for an issue that was written otherwise.

    Each heading counts where it first stands behind the one before: what a reader writes last holds all that follows.
    """
    text = "\n" + body.replace("\r\n", "\n").lstrip() + "\n"
    signs = [f"\n### {heading}\n" for heading in HEADINGS]
    if not text.startswith(signs[0]):
        return None
    values, start = [], len(signs[0]) - 1
    for sign in signs[1:]:
        end = text.find(sign, start)
        if end < 0:
            return None
        values.append(_value(text[start:end]))
        start = end + len(sign) - 1
    comment = _value(text[start:])
    said = title.strip()
    if said.casefold() != TITLE.casefold():
        comment = f"{said}\n\n{comment}".strip()
    return Form(_HOST.sub("", values[0]), _kind(values[1]), values[2], comment)


def report(form: Form, article: str, received: datetime) -> Report:
    """The report of a form, on the article that was found by it."""
    return Report(article, helpful=False, received=received, kind=form.kind, passage=form.passage, comment=form.comment)


def filled(article: str, kind: Kind, passage: str, comment: str) -> str:
    """The form again, with the texts that may be shown."""
    values = (prose(article), KINDS[kind].capitalize(), prose(passage, 1000) or _EMPTY, prose(comment, 4000) or _EMPTY)
    return "\n\n".join(f"### {heading}\n\n{value}" for heading, value in zip(HEADINGS, values, strict=True))


def _value(text: str) -> str:
    value = text.strip()
    return "" if value == _EMPTY else value


def _kind(text: str) -> Kind:
    return next((kind for kind, words in KINDS.items() if words == text.strip().casefold()), Kind.OTHER)
