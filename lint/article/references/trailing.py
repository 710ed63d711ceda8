"""The trailing list of references that has no heading above it."""

from collections.abc import Sequence
from itertools import takewhile

from lint.article.blocks import Block
from lint.article.lazy import lazy
from lint.article.parts import footnotes
from lint.article.references import is_source
from lint.article.sections.listicles import is_bold
from lint.article.sections.roles import Roles

_APART = ("related", "about", "feedback", "disclaimer", "references")
_LABEL = lazy(r"\[\d{1,3}\]\s*(?=[^\W\d]|[“\"])")


def trailing_list(blocks: Sequence[Block], roles: Roles) -> Sequence[Block]:
    """The last ordered list, or paragraphs with ``[1]``, most of which name a source and no heading says what they are.

    Nothing of the article's own may follow them: only sections such as *Also read* or *About the author*.
    """
    if next(footnotes(blocks), None):
        return ()
    last = next((at for at in reversed(range(len(blocks))) if _is_listed(blocks[at])), None)
    if last is None:
        return ()
    found = [blocks[last]]
    if blocks[last].kind == "paragraph":
        found = [
            *takewhile(lambda block: block.kind == "paragraph" and _is_listed(block), reversed(blocks[: last + 1]))
        ]
    first = last + 1 - len(found)
    above = next((name for block in reversed(blocks[:first]) if (name := _heading(block, roles)) is not None), "")
    following = [name for block in blocks[last + 1 :] if (name := _heading(block, roles)) is not None]
    if above in _APART or any(name not in _APART for name in following[:1]):
        return ()
    items = blocks[last].children or found
    return found[::-1] if sum(map(is_source, items)) * 2 > len(items) else ()


def _is_listed(block: Block) -> bool:
    return (block.kind == "list" and block.ordered) or (block.kind == "paragraph" and bool(_LABEL().match(block.text)))


def _heading(block: Block, roles: Roles) -> str | None:
    """The role that a heading names, empty for another heading; None for a block that is none."""
    if block.kind == "heading":
        return roles.named(block.text) or ""
    if block.kind != "paragraph" or len(block.text) > 120:
        return None
    return roles.named(block.text) or ("" if is_bold(block) and block.text.strip()[-1] not in ".;,!" else None)
