"""Notices: the disclaimers that an article carries, and whether a reader is asked to report problems."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from lint.article.blocks import Block
from lint.article.lazy import lazy

_USUAL = "medical-advice"
_USUAL_TEXTS = (
    # Words without which a text cannot match, and the pattern.
    (
        "advice",
        r"\b(?:does|do|is|are|should|must|can|may)(?: not|n.t)(?: \w+){0,6}"
        r" (?:provide|constitute|contain|offer|give|intended|meant|considered|taken|be|as|an?)(?: \w+){0,5}"
        r" (?:medical|professional|health) advice|\b(?:not|no) (?:\w+ ){0,3}medical advice\b",
    ),
    (
        "substitute",
        r"\b(?:not|never|cannot) (?:be )?(?:(?:intended|used|meant) (?:as |to be )|to be )?(?:an? )?substitute for"
        r" (?:\w+ ){0,4}(?:medical|professional|doctor|physician|health)",
    ),
    (
        "replace",
        r"\b(?:not|never|cannot) (?:be )?(?:intended to |meant to |an? )?replace(?:ment for)? (?:\w+ ){0,4}"
        r"(?:medical|professional|doctor|physician|health)",
    ),
    (
        "only",
        r"\bfor (?:\w+ ){0,4}(?:information|informational|educational)(?: and (?:educational|informational))?"
        r" (?:purposes|use) only\b",
    ),
)
_USUAL_PATTERNS = [(word, lazy(pattern)) for word, pattern in _USUAL_TEXTS]
_FEEDBACK_TEXTS = (
    (" this ", r"\b(?:was|is) this (?:article|page|information|content)? ?(?:helpful|useful|accurate)\b"),
    (
        "report ",
        r"\breport (?:a |an |any |this )?(?:\w+ )?"
        r"(?:problems?|errors?|issues?|mistakes?|inaccurac(?:y|ies)|corrections?|content)\b",
    ),
    ("feedback", r"\b(?:feedback (?:form|link|button|page)|(?:give|leave|send|submit) (?:us )?(?:your )?feedback)\b"),
    ("correction", r"\b(?:suggest|request|submit|send(?: us)?) (?:a |an |any |your )?corrections?\b"),
    ("suggest ", r"\bsuggest (?:an edit|a change|edits|changes)\b"),
    ("tell us ", r"\btell us (?:if|about|what)\b"),
    ("found a", r"\bfound (?:a|an) (?:mistake|error|problem)\b"),
)
_FEEDBACK_PATTERNS = [(word, lazy(pattern)) for word, pattern in _FEEDBACK_TEXTS]
_FEEDBACK_ADDRESS = lazy(
    r"(?:feedback|/issues/new|report-(?:a-|an-)?(?:problem|error|issue)|corrections?)(?:[/?#.@]|$)|^mailto:.*(?:feedback|correction|editor)",
    re.IGNORECASE,
)
_QUOTES = (("‘", "'"), ("’", "'"), ("ʼ", "'"), ("“", '"'), ("”", '"'), ("«", '"'), ("»", '"'))


def folded(text: str) -> str:
    """A text without regard to case, white space and the form of its quotation marks."""
    for quote, plain in _QUOTES:
        text = text.replace(quote, plain)
    return " ".join(text.casefold().split())


def disclaimers(front_matter: Mapping[str, Any] | None, body: str, approved: Mapping[str, str]) -> list[str]:
    """The ids of the disclaimers that the front matter names or the (folded) body holds.

    Without approved texts the common wordings count. A text may run over several paragraphs.
    """
    named = (front_matter or {}).get("disclaimer")
    ids = [name for name in (named if isinstance(named, list) else [named]) if isinstance(name, str)]
    if not approved:
        usual = _USUAL in ids or any(word in body and pattern().search(body) for word, pattern in _USUAL_PATTERNS)
        return [_USUAL] if usual else []
    return [name for name, text in approved.items() if name in ids or (text.strip() and folded(text) in body)]


def feedback(front_matter: Mapping[str, Any] | None, body: str, blocks: Iterable[Block]) -> bool:
    """Whether a reader is shown a way to report a problem: by front matter, in words or by a link."""
    if (front_matter or {}).get("feedback"):
        return True
    if any(word in body and pattern().search(body) for word, pattern in _FEEDBACK_PATTERNS):
        return True
    return any(
        mark.kind == "link" and _FEEDBACK_ADDRESS().search(mark.value) for block in blocks for mark in block.marks
    )
