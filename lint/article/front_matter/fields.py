"""Front matter under the document's names, whatever a site generator calls them."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lint.article.front_matter.data import Data
from lint.article.front_matter.shapes import Shaper
from lint.finding import Pointer, Span


@dataclass(frozen=True, slots=True)
class Preset:
    """A site generator's habits: our names in its words, and whether it prints the front matter's title.

    A dot leads into a map; of several names, the first that the front matter has counts.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    prints_title: bool = True


PRESETS: Mapping[str, Preset] = {
    "hugo": Preset({"published": "date", "last_modified": "lastmod"}),
    "jekyll": Preset({"published": "date", "last_modified": "last_modified_at"}),
    "docusaurus": Preset({"published": "date", "last_modified": "last_update.date"}, prints_title=False),
    "mkdocs": Preset({"published": "date.created date", "last_modified": "date.updated"}, prints_title=False),
    "zola": Preset({"published": "date", "last_modified": "updated", "authors": "authors extra.authors extra.author"}),
    "eleventy": Preset({"published": "date", "last_modified": "updated"}),
    "quarto": Preset({"published": "date", "last_modified": "date-modified"}),
}

COMMON: Mapping[str, str] = {
    "authors": "author",
    "topics": "topic",
    "published": "date publishDate pubDate",
    "last_modified": "lastmod last_modified_at last_updated updated modified",
}
"""Names that need no mapping: they count where our own is absent, or has no value."""

_DAYS = ("published", "last_modified", "next_review")


def normalised(raw: Data, text: str, whole: Span, names: Mapping[str, str]) -> Data:
    """The front matter as the document holds it. A key without a value is left out, but keeps its place in ``keys``."""
    shaper = Shaper(raw, text, whole)
    found = list(_found(raw.values, names))
    taken = {source for _, source in found}
    ours = {name for name, _ in found}
    for key, value in raw.values.items():
        for name, source in found:
            if source[0] == key:
                shaper.take(name, source)
        if key not in ours and (key,) not in taken and not _is_used_up(key, value, taken):
            shaper.take(key, (key,))
    return Data(shaper.values, shaper.spans, shaper.keys, raw.problems)


def _found(values: Mapping[str, Any], names: Mapping[str, str]) -> Iterator[tuple[str, Pointer]]:
    """Our names that go by another one in some publication, each with the place that counts."""
    for ours in {**COMMON, **names}:
        # A publication that says which date is which does not mean another one.
        common = "" if ours in names and ours in _DAYS else COMMON.get(ours, "")
        if source := _first(ours, f"{names.get(ours, '')} {ours} {common}".split(), values):
            yield ours, source


def _is_used_up(key: str, value: Any, taken: Container[Pointer]) -> bool:
    """Whether all that a map holds was taken from it."""
    return isinstance(value, dict) and bool(value) and all((key, part) in taken for part in value)


def _first(ours: str, names: Iterable[str], values: Any) -> Pointer | None:
    """The pointer of the first of some names that has a value of our key's kind, else of one that was left empty."""
    empty = None
    for name in names:
        at = tuple(name.split("."))
        node = values
        for part in at:
            node = node.get(part, {}) if isinstance(node, dict) else {}
        if node is None:
            empty = empty or at
        elif node != {} and not (ours in _DAYS and isinstance(node, dict | bool)):
            return at
    return empty
