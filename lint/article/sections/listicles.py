"""Listicles: ordered lists whose items are a title followed by prose, in the shapes that pasting gives."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lint.article.blocks import Block
from lint.article.lazy import lazy
from lint.article.parts import leaves, line_breaks, part, words

_MOST_WORDS = 15
_MOST_CHARACTERS = 120
_AFTER_TITLE = lazy(r"\s*(?:[—–:|]\s*|-\s+)?")
_NO_TITLE = re.compile(r"https?:|www\.|\bdoi\b|\(\s*\d+\s*\)|[.;,!]$", re.IGNORECASE)
_UNITED = lazy(r"\d{1,2}[.)]\s+(?=\S)")


class Titled(NamedTuple):
    """A title and the blocks of prose under it."""

    title: Block
    prose: tuple[Block, ...]


def titled_items(block: Block, source: str, minimum_words: int) -> dict[int, Titled] | None:
    """The items of a listicle that have a title, by index; None when the list is none.

    Short items (steps, symptoms) stay what they are: prose of the section in which the list stands.
    """
    if not block.ordered or len(block.children) < 2:
        return None
    found = {index: titled for index, item in enumerate(block.children) if (titled := _titled(item, source))}
    full = [titled for titled in found.values() if _length(titled.prose) >= minimum_words]
    if len(found) * 3 < len(block.children) * 2 or len(full) * 2 < len(found):
        return None
    return found


def with_headings(block: Block) -> bool:
    """Whether the items of a list begin with headings."""
    return len(block.children) > 1 and all(
        item.children and item.children[0].kind == "heading" for item in block.children
    )


def lone_title(block: Block) -> Block | None:
    """The title of a list of one item that holds nothing else: its prose was pasted below it, without indentation."""
    if not block.ordered or len(block.children) != 1 or len(block.children[0].children) != 1:
        return None
    child = block.children[0].children[0]
    return child if child.kind == "paragraph" and is_title(child) else None


def is_title(block: Block) -> bool:
    """Whether a paragraph is a title: a few words without the end of a sentence, or all of it bold."""
    if is_bold(block):
        return words(block.text) <= _MOST_WORDS
    return _is_short(block.text) and not _NO_TITLE.search(block.text)


def is_bold(block: Block) -> bool:
    """Whether all words of a block are bold."""
    text = block.text.rstrip(" :.")
    return bool(text) and any(
        mark.kind == "strong" and mark.start <= _first_word(block.text) and mark.end >= len(text)
        for mark in block.marks
    )


def number_of(text: str) -> int:
    """How long a number before a title is: ``1. `` or ``1) ``."""
    numbered = _UNITED().match(text)
    return numbered.end() if numbered else 0


def _first_word(text: str) -> int:
    return number_of(text)


def _is_short(text: str) -> bool:
    return 0 < len(text) <= _MOST_CHARACTERS and words(text) <= _MOST_WORDS


def _titled(item: Block, source: str) -> Titled | None:
    if not item.children or item.children[0].kind != "paragraph":
        return None
    first, rest = item.children[0], item.children[1:]
    if _length(rest) and is_title(first):
        return Titled(first, rest)
    at = _end_of_bold(first, source) or _end_of_line(first, source)
    if not at:
        return None
    return Titled(part(first, 0, at[0]), (part(first, at[1]), *rest))


def _end_of_bold(block: Block, source: str) -> tuple[int, int] | None:
    """Where a bold title ends and the prose beside it begins: ``**Title** — prose``, ``**Title.** prose``."""
    bold = next((mark for mark in block.marks if mark.kind == "strong" and mark.start == 0 and mark.end), None)
    if bold is None or not _is_short(block.text[: bold.end]):
        return None
    after = _AFTER_TITLE().match(block.text, bold.end)
    start = after.end() if after else bold.end
    parted = block.text[bold.end - 1] in ".:?!" or start > bold.end + 1 or block.text[bold.end : start].strip()
    if parted or bold.end in line_breaks(block, source):
        return (bold.end, start) if start < len(block.text) else None
    return None


def _end_of_line(block: Block, source: str) -> tuple[int, int] | None:
    """Where a plain title on a line of its own ends: its line is short, and the next begins a sentence."""
    at = next(iter(line_breaks(block, source)), 0)
    title, prose = block.text[:at], block.text[at + 1 :]
    if at and len(title) <= 60 and is_title(part(block, 0, at)) and (title[-1] == ":" or prose[:1].isupper()):
        return at, at + 1
    return None


def _length(blocks: Iterable[Block]) -> int:
    return sum(words(leaf.text) for block in blocks for leaf in leaves(block))


def pasted_titles(blocks: Sequence[Block]) -> dict[int, Block]:
    """The titles of a listicle whose prose stands below each number without indentation, by the index of the block."""
    found = {
        index: title for index, block in enumerate(blocks) if block.kind == "list" and (title := lone_title(block))
    }
    followed = {
        index: title for index, title in found.items() if index + 1 < len(blocks) and blocks[index + 1].kind != "list"
    }
    return followed if len(followed) > 1 else {}
