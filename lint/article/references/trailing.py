"""The trailing list of references that has no heading above it."""

from collections.abc import Sequence

from lint.article.blocks import Block
from lint.article.parts import footnotes
from lint.article.references import is_source
from lint.article.sections.listicles import is_bold
from lint.article.sections.roles import Roles

_APART = ("related", "about", "feedback", "disclaimer", "references")


def trailing_list(blocks: Sequence[Block], roles: Roles) -> Block | None:
    """The last ordered list most of whose items name a source, where no heading says what it is.

    Nothing of the article's own may follow it: only sections such as *Also read* or *About the author*.
    """
    last = next((at for at in reversed(range(len(blocks))) if blocks[at].kind == "list" and blocks[at].ordered), None)
    if last is None or next(footnotes(blocks), None):
        return None
    above = next((name for block in reversed(blocks[:last]) if (name := _heading(block, roles)) is not None), "")
    following = [name for block in blocks[last + 1 :] if (name := _heading(block, roles)) is not None]
    if above in _APART or any(name not in _APART for name in following[:1]):
        return None
    items = blocks[last].children
    return blocks[last] if sum(map(is_source, items)) * 2 > len(items) else None


def _heading(block: Block, roles: Roles) -> str | None:
    """The role that a heading names, empty for another heading; None for a block that is none."""
    if block.kind == "heading":
        return roles.named(block.text) or ""
    if block.kind != "paragraph" or len(block.text) > 120:
        return None
    return roles.named(block.text) or ("" if is_bold(block) and block.text.strip()[-1] not in ".;,!" else None)
