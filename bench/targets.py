"""What the linter is to reach beside the others, and whether it does: one row for each, missed ones too."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from measure import Runs

Measured = dict[str, Runs]
PEERS = ("markdownlint-cli2", "remark-cli", "textlint", "proselint", "pymarkdownlnt")
AGAIN = "copydesk, again"
CLICK = 'python -c "import click"'


@dataclass(slots=True)
class Figures:
    """What was measured, by the number of articles; ``cache`` in bytes."""

    cold: dict[int, Measured] = field(default_factory=dict)
    warm: dict[int, Measured] = field(default_factory=dict)
    changed: dict[int, Measured] = field(default_factory=dict)
    cache: dict[int, int] = field(default_factory=dict)
    start: Measured = field(default_factory=dict)


class Row(NamedTuple):
    """A target. ``ratio``: None where it was not measured; ``most``: whether it is to stay below the target."""

    what: str
    ratio: float | None
    target: float
    most: bool
    unit: str = "×"

    @property
    def reached(self) -> str:
        if self.ratio is None:
            return "not measured"
        return "yes" if (self.ratio <= self.target if self.most else self.ratio >= self.target) else "**no**"


def rows(figures: Figures) -> Iterator[str]:
    """The table, in markdown."""
    yield "| | measured | target | reached |"
    yield "|---|--:|--:|---|"
    for row in _rows(figures):
        measured = "–" if row.ratio is None else f"{row.ratio:,.2f} {row.unit}"
        yield f"| {row.what} | {measured} | {'≤' if row.most else '≥'} {row.target:g} {row.unit} | {row.reached} |"


def _rows(figures: Figures) -> Iterator[Row]:
    sizes = [size for size in figures.cold if size <= 5000]
    for size in sizes:
        for name in PEERS:
            yield Row(f"cold, {size:,} articles: {name} / copydesk", _times(figures.cold, size, name), 6, False)
        yield Row(f"cold, {size:,} articles: copydesk / rumdl", _inverse(figures.cold, size), 2.5, True)
    for size in sizes:
        least = 4 if size >= 5000 else 2
        yield Row(f"warm, {size:,} articles: rumdl warm / copydesk", _times(figures.warm, size, "rumdl"), least, False)
    one = {0: figures.start}
    for ours, how in (("copydesk", "nothing cached"), (AGAIN, "checked again")):
        ratio = _times(one, 0, "markdownlint-cli2", ours)
        yield Row(f"one small article, {how}: markdownlint-cli2 / copydesk", ratio, 3, False)
        yield Row(f"one small article, {how}: copydesk / import click", _inverse(one, 0, CLICK, ours), 2.5, True)
    for size in sizes:
        ratio = _inverse(figures.changed, size)
        yield Row(f"ten of {size:,} articles changed: copydesk / rumdl, both cached", ratio, 1, True)
    yield from _memory(figures)
    yield from _growth(figures)
    version = figures.start.get("copydesk --version")
    ratio = version.wall / figures.start[CLICK].wall if version else None
    yield Row("copydesk --version / import click", ratio, 1.5, True)


def _memory(figures: Figures) -> Iterator[Row]:
    for size, most in ((1000, 0.75), (20_000, 0.2)):
        found = figures.cold.get(size, {})
        ratio = found["copydesk"].memory / found["rumdl"].memory if "rumdl" in found else None
        yield Row(f"memory of the largest process, {size:,} articles, cold: copydesk / rumdl", ratio, most, True)


def _growth(figures: Figures) -> Iterator[Row]:
    """Time and cache of an article, as they grow from the fewest articles to the most; memory beside its limit."""
    kinds = {
        "cold time of an article": {size: found["copydesk"].wall / size for size, found in figures.cold.items()},
        "warm time of an article": {size: found["copydesk"].wall / size for size, found in figures.warm.items()},
        "cache of an article": {size: held / size for size, held in figures.cache.items() if held},
    }
    for what, by_size in kinds.items():
        least, most = (min(by_size), max(by_size)) if len(by_size) > 1 else (0, 0)
        grown = by_size[most] / by_size[least] if least else None
        span = f", {most:,} articles beside {least:,}" if least else ""
        yield Row(f"{what}{span}", grown, 1.1, True)
    for size in (size for size in figures.cold if size >= 1000):
        held = max(found[size]["copydesk"].memory for found in (figures.cold, figures.warm) if size in found)
        limit = 150 + 0.002 * size
        yield Row(f"memory of the largest process, {size:,} articles, cold and warm", held / 1e6, limit, True, "MB")


def _times(found: dict[int, Measured], size: int, name: str, ours: str = "copydesk") -> float | None:
    """How many times as long as ours another one takes."""
    one = found.get(size, {})
    return one[name].wall / one[ours].wall if name in one else None


def _inverse(found: dict[int, Measured], size: int, name: str = "rumdl", ours: str = "copydesk") -> float | None:
    times = _times(found, size, name, ours)
    return 1 / times if times else None
