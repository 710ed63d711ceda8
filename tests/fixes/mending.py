"""What becomes of a text when fixes are applied to it."""

from collections.abc import Iterable
from pathlib import Path

from lint.fixes.articles import Rewrite, rewrites
from lint.fixes.rounds import Mended
from lint.run import Request
from tests.corpora import TODAY


def mended(
    root: Path, text: str | bytes, select: Iterable[str] = (), name: str = "article.md", unsafe: bool = False
) -> Rewrite:
    """The rewriting of a text that stands below a folder; a fault of ours fails the test."""
    content = text.encode() if isinstance(text, str) else text
    found = list(rewrites(Request(TODAY, stdin=(str(root / name), content), select=tuple(select)), unsafe))
    if not found:  # what cannot be read is not fixed
        return Rewrite(name, root / name, content, content, Mended(""))
    assert found[0].fault is None, found[0].fault
    return found[0]


def fixed(root: Path, text: str, select: Iterable[str] = (), name: str = "article.md") -> str:
    """The text with its safe fixes applied."""
    return mended(root, text, select, name).after.decode()


def left(one: Rewrite) -> list[tuple[str, str]]:
    """The rules whose fixes were left alone, each with the reason."""
    return [(finding.rule, why) for finding, why in one.mended.left]
