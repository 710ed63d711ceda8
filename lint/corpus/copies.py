"""Where the passages of articles also stand: in other articles of the run or in source texts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from lint.article import Article
from lint.context import Copy
from lint.corpus.sources import SourceText
from lint.finding import Pointer
from lint.passages.compare import compare
from lint.passages.facts import Facts, facts, of_texts
from lint.passages.index import Index
from lint.passages.passage import passages
from lint.text import Text


class Place(NamedTuple):
    """A passage and where it begins."""

    pointer: Pointer
    line: int
    text: str


class Copies:
    """What each article shares with others; the index is made when first asked for.

    ``facts``: those of the run's articles by path. ``article``: the article at one of these paths.
    """

    def __init__(
        self,
        known: Callable[[], Mapping[str, Facts]],
        article: Callable[[str], Article],
        sources: Mapping[str, SourceText],
    ) -> None:
        self._known = known
        self._article = article
        self._sources = sources
        self._places = lru_cache(maxsize=64)(self._places_of)

    def of(self, path: str) -> Iterator[Copy]:
        """What the passages of an article share, in their order."""
        if path not in self._facts:
            return
        mine = self._places(path)
        for near in self._index.near(path):
            own, other = mine[near.own], self._places(near.path)[near.other]
            found = compare(own.text, other.text)
            earlier = self._rank(near.path) < self._rank(path)
            yield Copy(own.pointer, near.path, other.line, *found, earlier)

    @cached_property
    def _facts(self) -> Mapping[str, Facts]:
        texts = {name: of_texts(part.text for part in text.parts()) for name, text in self._sources.items()}
        return {**texts, **self._known()}

    @cached_property
    def _index(self) -> Index:
        return Index(self._facts)

    def _places_of(self, path: str) -> Sequence[Place]:
        if path in self._sources:
            return [Place((), part.line, part.text) for part in self._sources[path].parts()]
        article = self._article(path)
        text = Text(article.text)
        return [
            Place(passage.pointer, text.position(article.span(passage.pointer).start)[0], passage.text)
            for passage in passages(article)
        ]

    def _rank(self, path: str) -> tuple[bool, str, str]:
        """Who was there first: source texts, then the articles by the day they were published."""
        return path not in self._sources, self._facts[path].day or "9999", path


def known(articles: Mapping[str, Article]) -> Mapping[str, Facts]:
    """The facts of articles by path."""
    return {path: facts(article) for path, article in articles.items()}
