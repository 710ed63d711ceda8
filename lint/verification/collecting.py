"""Collecting: the sources that articles cite, each with the places that cite it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from lint.article import Article
from lint.config import Config
from lint.verification.judging.entry import identifiers, is_web
from lint.verification.record import Identifier

Json = Mapping[str, Any]


class Source(NamedTuple):
    """An entry of an article's references. ``sections``: the headings under which it is cited."""

    path: str
    line: int
    reference: Json
    sections: tuple[str, ...]

    @property
    def key(self) -> str:
        return str(self.reference["key"])


@dataclass(slots=True)
class Collected:
    """What the articles of one publication cite. ``unread``: the articles that could not be read.

    ``links``: the web addresses in their text, each with the articles that link to it.
    """

    config: Config
    sources: list[Source] = field(default_factory=list)
    links: dict[str, list[str]] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    articles: int = 0

    def identifiers(self) -> Iterator[Identifier]:
        """Everything that can be asked for, each once."""
        seen = set()
        listed = (one for source in self.sources for one in identifiers(source.reference))
        for one in (*listed, *(Identifier("url", url) for url in self.links)):
            if one.same not in seen:
                seen.add(one.same)
                yield one

    def add(self, path: str, article: Article) -> None:
        """Takes in what an article cites."""
        self.articles += 1
        self.sources.extend(sources(path, article))
        own = tuple(domain.casefold() for domain in self.config.sources.own)
        for section in article.document["sections"]:
            if section["role"] != "references":
                for link in section["links"]:
                    if _is_foreign(link["url"], own):
                        self.links.setdefault(link["url"], []).append(path)


def sources(path: str, article: Article) -> Iterator[Source]:
    """The entries of an article, in their order."""
    headings: dict[str, dict[str, None]] = {}
    for section in article.document["sections"]:
        for key in section["citations"]:
            headings.setdefault(key, {})[section["heading"] or article.document["title"] or ""] = None
    at, line = 0, 1
    for number, reference in enumerate(article.document["references"]):
        start = article.span(("references", number)).start
        if start >= at:
            line, at = line + article.text.count("\n", at, start), start
        else:
            line, at = article.text.count("\n", 0, start) + 1, start
        yield Source(path, line, reference, tuple(headings.get(reference["key"], ())))


def collect(paths: Iterator[str], fixed: Config | None = None) -> Iterator[Collected]:
    """What the articles at the paths cite, by publication; each article is let go once it is read."""
    from lint.config import load
    from lint.run import read_article

    found: dict[Path, Collected] = {}
    for shown in paths:
        path = Path(shown)
        config = fixed or load(path)
        collected = found.setdefault(config.root, Collected(config))
        try:
            parsed = read_article(path, config)
        except Exception:  # noqa: BLE001 - the edge: unreadable or our fault, which a check tells; the others go on
            collected.unread.append(shown)
            continue
        if parsed.problems:
            collected.unread.append(shown)
        else:
            collected.add(shown, parsed.article)
    yield from found.values()


def _is_foreign(url: str, own: tuple[str, ...]) -> bool:
    return is_web(url) and not url.split("/")[2].casefold().removeprefix("www.").endswith(own or ("\n",))
