"""The passages of an article that may be compared with those of others."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from lint.article import Article
from lint.article.lazy import lazy
from lint.finding import Pointer

Json = Mapping[str, Any]

LEAST = 12
"""Fewer words say too little to be anybody's."""
_SHARED = frozenset({"references", "related", "disclaimer", "feedback", "about"})
"""Roles of the sections that many articles of a publication share: lists, notices, boxes about the author."""
_ADDRESS = lazy(r"(?:https?://|www\.)\S+")
_QUOTED = lazy(r"“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|\"[^\"]*\"")


class Passage(NamedTuple):
    """A paragraph, list item or quotation without a source. ``text`` leaves out what is quoted with a citation.

    ``line``: where it begins, in a text that has no pointers.
    """

    pointer: Pointer
    text: str
    line: int = 0


def passages(article: Article) -> Iterator[Passage]:
    """Those of some length, in the order of the text."""
    for s, section in enumerate(article.document["sections"]):
        if section["role"] in _SHARED:
            continue
        told: Sequence[Json] = section["paragraphs"]
        for p, paragraph in enumerate(told):
            if paragraph["words"] < LEAST or paragraph["kind"] == "table-row":
                continue
            if paragraph["kind"] != "quotation" or not _is_cited(told, p):
                yield Passage(("sections", s, "paragraphs", p), _own(paragraph))


def _is_cited(told: Sequence[Json], at: int) -> bool:
    """Whether a citation stands in the same quotation, right after it, or before it where a colon introduces it."""
    first, last = at, at
    while first and told[first - 1]["kind"] == "quotation":
        first -= 1
    while last + 1 < len(told) and told[last + 1]["kind"] == "quotation":
        last += 1
    introduced = first > 0 and ":" in told[first - 1]["text"][-20:]
    return any(paragraph["citations"] for paragraph in told[first - introduced : last + 2])


def _own(paragraph: Json) -> str:
    text: str = paragraph["text"]
    if "://" in text or "www." in text:
        text = _ADDRESS().sub(" ", text)
    return _QUOTED().sub(" … ", text) if paragraph["citations"] else text
