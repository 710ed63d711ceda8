"""Notices: the disclaimers that an article carries, and whether a reader is asked to report problems."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from lint.article.blocks import Block

_USUAL = "medical-advice"
_USUAL_TEXT = re.compile(
    r"\b(?:does|do|is|are|should|must|can|may)(?: not|n.t)(?: \w+){0,6}"
    r" (?:provide|constitute|contain|offer|give|intended|meant|considered|taken|be|as|an?)(?: \w+){0,5} (?:medical|professional|health) (?:advice|opinion|diagnosis)"
    r"|\b(?:not|never) (?:be )?(?:intended as |used as |meant as |to be )?(?:an? )?"
    r"(?:substitute|replacement|alternative) (?:for|to) (?:\w+ ){0,4}(?:medical|professional|doctor|physician|health)"
    r"|\b(?:not|no) (?:\w+ ){0,3}medical advice\b"
    r"|\bfor (?:\w+ ){0,4}(?:information|informational|educational)(?: and (?:educational|informational))?"
    r" (?:purposes|use) only\b"
    r"|\bcannot (?:replace|be a substitute for) (?:\w+ ){0,3}(?:medical|professional|doctor|physician)"
)
_USUAL_WORDS = ("advice", "opinion", "diagnosis", "substitute", "replacement", "alternative", "only", "replace")
_FEEDBACK = re.compile(
    r"\b(?:was|is) this (?:article|page|information|content)? ?(?:helpful|useful|accurate)\b"
    r"|\breport (?:a |an |any |this )?(?:\w+ )?"
    r"(?:problems?|errors?|issues?|mistakes?|inaccurac(?:y|ies)|corrections?|content)\b"
    r"|\b(?:suggest|request|submit|send(?: us)?) (?:a |an |any |your )?(?:correction|edit|feedback|change)s?\b"
    r"|\b(?:feedback (?:form|link|button|page)|give (?:us )?(?:your )?feedback|tell us (?:if|about|what)|leave feedback"
    r"|found (?:a|an) (?:mistake|error|problem))\b"
)
_FEEDBACK_ADDRESS = re.compile(
    r"(?:feedback|/issues/new|report-(?:a-|an-)?(?:problem|error|issue)|corrections?)(?:[/?#.@]|$)|^mailto:.*(?:feedback|correction|editor)",
    re.IGNORECASE,
)
_QUOTES = str.maketrans("‘’ʼ“”«»", '\'\'\'""""')


def folded(text: str) -> str:
    """A text without regard to case, white space and the form of its quotation marks."""
    return " ".join(text.translate(_QUOTES).casefold().split())


def disclaimers(front_matter: Mapping[str, Any] | None, body: str, approved: Mapping[str, str]) -> list[str]:
    """The ids of the disclaimers that the front matter names or the (folded) body holds.

    Without approved texts the common wordings count. A text may run over several paragraphs.
    """
    named = (front_matter or {}).get("disclaimer")
    ids = [name for name in (named if isinstance(named, list) else [named]) if isinstance(name, str)]
    if not approved:
        usual = any(word in body for word in _USUAL_WORDS) and _USUAL_TEXT.search(body)
        return [_USUAL] if _USUAL in ids or usual else []
    return [name for name, text in approved.items() if name in ids or (text.strip() and folded(text) in body)]


def feedback(front_matter: Mapping[str, Any] | None, body: str, blocks: Iterable[Block]) -> bool:
    """Whether a reader is shown a way to report a problem: by front matter, in words or by a link."""
    if (front_matter or {}).get("feedback") or _FEEDBACK.search(body):
        return True
    return any(mark.kind == "link" and _FEEDBACK_ADDRESS.search(mark.value) for block in blocks for mark in block.marks)
