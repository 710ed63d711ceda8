"""Postal addresses, places of living and days of birth."""

import re
from collections.abc import Iterator

from bot.feedback.reading.redaction.words import WORD, any_of

Found = tuple[int, int, str]

_STREET = re.compile(
    rf"(?<!\w)\d{{1,5}}[a-z]?,?\s+(?:[^\W\d_][\w'’.-]*\s+){{1,3}}?{any_of('way')}\b\.?"
    rf"|(?<!\w)\d{{1,4}}(?:\s?(?:bis|ter))?,?\s+{any_of('way_ahead')}\s+(?:[\w'’-]+\s?){{1,5}}"
    rf"|(?<!\w){any_of('way_numbered')}\s+(?:[\w'’.-]+\s+){{1,4}}?(?:n[.ºo°]*\s*)?\d{{1,5}}[a-z]?(?!\w)"
    rf"|(?<!\w)[^\W\d_][\w-]{{0,40}}{any_of('way_joined')}\s+\d{{1,4}}\s?[a-z]?(?!\w)"
    rf"|(?<!\w)[\w-]{{1,40}}\s+{any_of('way_behind')}(?:\s+No:?\s*\d+)?"
    r"|(?-i:(?<!\w)\d{1,5}[a-z]?,?\s+(?:[A-Z][\w'’.-]*\s+){1,3}"
    r"(?:Way|Place|Grove|Hill|Row|Mews|Walk|Parkway|Circle|Trail|Park|View|Green|Rise|Quay)\b)"
    r"|شارع\s+[^\W\d_]+(?:\s+[^\W\d_]+){0,2}?\s*،?\s*(?:رقم\s*)?\d{1,5}"
    r"|[\u4e00-\u9fff]{2,8}(?:路|街|巷|弄)\d{1,5}(?:号|號)(?:\d+(?:室|楼|樓))?",
    re.IGNORECASE,
)
_LIVING = re.compile(rf"(?<!\w){any_of('living')}\s*:?\s*([^.!?\n]{{2,80}})", re.IGNORECASE)
_POSTCODE = re.compile(r"(?<!\w)[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?!\w)")
_DAY = (
    r"\d{1,2}(?:st|nd|rd|th|er|[.ºª])?\s+(?:of |de |di |d['’])?[^\W\d_]{3,12}\.?,?\s+(?:de |del )?\d{2,4}|"
    r"\d{1,4}[-/.\s]?(?:\d{1,2}|[^\W\d_]{3,12}|年)[-/.,\s]*\d{1,4}[月日\d]*"
    r"|[^\W\d_]{3,12} \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
)
_BIRTH = re.compile(rf"(?<!\w){any_of('birth')}\s*{any_of('is')}?\s*[:：]?\s*({_DAY})", re.IGNORECASE)

_BORN_BEHIND = re.compile(rf"(?<!{WORD})({_DAY})\s*(?:doğumlu|tarihinde doğ|出生|生人|生，)", re.IGNORECASE)


def find(text: str) -> Iterator[Found]:
    """Each place and day with its place in the text."""
    yield from ((*match.span(), "address") for pattern in (_STREET, _POSTCODE) for match in pattern.finditer(text))
    yield from ((*match.span(1), "address") for match in _LIVING.finditer(text))
    for pattern in (_BIRTH, _BORN_BEHIND):
        yield from ((*match.span(1), "date of birth") for match in pattern.finditer(text))
