"""A passage also stands in another article or in a source text.

Why: Readers and search engines take copied text for what it is, its author may hold the rights, and an edit to one
copy leaves the other behind. Text that is moved without its source also loses what it rests on.

Help: Write it in your own words, link to the other article, or quote it as a quotation with a citation.

Bad:

    ---
    title: Getting up in the morning
    published: 2026-03-09
    ---

    Mornings are hard for many. A short walk after each meal keeps the lower back moving, and most people who keep at
    it for six weeks say that they get out of bed with less trouble.

other.md:

    ---
    title: Walking and the lower back
    published: 2026-01-05
    ---

    A short walk after each meal keeps the lower back moving, and most people who keep at it for six weeks say that
    they get out of bed with less trouble than before.

Good:

    ---
    title: Getting up in the morning
    published: 2026-03-09
    ---

    Mornings are hard for many people with a stiff back. [Walking a little several times a day](other.md) makes them
    easier within weeks, and it costs nothing.

other.md:

    ---
    title: Walking and the lower back
    published: 2026-01-05
    ---

    A short walk after each meal keeps the lower back moving, and most people who keep at it for six weeks say that
    they get out of bed with less trouble than before.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from lint.article import Article
from lint.article.lazy import lazy
from lint.article.notices import disclaimers, feedback, folded
from lint.context import Context, Copy, Enough
from lint.finding import Problem
from lint.rules.substance import words

_SOURCE = lazy(
    r"\bdoi\b|\bPMC?ID\b|\b(?:19|20)\d\d\b[^.;:]{0,12}[;:]\s?\d{1,4}\s?[(;:]",  # 2020;12(3):4
    re.IGNORECASE,
)


class Options(NamedTuple):
    """What is too much to be chance. Common turns of phrase alone never are."""

    minimum_words: int = 20
    """Shorter passages may stand in several articles."""
    share: float = 0.15
    """How much of the shorter passage the other must hold, by its runs of three words."""
    shared: int = 15
    """So many runs of three words, at least, must stand in both."""
    run_words: int = 8
    """So many words in a row that are no names, at least, must stand in both."""
    boilerplate: int = 5
    """A passage that stands in so many articles is the publication's own standing text."""


def check(article: Article, context: Context) -> Iterator[Problem]:
    """Each passage that stands elsewhere is found once, where it was published later."""
    options = context.options(Options)
    alike = context.corpus.copies(article.path, Enough(options.share, options.shared, options.run_words))
    for pointer, found in groupby(alike, key=lambda copy: copy.at):
        passage, others = article.value(pointer), list(found)
        if not passage or passage["words"] < options.minimum_words:
            continue
        if len({copy.path for copy in others}) + 1 >= options.boilerplate or _is_shared(passage["text"], context):
            continue
        if earlier := [copy for copy in others if copy.earlier]:
            yield Problem(pointer, _message(earlier))


def _is_shared(text: str, context: Context) -> bool:
    """A source, an approved text, a usual disclaimer or a request to report problems: any article may hold it."""
    if _SOURCE().search(text):
        return True
    said = set(zip(*(words(text)[skip:] for skip in range(3)), strict=False))
    for approved in context.disclaimers.values():
        stock = set(zip(*(words(approved)[skip:] for skip in range(3)), strict=False))
        if 2 * len(said & stock) >= min(len(said), len(stock)) > 0:
            return True
    plain = folded(text)
    return bool(disclaimers(None, plain, {})) or feedback(None, plain, ())


def _message(others: list[Copy]) -> str:
    longest = max(others, key=lambda copy: copy.words)
    places = [f"{path}, line {line}" for path, line in sorted({(copy.path, copy.line) for copy in others})]
    more = f" and {len(places) - 3} more" if len(places) > 3 else ""
    run = longest.run.split()
    opening = " ".join(run[:12])
    dots = " …" if run[12:] else ""
    return (
        f"This passage also stands in {'; '.join(places[:3])}{more}: "
        f"{len(run)} words in a row are the same (“{opening}{dots}”)."
    )
