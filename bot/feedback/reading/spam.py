"""How much a text looks like advertising, abuse or a machine: signs, each with a weight, put together."""

import re
from collections.abc import Iterator

from bot.feedback.reading.lexicon import Said
from bot.feedback.report import Report

_LINK = re.compile(
    r"https?://|www\.|\[url|<a\s|\b[\w-]+\.(?:ru|xyz|top|shop|click|online|site|biz|info|win|loan|bet|casino)\b",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"<a\s+href|\[url[=\]]|\[link", re.IGNORECASE)
_SCHOLARLY = re.compile(
    r"https?://(?:dx\.)?(?:doi\.org|pubmed\.|www\.ncbi|www\.cochrane|www\.nice\.org|www\.who\.int|www\.cdc\.gov|[\w.]*\.(?:gov|edu|ac\.\w\w|nhs\.uk))[^\s]*",
    re.IGNORECASE,
)
_TRIAL = re.compile(
    r"\W*(?:(?:test\w*|prova|prueba|teste|essai|asdf\w*|hello|hallo|abc|123|1|测试|اختبار|deneme)\W*){1,5}",
    re.IGNORECASE,
)
_KEYS = re.compile(
    r"asdf|qwer|sdfg|hjkl|jkl[;ş]?|(?:\b(?:asd|sdf|dfg|fgh|ghj|jkl|qwe|wer|ert|zxc)+\b\W*){2}|yxcv|zxcv|uiop",
    re.IGNORECASE,
)
_PROBE = re.compile(r"\$\{jndi|\{\{.*\}\}|\.\./\.\./|union\s+select|' or 1=1|etc/passwd|<\?php|%00", re.IGNORECASE)
_CONSONANTS = re.compile(r"[bcdfghjklmnpqrstvwxz]{8,}", re.IGNORECASE)
_MIXED = re.compile(r"(?:\b(?=\w*\d[a-z]+\d)\w{5,}\b\W*){3}", re.IGNORECASE)
_MUMBLED = re.compile(r"\b(\w{4,})\W+\1\b(?:\W+(\w{4,})\W+\2\b)?\W*")
_REPEATED = re.compile(r"([^\W\d])\1{7,}|(\b\w{2,}\b)(?:\W+\2){3,}", re.IGNORECASE)

QUICKEST = 3.0
"""Seconds below which no person has read and filled the form."""


def signs(report: Report, comment: Said) -> Iterator[tuple[str, float]]:
    """What speaks for spam, each with its weight from 0 to 1."""
    text = f"{report.comment} {report.passage}".strip()
    if report.website:
        yield "a hidden field was filled", 0.99
    if report.elapsed is not None and report.elapsed < QUICKEST:
        yield "sent within three seconds", 0.7
    yield from _links(report.comment)
    if count := comment.times("spam", "advertising"):
        yield "advertising", min(0.4 + 0.2 * count, 0.95)
    if count := comment.times("spam", "offer"):
        yield "words of a shop", min(0.3 * count, 0.9)
    if comment.times("spam", "abuse"):
        yield "abuse", 0.3 if comment.labels("kinds") else 0.6
    yield from _noise(report.comment)
    if not report.helpful and not text and report.kind is None:
        yield "nothing is said", 0.5


def score(found: list[tuple[str, float]]) -> float:
    """From 0 to 1: how sure the signs are together, each taken as independent of the others."""
    clean = 1.0
    for _, weight in found:
        clean *= 1 - weight
    return round(1 - clean, 3)


def _links(text: str) -> Iterator[tuple[str, float]]:
    """A link to a source is what a good report brings; several, or links in code, are not."""
    count = len(_LINK.findall(_SCHOLARLY.sub(" ", text)))
    if _MARKUP.search(text):
        yield "a link in code", 0.8
    if count:
        yield "links", min(0.15 + 0.2 * count, 0.9)


def _noise(text: str) -> Iterator[tuple[str, float]]:
    letters = [char for char in text if char.isalpha()]
    if text and len(letters) < len(text.replace(" ", "")) * 0.4 and len(text) > 15:
        yield "hardly a letter", 0.5
    if text.strip() and _TRIAL.fullmatch(text):
        yield "a test", 0.6
    if _KEYS.search(text):
        yield "keys in a row", 0.6
    if _PROBE.search(text):
        yield "a probe for weaknesses", 0.7
    if _REPEATED.search(text):
        yield "repetition", 0.5
    if _MUMBLED.fullmatch(text):
        yield "nothing but the same again", 0.6
    if _MIXED.search(text) or _CONSONANTS.search(text):
        yield "no words", 0.5
    upper = [char for char in letters if char.isupper()]
    if len(letters) > 30 and len(upper) > len(letters) * 0.7:
        yield "capitals throughout", 0.4
