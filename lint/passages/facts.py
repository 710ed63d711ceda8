"""What must be known of an article to find its passages in others: a few bytes, which may be kept."""

from array import array
from collections.abc import Iterable
from typing import NamedTuple

from lint.article import Article
from lint.passages.passage import passages
from lint.passages.words import shingles, words

EVERY = 4
"""One shingle in so many is kept, chosen by its own number, so that copies choose the same ones."""
_MOST = 1 << 16


class Facts(NamedTuple):
    """The kept shingles (4 bytes each), the number of the passage that each stands in (2 bytes each), and a day.

    ``day``: when the article was published, as it says; empty where it does not.
    """

    shingles: bytes = b""
    numbers: bytes = b""
    day: str = ""

    def view(self) -> "memoryview[int]":
        """The kept shingles, without a copy."""
        return memoryview(self.shingles).cast("I")

    def kept(self) -> frozenset[int]:
        """The kept shingles, each once."""
        return frozenset(self.view())


def facts(article: Article) -> Facts:
    """The facts of an article, from nothing but the article."""
    day = (article.document["front_matter"] or {}).get("published")
    return of_texts((passage.text for passage in passages(article)), day if isinstance(day, str) else "")


def of_texts(texts: Iterable[str], day: str = "") -> Facts:
    """The facts of some passages in their order."""
    kept, numbers = array("I"), array("H")
    for number, text in zip(range(_MOST), texts, strict=False):
        chosen = {shingle for shingle in shingles(words(text)) if not shingle % EVERY}
        kept.extend(chosen)
        numbers.extend([number] * len(chosen))
    return Facts(kept.tobytes(), numbers.tobytes(), day)
