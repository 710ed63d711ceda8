"""The words of a passage as one compares them, and the runs of three of them (shingles)."""

import unicodedata
from zlib import crc32

from lint.article.lazy import lazy

_WORD = lazy(r"[^\W\d_]+")
_FACTORS = 0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35
_MASK = 0xFFFFFFFF


def words(text: str) -> list[str]:
    """The words in lower case, without figures: citation numbers change from one article to the next."""
    plain = text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()
    return _WORD().findall(plain)


def shingles(said: list[str]) -> list[int]:
    """A number of 32 bits for each run of three words, the same in every process."""
    codes = [*map(crc32, " ".join(said).encode("utf-8", "surrogatepass").split(b" "))]
    first, second, third = _FACTORS
    runs = zip(codes, codes[1:], codes[2:], strict=False)
    return [(a * first + b * second + c * third & _MASK) for a, b, c in runs]
