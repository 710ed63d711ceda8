"""Where the words that a reader marked stand in the article today."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple

from lint.article import Article
from lint.text import Text

_SHARE = 0.5
"""Of a passage's word triples, how many a paragraph must hold to be its place after an edit."""


class Place(NamedTuple):
    """A paragraph: section (index into the document's sections, heading), lines (from 1, inclusive), today's words.

    ``exact``: it holds the passage word for word.
    """

    section: int
    heading: str
    first: int
    last: int
    words: str
    exact: bool


def place(article: Article, passage: str) -> Place | None:
    """The paragraph that holds most of a passage; None where it is gone."""
    wanted = _words(passage)
    if not wanted:
        return None
    best: tuple[float, tuple[int, int], str] | None = None
    for at, text in _paragraphs(article.document):
        share = _share(wanted, _words(text))
        if best is None or share > best[0]:
            best = share, at, text
    if best is None or best[0] < _SHARE:
        return None
    return _place(article, best[1], best[2], exact=" ".join(wanted) in " ".join(_words(best[2])))


def _paragraphs(document: Any) -> Iterator[tuple[tuple[int, int], str]]:
    for number, section in enumerate(document["sections"]):
        for index, paragraph in enumerate(section["paragraphs"]):
            yield (number, index), paragraph["text"]


def _place(article: Article, at: tuple[int, int], text: str, exact: bool) -> Place:
    span = article.span(("sections", at[0], "paragraphs", at[1]))
    lines = Text(article.text)
    heading = article.document["sections"][at[0]]["heading"] or ""
    last = lines.position(max(span.start, span.end - 1))[0]
    return Place(at[0], heading, lines.position(span.start)[0], last, text, exact)


def _share(wanted: list[str], words: list[str]) -> float:
    """How much of a passage a paragraph holds: of its triples, or word for word where it is short."""
    if f" {' '.join(wanted)} " in f" {' '.join(words)} ":
        return 2.0
    triples = _triples(wanted)
    return len(triples & _triples(words)) / len(triples) if triples else 0.0


def _triples(words: list[str]) -> set[tuple[str, str, str]]:
    return set(zip(words, words[1:], words[2:], strict=False))


def _words(text: str) -> list[str]:
    """Words without case, accents' composition, markup and citation markers; one for each ideograph."""
    text = re.sub(r"\[\^?[\w@:./-]{1,80}\]|\(\d{1,3}(?:[,–-]\s?\d{1,3})*\)", " ", text)
    return re.findall(
        r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+(?:'[^\W_]+)?", unicodedata.normalize("NFKC", text).casefold()
    )
