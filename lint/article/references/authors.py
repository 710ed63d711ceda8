"""Authors: those with which an entry begins, as AMA, Vancouver, APA, Harvard, Chicago, MLA and IEEE write them."""

import re
from collections.abc import Callable

from lint.article.lazy import lazy
from lint.article.references import names
from lint.article.references.locators import Found

_BEFORE = lazy(r"\s*(?:(?:Dr|Prof)\b\.?\s*)*")
_SEPARATOR = lazy(r"\s*(?:\.?[,;]\s*(?:(?:\.\s?){3}|…)?\s*(?:(?:and|&)\s+)?|(?:and|&)\s+|(?:\.\s?){3}|…\s*)")
_ET_AL = lazy(r"\.?[,;]?\s*(?:\b(?:and )?(?:et\.? al\b\.?|colleagues\b|others\b))", re.IGNORECASE)
_EDITORS = lazy(r"[,;]?\s*\(?\bed(?:s|itors?)?\b\.?\)?", re.IGNORECASE)
_END = lazy(r"\s*(?:[.:,(\[]|\b(?:19|20)\d\d|$)")
_DATED = lazy(r"([^.(“\"]{2,100}?(?:\([A-Z]{2,10}\))?)\.?\s*\((?=(?:19|20)\d\d|n\.\s?d\.|[A-Z][a-z]+\.? (?:19|20)\d\d)")
_SENTENCE = lazy(r"((?:U\.\s?[SK]\. )?[^.“\"?!;:]{2,100})\.\s+(?=\S)")
_BEFORE_LINK = lazy(r"([^.“\"?!;:|]{2,60}):\s+")
_BEFORE_QUOTE = lazy(r"([A-Z][^.“\"?!;:,]{1,80})[.,:]\s*(?=[“\"‘])")
_INITIALLED = lazy(r"(?=[^()]{0,300}\b[A-Z]\.[,; ])(?:[^\W\d_][\w'’-]*[., &;…-]+){2,60}?(?=\((?:19|20)\d\d\))")
_BEHIND = lazy(r"[\s.,:;–—|-]*(?:by\s+)?(?=\S)", re.IGNORECASE)
_NEXT = lazy(r"\.\s+\d|.?\.\s+(?=[^\W\d_a-z])")
_ACRONYM = lazy(r"([A-Z]{2,6})\.\s+(?=(?:19|20)\d\d\.)")
_MOST = 200

Titles = Callable[[int], str]
"""What shows that a title begins at a place: a quotation mark, a link, emphasis or a year; empty where nothing does."""
Names = tuple[list[Found], int]


def authors(text: str, title: Titles) -> Names:
    """The authors at the start of an entry, family name first, and where they end.

    Where names and words look alike, what begins behind them decides.
    """
    before = _BEFORE().match(text)
    start = before.end() if before else 0
    straight, behind = _straight(text, start, title)
    if straight and _are_people(text, straight, behind, title) and _outdo(text, straight, behind, title):
        return straight, behind
    for form in (names.VANCOUVER, names.APA):
        found, end = _in_row(text, start, form(), title)
        if found and _ends(text, end):
            return found, end
    found, end = _inverted(text, start, title)
    if found and (title(_skip(text, end)) or _is_given(found[0].value.split()[-1], found[0].value)):
        return found, end
    if straight and _are_people(text, straight, behind, title):
        return straight, behind
    return _alone(text, start) or _organisation(text, start, title)


def _nothing(at: int) -> str:
    return ""


def behind_title(text: str, at: int) -> Names:
    """Authors that stand behind a title instead: ``Title - Fong et al., Spine``."""
    before = _BEHIND().match(text, at)
    at = before.end() if before else at
    for form in (names.VANCOUVER, names.APA):
        found, end = _in_row(text, at, form(), _nothing)
        if found and _ends(text, end):
            return found, end
    found, end = _straight(text, at, _nothing)
    if found and _ends(text, end) and any(_begins_straight(text[name.start : name.end]) for name in found[:2]):
        return found, end
    group = _SENTENCE().match(text, at)
    if group and names.IS_GROUP().search(group[1]) and _is_capitalised(group[1]):
        return _one(text, at, group.end(1))
    return _alone(text, at) or ([], 0)


def _ends(text: str, end: int) -> bool:
    return text[end - 1] == "." or bool(_END().match(text, end))


def _begins_straight(name: str) -> bool:
    """Whether a name has an initial, or begins with a given name that is well known."""
    first, *rest = name.split()
    middle = any(len(word.rstrip(".")) == 1 for word in rest[:-1])
    return middle or len(first.rstrip(".")) == 1 or first in names.GIVEN_NAMES


def _in_row(text: str, start: int, form: re.Pattern[str], title: Titles) -> Names:
    """Names of one form in a row; Chicago turns only the first about: ``Fong, C., and R. Yip``."""
    found: list[Found] = []
    at = end = start
    while len(found) < _MOST and (name := form.match(text, at)) and not names.NO_NAME().search(name[1]):
        found.append(Found(f"{name[1]} {_initials(name[2])}", name.start(), name.end(2)))
        end = name.end()
        separator = _SEPARATOR().match(text, end)
        if not separator or title(separator.end()):
            break
        at = separator.end()
    if found and at > end and names.INITIAL_FIRST().match(text, at):
        more, after = _straight(text, at, title)
        found, end = found + more, after or end
    return _with_group(text, found, end) if found else ([], 0)


def _straight(text: str, start: int, title: Titles) -> Names:
    """Given name first: ``Chris Fong, Ken R. Mak, and R. Yip``."""
    found: list[Found] = []
    at = end = start
    while len(found) < _MOST and (name := names.STRAIGHT().match(text, at)) and not names.NO_NAME().search(name[1]):
        found.append(Found(f"{name[2]} {name[1]}", name.start(), name.end(2)))
        end = name.end()
        separator = _SEPARATOR().match(text, end)
        if not separator or title(separator.end()):
            break
        at = separator.end()
    return found, _after(text, end) if found else 0


def _inverted(text: str, start: int, title: Titles) -> Names:
    """The first name is turned about, with the given name in full: ``Fong, Chris, Ken Mak, and R. Yip``."""
    first = names.INVERTED().match(text, start)
    if not first or names.ORGANISATION().search(first[0]):
        return [], 0
    found = [Found(f"{first[1]} {first[2]}", first.start(), first.end(2))]
    separator = _SEPARATOR().match(text, first.end())
    more, end = _straight(text, separator.end(), title) if separator else ([], 0)
    return [*found, *more], end if more else _after(text, first.end())


def _are_people(text: str, found: list[Found], end: int, title: Titles) -> bool:
    """Whether words with capitals are names of persons rather than a title or an organisation."""
    if names.ORGANISATION().search(text, found[0].start, end):
        return False
    first = text[found[0].start : found[0].end].split()
    if names.INITIAL_FIRST().match(text, found[0].start) or first[0] in names.GIVEN_NAMES:
        return bool(_END().match(text, end)) or text[end - 1] == "." or bool(title(_skip(text, end)))
    if len(found) > 3 and _ends_in_stop(text, end):
        return True
    return len(found) > 1 and title(_skip(text, end)) in ("quotation", "year")


def _ends_in_stop(text: str, end: int) -> bool:
    """Whether many names, of which no two end alike as those of things do, are a sentence of their own."""
    last = [name.split()[-1] for name in re.split(r",\s*(?:and\s)?|\sand\s", text[:end]) if name.strip()]
    return len(last) == len(set(last)) and bool(_NEXT().match(text, end - 1))


def _outdo(text: str, found: list[Found], end: int, title: Titles) -> bool:
    """Whether names are straight where a family name with an initial could be read: ``Ann R. Fong, “…”``."""
    if names.INITIAL_FIRST().match(text, found[0].start):
        return True
    begin = [text[one.start : one.end].split()[0] for one in found]
    if begin[0] not in names.GIVEN_NAMES:
        return False
    if len(found) > 1:
        return sum(word in names.GIVEN_NAMES or word.endswith(".") for word in begin) * 2 >= len(begin)
    has_degree = end > found[0].end
    return has_degree or (text[end : end + 1] == "," and bool(title(_skip(text, end))))


def _is_given(given: str, name: str) -> bool:
    return any(word in names.GIVEN_NAMES for word in name.split()[1:]) or given in names.GIVEN_NAMES


def _alone(text: str, start: int) -> Names | None:
    name = names.ALONE().match(text, start)
    return ([Found(name[1], *name.span(1))], _after(text, name.end())) if name else None


def _organisation(text: str, start: int, title: Titles) -> Names:
    """An organisation: before a year in parentheses, a quotation or a link, or in a first sentence of its own."""
    dated = _DATED().match(text, start)
    if dated and len(dated[1].split()) <= 12 and _is_capitalised(dated[1]) and not _is_title(text, dated):
        return _one(text, start, start + len(dated[1].rstrip(" ,")))
    if listed := _INITIALLED().match(text, start):
        return _one(text, start, start + len(listed[0].rstrip(" ,;")))
    quoted = _BEFORE_QUOTE().match(text, start)
    if quoted and len(quoted[1].split()) <= 10 and _is_capitalised(quoted[1]):
        return _one(text, start, quoted.end(1))
    linked = _BEFORE_LINK().match(text, start)
    if linked and title(linked.end()) == "link" and _is_capitalised(linked[1]):
        return _one(text, start, linked.end(1))
    if acronym := _ACRONYM().match(text, start):
        return _one(text, start, acronym.end(1))
    sentence = _SENTENCE().match(text, start)
    if not sentence or len(sentence[1].split()) > 12 or not names.ORGANISATION().search(sentence[1]):
        return [], 0
    if not _is_capitalised(sentence[1]):
        return [], 0
    if names.TITLE_WORDS().search(sentence[1]) and not names.IS_GROUP().search(sentence[1]):
        return [], 0
    return _one(text, start, sentence.end(1))


def _is_title(text: str, dated: re.Match[str]) -> bool:
    """Whether the words before a year are a title, since the organisation stands behind it."""
    return not names.ORGANISATION().search(dated[1]) and bool(
        names.ORGANISATION().search(text, dated.end(), dated.end() + 99)
    )


def _one(text: str, start: int, end: int) -> Names:
    return [Found(text[start:end], start, end)], end


def _is_capitalised(words: str) -> bool:
    return all(word[0].isupper() for word in re.findall(r"[^\W\d_]{4,}", words))


def _with_group(text: str, found: list[Found], end: int) -> Names:
    """The authors, a group that signs with them, and the end of all that names them."""
    end = _after(text, end)
    group = (
        names.GROUP().match(text, end) if text[end : end + 1] in (";", ",") or text[end : end + 4] == " for" else None
    )
    if group:
        return [*found, Found(group[1], *group.span(1))], group.end()
    return found, end


def _after(text: str, end: int) -> int:
    """Behind ``et al.`` and ``eds.``."""
    for pattern in (_ET_AL, _EDITORS):
        if more := pattern().match(text, end):
            end = more.end()
    return end


def _skip(text: str, end: int) -> int:
    return end + len(text[end:]) - len(text[end:].lstrip(" .,:"))


def _initials(written: str) -> str:
    return re.sub(r"(?: [a-z]+)+$|[\s.‐-]", "", written)
