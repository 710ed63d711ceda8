"""Signs of a number that names a person: long, beside the word for a file, mixed with letters, or a day of birth."""

import re
from collections.abc import Iterator

from bot.feedback.reading.redaction.words import WORD, any_of

_APART = r"[ ./()\u00a0\u2011–-]"
_LONG = re.compile(rf"(?<!{WORD})(?<![.,])\d(?:{_APART}{{0,3}}\d){{5,}}")
_RANGE = re.compile(r"[1-9]\d{0,3}\s?[-–/]\s?\d{1,4}|\d{1,3}000|\d{1,2}\.\d{1,2}\s?[-–]\s?\d{1,2}\.\d{1,2}")
_YEARS = re.compile(r"(?:(?:19|20|١٩|٢٠)\d\d(?:\D+|$))+")
_UNIT = re.compile(r"\s?(?:[mµk]?g|[mcdk]?l|[ck]?m|mmhg|i\.?u|i\.?e|u\.?i|%|€|\$|kcal|mmol|kj)\b", re.IGNORECASE)
_FILE = re.compile(
    rf"(?<!{WORD}){any_of('file')}\.?\s*(?:{any_of('marked')}\s*[.:°º]*\s*)?[#:.]?\s*(?:\d )?"
    r"(?-i:[A-Z]{0,4})[ -]?(?!(?:19|20)\d\d(?!\d))\d[\d/ -]{2,}\d",
    re.IGNORECASE,
)
_MIXED = re.compile(r"(?<![\w-])(?=[A-Za-z0-9]{7,20}(?![\w-]))(?=[A-Za-z]*\d)(?:[A-Za-z]*\d){4,}[A-Za-z]+(?!\w)")
_LED = re.compile(r"(?<![\w-])[A-Z]{1,4}[ -]?\d{5,}")
_SPOKEN = re.compile(
    rf"(?<!\w)(?:(?:{any_of('digit')}|{any_of('digit_more')})[\s,-]+){{4,}}(?:{any_of('digit')}|{any_of('digit_more')})(?!\w)",
    re.IGNORECASE,
)
_RECORD = re.compile(rf"(?<!\w){any_of('record')}(?![^.\n]{{0,20}}removed\])", re.IGNORECASE)
_YEAR = r"(?:19\d\d|200\d|201[0-2]|١٩[٠-٩]{2})"
_EARLY = re.compile(
    rf"(?<![\d.])(?:\d{{1,2}}[-/.\s]{{1,2}}\d{{1,2}}[-/.\s]{{1,2}}(?:{_YEAR}|[3-9]\d)|{_YEAR}[-/.年]\s?\d{{1,2}}[-/.月]\s?\d{{1,2}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th|er|[.ºª])?\s(?:of |de |di )?[^\W\d_]{{3,12}}\.?,?\s(?:de |del )?{_YEAR})(?!\d)"
)
_BORN = re.compile(rf"(?<!{WORD}){any_of('born')}(?![^\W\d_])[^\d\n.!?]{{0,40}}\d{{1,4}}[-/. ]?[^\s]*\d", re.IGNORECASE)
_SIGNS = {
    "a number beside the word for a file": _FILE,
    "a number with letters": _MIXED,
    "a number that letters lead": _LED,
    "a number in words": _SPOKEN,
    "a record of a patient": _RECORD,
    "a day that may be one of birth": _BORN,
}


def find(text: str) -> Iterator[str]:
    """What is doubtful about the numbers of a text."""
    if any(_is_doubtful(match, text) for match in _LONG.finditer(text)):
        yield "a long number"
    yield from (name for name, sign in _SIGNS.items() if sign.search(text))


def has_early_day(text: str) -> bool:
    """Whether a whole date is so early that it is hardly one of a page."""
    return bool(_EARLY.search(text))


def _is_doubtful(match: re.Match[str], text: str) -> bool:
    """Neither a range, nor years, nor round, nor of a unit."""
    number = match[0].strip()
    return not (_RANGE.fullmatch(number) or _YEARS.fullmatch(number) or _UNIT.match(text, match.end()))
