"""Which articles a change reaches without touching them: their findings rest on a file that differs. Pure."""

import posixpath
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple
from urllib.parse import unquote

SETTINGS = ("copydesk.toml", "people.yaml", "references.lock.json")
"""Names under which files change what is asked of the articles below their folder."""
_BIBLIOGRAPHIES = (".bib", ".json")


class Known(NamedTuple):
    """An article as far as others can hang together with it. ``name``: POSIX; ``text``: its file's.

    ``shingles``: of its passages, as `lint.passages` keeps them.
    """

    name: str
    title: str
    text: str
    document: Mapping[str, Any]
    shingles: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Touched:
    """What differs. ``names``: the files, under the names of then and of now; ``articles``: those of them."""

    names: Collection[str]
    articles: Sequence[Known]

    @cached_property
    def titles(self) -> frozenset[str]:
        return frozenset(one.title for one in self.articles if one.title)

    @cached_property
    def shingles(self) -> frozenset[int]:
        return frozenset().union(*(one.shingles for one in self.articles))

    @cached_property
    def bibliographies(self) -> tuple[str, ...]:
        return tuple(name for name in self.names if name.endswith(_BIBLIOGRAPHIES))

    @cached_property
    def settings(self) -> tuple[str, ...]:
        """The folders below which articles are judged by other settings."""
        found = {posixpath.dirname(name) for name in self.names if posixpath.basename(name) in SETTINGS}
        return tuple(f"{folder}/" if folder else "" for folder in found)


Tie = Callable[[Known, Touched], bool]


def affected(articles: Sequence[Known], touched: Touched) -> Iterator[str]:
    """The names of the articles that a change reaches, of those that do not differ themselves."""
    own = {one.name for one in touched.articles}
    return (one.name for one in articles if one.name not in own and any(tie(one, touched) for tie in TIES))


def _settings(one: Known, touched: Touched) -> bool:
    """Whether it is judged by other settings, people or answers of the registries."""
    return one.name.startswith(touched.settings)


def _links(one: Known, touched: Touched) -> bool:
    """Whether it links to a file that differs."""
    folder = posixpath.dirname(one.name)
    return any(
        posixpath.normpath(posixpath.join(folder, unquote(path))) in touched.names
        for section in one.document.get("sections", ())
        for link in section["links"]
        if (path := link["url"].partition("#")[0].partition("?")[0]) and "://" not in path
    )


def _title(one: Known, touched: Touched) -> bool:
    """Whether an article that differs has its title."""
    return one.title in touched.titles


def _bibliography(one: Known, touched: Touched) -> bool:
    """Whether a bibliography that differs is its own: it lies beside it under its name, or is named in it."""
    stem = posixpath.splitext(one.name)[0]
    return any(name.startswith(f"{stem}.") or posixpath.basename(name) in one.text for name in touched.bibliographies)


def _passage(one: Known, touched: Touched) -> bool:
    """Whether it may share a passage with an article that differs."""
    return len(one.shingles & touched.shingles) > 1


TIES: tuple[Tie, ...] = (_settings, _links, _title, _bibliography, _passage)
"""How an article can hang together with a file that differs: a rule that compares articles has its tie here."""
