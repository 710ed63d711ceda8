"""Names: the authors with which an entry begins, as AMA, Vancouver, APA, Harvard and Chicago write them."""

import re
from collections.abc import Callable

from lint.article.references.locators import Found

_UPPER = "".join(chr(code) for code in range(0x250) if chr(code).isupper())
_WORD = r"[^\W\d_][\w'’ʼ‐-]*"
_PARTICLES = r"(?:(?:d[aeiou]s?|del|della|van|von|vom|der|den|ten|ter|la|le|el|al|bin|ibn|e|y|zu|zur|'t|st)[ -])*"
_FAMILY = rf"{_PARTICLES}(?:[{_UPPER}]|[dDlL]['’])[\w'’ʼ‐-]*(?: {_PARTICLES}[{_UPPER}][\w'’ʼ‐-]+){{0,3}}?"
_JUNIOR = r"(?:,? (?:Jr|Sr|II|III|IV|2nd|3rd)\b\.?)?"
_VANCOUVER = re.compile(rf"({_FAMILY}) ([{_UPPER}](?:[-‐]?[{_UPPER}]){{0,3}})(?![\w'’]){_JUNIOR}")
_APA = re.compile(
    rf"({_FAMILY}), ?((?:[{_UPPER}][a-z]?\.(?:[ -]?[{_UPPER}]\.){{0,4}})"
    rf"|[{_UPPER}](?:[ -]?[{_UPPER}]){{0,3}}(?![\w.'’])){_JUNIOR}"
)
_INVERTED = re.compile(rf"({_FAMILY}), ({_WORD}(?:[ -](?:{_WORD}|[{_UPPER}]\.)){{0,2}})")
_STRAIGHT = re.compile(
    rf"((?:[{_UPPER}][\w'’-]*\.?)(?:[ -][{_UPPER}]\.?){{0,3}}(?: [{_UPPER}][\w'’-]+)??)"
    rf" ({_PARTICLES}[{_UPPER}][\w'’-]+)(?=[,.;“\"‘ ])"
)
_SEPARATOR = re.compile(r"\s*(?:[,;]\s*(?:(?:and|&)\s+|\.{3}\s*)?|(?:and|&)\s+|…\s*)")
_ET_AL = re.compile(r"[,;]?\s*(?:\b(?:and )?(?:et\.? al\b\.?|colleagues|others))", re.IGNORECASE)
_EDITORS = re.compile(r"[,;]?\s*\(?\beds?\b\.?\)?", re.IGNORECASE)
_END = re.compile(r"\s*(?:[.:,(\[]|\b(?:19|20)\d\d|$)")
_NO_NAME = re.compile(
    r"(?:vitamins?|hepatitis|influenza|group|factor|protein|type|part|class|appendix|figure|table|phase|stage|grade)\b",
    re.I,
)
_ORGANISATION = re.compile(
    r"\b(?:organi[sz]ation|association|society|institutes?|cent(?:re|er)s?|department|ministry|agency|committee|council"
    r"|foundation|college|academy|clinic|university|hospital|collaborati(?:on|ve)|federation|commission|service"
    r"|administration|office|union|network|alliance|task force|board|trust|bureau|library|consortium|staff|team"
    r"|NHS|NICE|CDC|WHO|FDA|NIH|NIAMS|NINDS|NHLBI|EMA|UNICEF|USPSTF|AHRQ|NIMH|ACOG)\b",
    re.IGNORECASE,
)
_TITLE_WORDS = re.compile(
    r"\b(?:guid(?:eline|ance)s?|recommendations?|statements?|reports?|reviews?|stud(?:y|ies)|trials?|update|policy|about"
    r"|what|how|why|when|symptoms|causes|treatment|your)\b",
    re.IGNORECASE,
)
_MOST = 200


def authors(text: str, is_title: Callable[[int], bool]) -> tuple[list[Found], int]:
    """The authors at the start of an entry, family name first, and where they end.

    ``is_title`` says whether a title begins at a place; it decides where names and words look alike.
    """
    for pattern in (_VANCOUVER, _APA):
        found, end = _several(text, pattern)
        if found and (text[end - 1] == "." or _END.match(text, end)):
            return found, end
    found, end = _full_names(text)
    if found and is_title(_skip(text, end)) and not _ORGANISATION.search(text, 0, end):
        return found, end
    return _organisation(text)


def _several(text: str, pattern: re.Pattern[str]) -> tuple[list[Found], int]:
    """Names of one form in a row."""
    found: list[Found] = []
    at = end = _start(text)
    while len(found) < _MOST and (name := pattern.match(text, at)) and not _NO_NAME.match(name[1]):
        found.append(Found(f"{name[1]} {_initials(name[2])}", name.start(), name.end()))
        end = name.end()
        separator = _SEPARATOR.match(text, end)
        if not separator:
            break
        at = separator.end()
    return found, _after(text, end) if found else 0


def _full_names(text: str) -> tuple[list[Found], int]:
    """Chicago's: the first name is turned about (``Fong, Chris, Ken Mak, and R. Yip``), or none is in a footnote."""
    first = _INVERTED.match(text, _start(text))
    found = [Found(f"{first[1]} {first[2]}", first.start(), first.end())] if first else []
    end = first.end() if first else 0
    at = _start(text)
    if first:
        separator = _SEPARATOR.match(text, end)
        at = separator.end() if separator else len(text)
    while len(found) < _MOST and (name := _STRAIGHT.match(text, at)):
        found.append(Found(f"{name[2]} {name[1]}", name.start(), name.end()))
        end = name.end()
        separator = _SEPARATOR.match(text, end)
        if not separator:
            break
        at = separator.end()
    return found, _after(text, end)


def _organisation(text: str) -> tuple[list[Found], int]:
    """An organisation: words before ``. (2020)``, or a short first sentence that says what it is."""
    start = _start(text)
    dated = re.compile(r"([^.(“\"]{2,100}?)\.?\s*\((?=(?:19|20)\d\d|n\.\s?d\.)").match(text, start)
    if dated and len(dated[1].split()) <= 12:
        name = dated[1].strip(" ,")
        return [Found(name, start, start + len(name))], start + len(name)
    sentence = re.compile(r"([^.“\"?!;:]{2,100})\.\s+(?=\S)").match(text, start)
    if not sentence or len(sentence[1].split()) > 10 or not _ORGANISATION.search(sentence[1]):
        return [], 0
    words = re.findall(r"\w{4,}", sentence[1])
    if _TITLE_WORDS.search(sentence[1]) or not all(word[0].isupper() for word in words):
        return [], 0
    return [Found(sentence[1], *sentence.span(1))], sentence.end(1)


def _start(text: str) -> int:
    return len(text) - len(text.lstrip())


def _after(text: str, end: int) -> int:
    """Behind ``et al.`` and ``eds.``."""
    for pattern in (_ET_AL, _EDITORS):
        if more := pattern.match(text, end):
            end = more.end()
    return end


def _skip(text: str, end: int) -> int:
    return end + len(text[end:]) - len(text[end:].lstrip(" .,:"))


def _initials(written: str) -> str:
    return re.sub(r"[\s.‐-]", "", written)
