"""Mending a text: the edits that change nothing but the references that they name."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from lint.article import Article
from lint.finding import Fix
from lint.fixes.compare import differences
from lint.fixes.edits import Change
from lint.fixes.guard import signed
from lint.verification.lock import Lock
from lint.verification.mending.edits import edits

Read = Callable[[str], Article | None]
"""Reads a text as the article's own file would be read; None where it cannot be."""

_WRITTEN = ("text", "doi", "kind")
"""What of an entry changes when a DOI is written into it."""


class Mended(NamedTuple):
    """A text with the fixes made, and those that were left since they would have changed something else."""

    text: str
    fixes: tuple[Fix, ...] = ()
    left: tuple[Fix, ...] = ()


def mend(article: Article, lock: Lock, read: Read) -> Mended:
    """The article's text with all that the lock allows written into its references."""
    wanted = tuple(edits(article, lock))
    if _keeps(article, wanted, read):
        return Mended(_text(article, wanted), wanted)
    made: tuple[Fix, ...] = ()
    for fix in wanted:
        made = (*made, fix) if _keeps(article, (*made, fix), read) else made
    return Mended(_text(article, made), made, tuple(fix for fix in wanted if fix not in made))


def _text(article: Article, fixes: Iterable[Fix]) -> str:
    return Change.of(fixes).apply(article.text)


def _keeps(before: Article, fixes: Iterable[Fix], read: Read) -> bool:
    """Whether an article says the same as before but for the identifiers of its references."""
    change = Change.of(fixes)
    after = read(change.apply(before.text))
    if after is None or signed(before) != signed(after):
        return False
    others = set(differences(before, after, change)) - {"the references"}
    return not others and _entries(before) == _entries(after)


def _entries(article: Article) -> list[Any]:
    return [
        {name: value for name, value in reference.items() if name not in _WRITTEN}
        for reference in article.document["references"]
    ]
