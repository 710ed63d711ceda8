"""Where the passages of articles also stand: in other articles of the run or in source texts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from lint.article import Article
from lint.context import Copy, Enough
from lint.corpus.sources import SourceText
from lint.passages.compare import compare
from lint.passages.facts import Facts, facts, of_texts
from lint.passages.index import Index
from lint.passages.passage import Passage, passages
from lint.text import Text

_KEPT = 1024
"""The passages of so many texts are kept at hand."""


class Copies:
    """What each article shares with others; the index is made when first asked for.

    ``facts``: those of the run's articles by path. ``article``: the article at one of these paths.
    ``only``: the shingles that count, where they are known to be enough.
    """

    def __init__(
        self,
        known: Callable[[], Mapping[str, Facts]],
        article: Callable[[str], Article],
        sources: Mapping[str, SourceText],
        only: frozenset[int] | None = None,
    ) -> None:
        self._known = known
        self._article = article
        self._sources = sources
        self._only = only
        self._passages = lru_cache(maxsize=_KEPT)(self._passages_of)

    def of(self, path: str, enough: Enough) -> Iterator[Copy]:
        """What the passages of an article share, in their order, where it is enough."""
        if path not in self._articles:
            return
        for near in self._index.near(path):
            own, other = self._passage(path, near.own), self._passage(near.path, near.other)
            found = compare(own.text, other.text)
            if found.shared and enough.holds(found.shared, found.share, found.words):
                earlier = self._rank(near.path) < self._rank(path)
                yield Copy(own.pointer, near.path, self._line(near.path, other), *found, earlier)

    def _passage(self, path: str, number: int) -> Passage:
        """A passage by its number; an empty one where the text has been changed meanwhile."""
        held = self._passages(path)
        return held[number] if number < len(held) else Passage((), "")

    @cached_property
    def _facts(self) -> Mapping[str, Facts]:
        texts = self._sources.items()
        return {
            **{path: of_texts(passage.text for passage in text.passages()) for path, text in texts},
            **self._articles,
        }

    @cached_property
    def _articles(self) -> Mapping[str, Facts]:
        return self._known()

    @cached_property
    def _index(self) -> Index:
        return Index(self._facts, self._only)

    def _passages_of(self, path: str) -> Sequence[Passage]:
        if path in self._articles:
            return list(passages(self._article(path)))
        return self._sources[path].passages()

    def _line(self, path: str, passage: Passage) -> int:
        if passage.line:
            return passage.line
        article = self._article(path)
        return Text(article.text).position(article.span(passage.pointer).start)[0]

    def _rank(self, path: str) -> tuple[bool, str, str]:
        """Who was there first: source texts, then the articles by the day they were published."""
        return path in self._articles, self._facts[path].day or "9999", path


def known(articles: Mapping[str, Article]) -> Mapping[str, Facts]:
    """The facts of articles by path."""
    return {path: facts(article) for path, article in articles.items()}
