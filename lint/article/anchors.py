"""The anchors of a markdown file: what a link may put behind ``#``."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from lint.article.blocks import Block, flat
from lint.article.lazy import lazy

_ID = lazy(r"""\b(?:id|name)\s*=\s*(?:"([^"]+)"|'([^']+)'|([^\s"'>]+))""", re.IGNORECASE)
_EXPLICIT = lazy(r"\{:?\s*#([^\s{}]++)[^{}]*+\}\s*$")


def anchors(blocks: Sequence[Block]) -> frozenset[str]:
    """Heading ids as GitHub and the common site generators make them, ids that were written, HTML ids and names.

    Generators differ in small things (runs of hyphens, how a second heading of the same name is counted). All their
    forms count: a link that works on one of them must not be called broken.
    """
    found: set[str] = set()
    seen: Counter[str] = Counter()
    for block in flat(blocks):
        if block.kind == "heading":
            found.update(_of_heading(block.text, seen))
        for source in (block.text,) if block.kind == "html" else _html(block):
            found.update(next(filter(None, match)) for match in _ID().findall(source))
    return frozenset(found)


def slug(heading: str) -> str:
    """A heading's id on GitHub: lower case, spaces as hyphens, no punctuation but hyphens and underscores."""
    kept = (char for char in heading.strip().lower() if char in "-_ " or unicodedata.category(char)[0] in "LNM")
    return "".join(kept).replace(" ", "-")


def _of_heading(heading: str, seen: Counter[str]) -> Iterator[str]:
    explicit = _EXPLICIT().search(heading) if "{" in heading else None
    if explicit:
        yield explicit[1]
        heading = heading[: explicit.start()]
    base = slug(heading)
    tidy = re.sub(r"-{2,}", "-", base).strip("-")
    count = seen[base]
    seen[base] += 1
    for form in {base, tidy, tidy.lstrip("0123456789-_")} - {""}:
        yield from (f"{form}-{count}", f"{form}_{count}") if count else (form,)


def _html(block: Block) -> Iterator[str]:
    return (mark.value for mark in block.marks if mark.kind == "html")
