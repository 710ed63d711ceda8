"""Claims: sentences that need a source, and where sentences end."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from lint.article.lazy import lazy
from lint.article.triggers import triggers

_ADVICE = lazy(
    r"\b(?:talk to|speak (?:to|with)|ask|see|consult(?: with)?|check with|call|tell)\s+(?:your|a|an|the)\s+"
    r"(?:\w+\s+){0,2}?"
    r"(?:doctor|physician|gp|clinician|pharmacist|nurse|midwife|specialist|professional|provider|dentist|therapist)\b",
    re.IGNORECASE,
)
_ABBREVIATION = lazy(r"\b(?:et al|e\.g|i\.e|[Dd]r|Mrs?|Ms|Prof|vs|approx|[Nn]o|Figs?|St|cf|ca|Inc|U\.S|U\.K|[A-Z])\.$")
_SENTENCE_END = lazy(
    r"(?:(?<!\d)[.!?…]|(?<=\d)[.!?](?!\d))[\"”’')\]]*+"
    r"(?:\s?(?:\(\s*\d[\d,;\s–-]{0,20}\)|\[\s*[\d^@][^\[\]]{0,40}\])|[¹²³⁴-⁹⁰,]{1,8}+|\d{1,3}+(?:[,–]\d{1,3}+)*+)*+"
    r"\s+(?=[^a-z\s])"
)


class Claim(NamedTuple):
    """A sentence, why it needs a source, and where it stands in its paragraph."""

    text: str
    trigger: str
    start: int
    end: int


def claims(text: str) -> Iterator[Claim]:
    """The sentences of a paragraph that need a source; each once, for its surest trigger."""
    found = sorted(triggers(text))
    if not found:
        return
    for start, end in sentences(text):
        within = found[bisect_left(found, (start, "")) : bisect_left(found, (end, ""))]
        sentence = text[start:end]
        if within and not sentence.rstrip('"”’ ').endswith("?") and not _ADVICE().search(sentence):
            # In the order of the alphabet: a number is the most certain, a treatment the least.
            yield Claim(sentence, min(trigger for _, trigger in within), start, end)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a paragraph stand; a marker behind a full stop belongs to the sentence before it."""
    start = 0
    for boundary in _SENTENCE_END().finditer(text):
        if not _ABBREVIATION().search(text[max(start, boundary.start() - 8) : boundary.start() + 1]):
            yield start, boundary.start() + len(boundary[0].rstrip())
            start = boundary.end()
    end = len(text.rstrip())
    if start < end:
        yield start, end
