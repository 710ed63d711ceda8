"""Notes: the footnotes of an article: most name a source, some only remark on something."""

import re
from collections.abc import Iterable, Iterator

from lint.article.blocks import Block
from lint.article.lazy import lazy
from lint.article.parts import join, leaves
from lint.article.references import Reference, from_block
from lint.article.references.entry import read

_REFERS = lazy(
    r"\b(?:ibid|idem|op\. ?cit|loc\. ?cit|pp?\. ?\d|id\. at)|@\w|\bsee (?:also )?(?:note|ref)", re.IGNORECASE
)
"""How a note names a source that stands in full elsewhere."""


def noted(footnotes: Iterable[Block]) -> Iterator[Reference]:
    """The footnotes that name a source."""
    for footnote in footnotes:
        prose = list(leaves(footnote))
        if prose and not is_remark(footnote):
            yield from_block(footnote.key, join(prose), footnote.span)


def is_remark(footnote: Block) -> bool:
    """Whether a footnote has words but no author, year, identifier or link: no source is named in it."""
    prose = list(leaves(footnote))
    if not prose:
        return False
    block = join(prose)
    if any(mark.kind == "link" for mark in block.marks) or _REFERS().search(block.text):
        return False
    entry = read(block)
    return not entry.authors and entry.fields.keys() <= {"title", "container"}
