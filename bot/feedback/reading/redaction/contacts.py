"""E-mail addresses, also in disguise, telephone numbers, accounts of social networks, network addresses."""

import re
from collections.abc import Iterator

from bot.feedback.reading.redaction.harmless import DATE, FIGURE, PUBLIC
from bot.feedback.reading.redaction.words import WORD, any_of

Found = tuple[int, int, str]

_AT = rf"(?:\s?[@＠]\s?|\s*[\[({{<]\s*(?:@|{any_of('at')})\s*[\])}}>]\s*)"
_SPOKEN_AT = rf"\s+{any_of('at')}\s+"
_DOT = rf"(?:\s?\.\s?|\s*[\[({{<]\s*(?:\.|{any_of('dot')})\s*[\])}}>]\s*|\s+{any_of('dot')}\s+)"
_MAIL = re.compile(rf"(?<![\w.+-])[\w.+%'-]{{1,64}}{_AT}(?:[\w-]{{1,63}}{_DOT}){{1,4}}[^\W\d_]{{2,24}}(?![\w-])")
_SPOKEN_DOT = rf"(?:\.|\s*[\[({{<]\s*(?:\.|{any_of('dot')})\s*[\])}}>]\s*|\s+{any_of('dot')}\s+)"
_SPOKEN_MAIL = re.compile(
    rf"(?<![\w.+-])[\w.+%'-]{{1,64}}(?:{_SPOKEN_DOT}[\w-]{{1,64}})?{_SPOKEN_AT}(?:[\w-]{{1,63}}{_SPOKEN_DOT}){{1,4}}[^\W\d_]{{2,24}}(?![\w-])"
)
_SPOKEN_PHONE = re.compile(rf"(?<!\w)(?:{any_of('digit')}[\s,-]+){{5,}}{any_of('digit')}(?!\w)", re.IGNORECASE)
_PLAIN_MAIL = re.compile(r"[^\s@<>()\[\]]{1,64}@[^\s@<>()\[\]]{1,190}\.[^\W\d_]{2,24}")
_PHONE = re.compile(
    rf"(?<!{WORD})(?<![./-])(?:\+|00|\(\+?)?\d(?:[ ./()\u00a0\u2011–-]{{0,3}}\d){{6,14}}(?!{WORD}|[/-])"
)
_CALLED = re.compile(rf"{any_of('phone')}[^\d\n]{{0,20}}((?:\+|\()?\d(?:[ ./()-]{{0,3}}\d){{4,14}})", re.IGNORECASE)
_HANDLE = re.compile(r"(?<![\w@/.])@[A-Za-z_][\w.]{2,30}(?!\w|@|\.\w)")
_NETWORK = re.compile(r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.]*\d)")


def find(text: str) -> Iterator[Found]:
    """Each address with its place."""
    for pattern in (_MAIL, _PLAIN_MAIL, _SPOKEN_MAIL):
        yield from ((*match.span(), "e-mail") for match in pattern.finditer(text))
    public = [match.span() for match in PUBLIC.finditer(text)]
    yield from ((*match.span(1), "phone number") for match in _CALLED.finditer(text))
    yield from ((*match.span(), "phone number") for match in _SPOKEN_PHONE.finditer(text))
    for match in _PHONE.finditer(text):
        if not _within(match.span(), public) and _rings(match[0]):
            yield *match.span(), "phone number"
    yield from ((*match.span(), "account") for match in _HANDLE.finditer(text) if not _within(match.span(), public))
    yield from ((*match.span(), "network address") for match in _NETWORK.finditer(text))


def _rings(number: str) -> bool:
    """Whether digits may be a telephone number: no date, range of years or grouped figure, and long or grouped."""
    plain = number.strip(" ()./-")
    if DATE.fullmatch(plain) or FIGURE.fullmatch(plain):
        return False
    return sum(map(str.isdigit, plain)) >= 9 or number[0] in "+(0" or not plain.isdigit()


def _within(span: tuple[int, int], spans: list[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in spans)
