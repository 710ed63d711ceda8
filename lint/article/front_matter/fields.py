"""Front matter under the document's names, whatever a site generator calls them."""

from collections.abc import Container, Mapping
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
}

_SINGULAR = {"author": "authors", "topic": "topics"}
"""Names that need no mapping: a single author may be called so."""


def normalised(raw: Data, text: str, whole: Span, names: Mapping[str, str]) -> Data:
    """The front matter as the document holds it. A key without a value is left out, but keeps its place in ``keys``."""
    shaper = Shaper(raw, text, whole)
    taken: set[Pointer] = set()
    for ours, theirs in names.items():
        source = _first(f"{theirs} {ours}", raw.values)
        if source:
            shaper.take(ours, source)
            taken.add(source)
    for key in raw.values:
        ours = _SINGULAR.get(key, key)
        ours = key if ours in raw.values or ours in shaper.taken else ours
        if (key,) not in taken and ours not in shaper.taken and not _is_used_up(key, raw.values[key], taken):
            shaper.take(ours, (key,))
    return Data(shaper.values, shaper.spans, shaper.keys, raw.problems)


def _is_used_up(key: str, value: Any, taken: Container[Pointer]) -> bool:
    """Whether all that a map holds was taken from it."""
    return isinstance(value, dict) and bool(value) and all((key, part) in taken for part in value)


def _first(names: str, values: Any) -> Pointer | None:
    """The pointer of the first of some names that leads to a plain value, else of one that was left empty."""
    empty = None
    for name in names.split():
        at = tuple(name.split("."))
        node = values
        for part in at:
            node = node.get(part, {}) if isinstance(node, dict) else {}
        if node is None:
            empty = empty or at
        elif not isinstance(node, dict):
            return at
    return empty
