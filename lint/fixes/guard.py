"""The guard: what people sign for, which no fix may write."""

from lint.article import Article
from lint.finding import Pointer

SIGNED = frozenset(("reviewed_by", "fact_checked_by", "next_review"))
"""Reviews and fact-checks with their people and dates, and the day that a reviewer set for the next one."""


def is_signed(pointer: Pointer) -> bool:
    """Whether a place in the document is somebody's to sign."""
    return pointer[:1] == ("front_matter",) and len(pointer) > 1 and pointer[1] in SIGNED


def signed(article: Article) -> dict[str, object]:
    """All that people signed for in an article: what it says, and how it is written."""
    values = article.document["front_matter"] or {}
    said: dict[str, object] = {name: values[name] for name in sorted(SIGNED & values.keys())}
    for pointer, span in article.spans.items():
        if is_signed(pointer):
            said["/".join(map(str, pointer))] = article.text[slice(*span)]
    return said
