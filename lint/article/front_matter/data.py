"""What a block of YAML or TOML says: its values, where each stands, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from lint.finding import Pointer, Span


class DataProblem(NamedTuple):
    """Something that keeps the data from being read: one plain sentence with its line, and its place."""

    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class Data:
    """Values as written, with the span of each value (``spans``) and of each mapping's key (``keys``).

    Both are by pointer from ``()``, the whole. ``values`` is None when there is nothing, or nothing that can be read.
    """

    values: Any
    spans: Mapping[Pointer, Span] = field(default_factory=dict)
    keys: Mapping[Pointer, Span] = field(default_factory=dict)
    problems: tuple[DataProblem, ...] = ()
