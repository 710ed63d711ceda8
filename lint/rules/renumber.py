"""Renumbering: the fix that gives the references of an article another order, its markers and its list together."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from lint.article import Article
from lint.article.lazy import lazy
from lint.finding import Edit, Fix, Span
from lint.rules.common import citations
from lint.rules.markers import ANCHOR, renumbered

NUMBERED = frozenset(("parenthesis", "bracket", "superscript", "unicode-superscript", "caret"))
"""The styles of markers whose numbers the writer wrote: footnotes and [@keys] are numbered by the site."""
_LABEL = r"\s*(?:\\?\[{0}\\?\]|\\?\({0}\\?\)|{0}[.)](?=\s))\s*"
_LINK = lazy(r"\]\(#([^()\s]+)\)|\bhref=[\"']#([^\"'\s]+)[\"']", re.IGNORECASE)
_BETWEEN = lazy(r"\s*(?:\d{1,9}[.)]|[-*+])?\s*")


class Slot(NamedTuple):
    """A place in the list: its number, and where the words of its entry stand."""

    key: str
    words: Span
    whole: Span


def slots(article: Article) -> list[Slot] | None:
    """The places of a numbered list that stands in the body; None where the references are anything else."""
    found = []
    metadata = article.spans.get(("front_matter",), Span(0, 0))
    for index, reference in enumerate(article.document["references"]):
        if reference["inline"]:
            continue
        span = article.spans.get(("references", index))
        if span is None or span.start < metadata.end or not re.fullmatch(r"[1-9]\d{0,2}", reference["key"]):
            return None
        label = re.compile(_LABEL.format(reference["key"])).match(article.text, *span)
        found.append(Slot(reference["key"], Span(label.end() if label else span.start, span.end), span))
    apart = all(one.whole.end <= other.whole.start for one, other in pairwise(found))
    return found if apart and len({slot.key for slot in found}) == len(found) else None


def fix(article: Article, title: str, order: Sequence[str], merged: Mapping[str, str]) -> Fix | None:
    """The entries of the keys in ``order`` under the list's numbers; what is ``merged`` goes, its key becomes another.

    None where a marker or an entry is written in a way that cannot be changed without a look.
    """
    places = slots(article)
    if not places or not order or len(order) + len(merged) != len(places):
        return None
    keys = {old: place.key for old, place in zip(order, places, strict=False)}
    keys |= {old: keys[kept] for old, kept in merged.items()}
    names, removal = _anchors(article, places, keys), _removal(article, places, len(order))
    if names is None or removal is None:
        return None
    edits = [*_entries(article, places, order, names), *removal]
    for pointer, citation in citations(article):
        if citation["style"] in NUMBERED and any(keys.get(key, key) != key for key in citation["keys"]):
            written = renumbered(article.source(pointer), keys, lambda url: _renamed(url, names))
            if written is None:
                return None
            edits.append(Edit(article.span(pointer), written))
    edits += _links(article, names, [edit.span for edit in edits])
    changed = tuple((old, new) for old, new in keys.items() if old != new)
    return Fix(title, tuple(sorted(edits, key=lambda edit: edit.span)), True, changed) if changed else None


def _anchors(article: Article, places: Sequence[Slot], keys: Mapping[str, str]) -> Mapping[str, str] | None:
    """The ids that end in the number of their entry, with the id for its new number; None where a place would go."""
    own = {place.key: _id(article, place) for place in places}
    names: dict[str, str] = {}
    for old, new in keys.items():
        if name := own[old]:
            names[name] = f"{name.removesuffix(old)}{new}" if re.search(rf"[^\d]{old}$", name) else name
    for old, new in keys.items():
        kept = next(key for key in keys if keys[key] == new)
        if kept != old and (name := own[old]):
            beside = own[kept]
            if not beside:
                return None
            names[name] = names[beside]
    return names


def _id(article: Article, place: Slot) -> str | None:
    found = ANCHOR().match(article.text, *place.words)
    return found[1] if found else None


def _renamed(words: str, names: Mapping[str, str]) -> str:
    """Links to the old places lead to the new ones."""
    return _LINK().sub(lambda link: link[0].replace(f"#{link[1] or link[2]}", f"#{_new(link, names)}"), words)


def _new(link: re.Match[str], names: Mapping[str, str]) -> str:
    name = link[1] or link[2]
    return names.get(name, name)


def _entries(
    article: Article, places: Sequence[Slot], order: Sequence[str], names: Mapping[str, str]
) -> Iterator[Edit]:
    by_key = {place.key: place for place in places}
    for place, old in zip(places, order, strict=False):
        words = article.text[slice(*by_key[old].words)]
        if found := ANCHOR().match(words):
            words = words[: found.start(1)] + names[found[1]] + words[found.end(1) :]
        if old != place.key:
            yield Edit(place.words, _renamed(words, names))


def _removal(article: Article, places: Sequence[Slot], count: int) -> list[Edit] | None:
    """The last places go, with the numbers before them; None where something else stands between them."""
    ends = pairwise(places[count - 1 :])
    if not all(_BETWEEN().fullmatch(article.text, one.whole.end, other.whole.start) for one, other in ends):
        return None
    span = Span(places[count - 1].whole.end, places[-1].whole.end)
    return [Edit(span, "")] if count < len(places) else []


def _links(article: Article, names: Mapping[str, str], taken: Sequence[Span]) -> Iterator[Edit]:
    ordered = sorted(taken)
    for link in _LINK().finditer(article.text, article.spans.get(("front_matter",), Span(0, 0)).end):
        span = Span(*link.span(link.lastindex or 0))
        at = bisect_right(ordered, span)
        inside = at > 0 and ordered[at - 1].end > span.start
        if not inside and _new(link, names) != link[link.lastindex or 0]:
            yield Edit(span, _new(link, names))
