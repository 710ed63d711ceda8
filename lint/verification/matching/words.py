"""Words: titles and names in a form in which spelling, case, marks, markup and Greek letters no longer differ."""

import re
import unicodedata
from functools import lru_cache

from lint.article.lazy import lazy

_TAG = lazy(r"</?[A-Za-z][^<>]{0,200}>")
_WORD = lazy(r"[^\W\d_]+|\d+")
_THOUSANDS = lazy(r"(?<=\d),(?=\d{3}\b)")
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼ`´\u00ad"))
_GREEK_NAMES = """
    alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi
    chi psi omega
"""
_LETTERS = {ord("α") + place: name for place, name in enumerate(_GREEK_NAMES.split())}
_LETTERS |= {ord("ø"): "o", ord("ł"): "l", ord("đ"): "d", ord("ð"): "d", ord("þ"): "th", ord("ı"): "i", ord("µ"): "mu"}
_LETTERS |= {ord("æ"): "ae", ord("œ"): "oe", ord("&"): " and ", ord("ħ"): "h"}
_SPELLINGS = (
    ("ae", "e"),  # haemoglobin, paediatric
    ("oe", "e"),  # oedema, foetal
    ("our", "or"),  # tumour, behaviour
    ("z", "s"),  # randomized
    ("ll", "l"),  # labelled, enrollment
    ("sulph", "sulf"),
    ("tre", "ter"),  # centre
    ("ogue", "og"),
    ("mme", "m"),  # programme
    ("grey", "gray"),
    ("ence", "ense"),  # defence
)
_TWENTIES = lazy(r"\btwenty[\s-]first\b")
_NUMERAL = lazy(r"\b(part|phase|type|stage|grade|class|volume|section|factor|study|chapter) ([ivx])\b")
_LONE = {"i": "1", "v": "5", "x": "10"}
"""Numerals of one letter are words elsewhere."""
_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve",
    "- first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
    "- i ii iii iv v vi vii viii ix x xi xii",
)
_AS_DIGITS = {
    word: str(number) for words in _NUMBERS for number, word in enumerate(words.split()) if word not in ("-", *_LONE)
}
_SMALL = """
    a an the of and or in on for to with by from at as is are its be der die das des und von im zur le la les de du et
    st nd rd th en el los y del di e il versus vs
"""
EMPTY = frozenset(_SMALL.split())
"""Words that tell no title from another."""
_FOREIGN = """
    der die das des dem den und von im zur zum bei mit auf eine einer eines le la les du et des une dans chez pour sur
    el los las y del en una con para por il lo gli della delle nei nella di che e med og av til vid och hos van het een
    bij op os da dos na em uma
"""
FOREIGN = frozenset(_FOREIGN.split())
"""Words that show a title to be in another language than English."""


def folded(text: str) -> str:
    """A text in small letters without marks, markup or apostrophes, Greek letters by name."""
    if "<" in text:
        text = _TAG().sub("", text)
    if "&" in text:
        text = _unescaped(text)
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "").replace("&", " and ")
    text = unicodedata.normalize("NFKD", text.casefold()).translate(_APOSTROPHES)
    return "".join(char for char in text if not unicodedata.combining(char)).translate(_LETTERS)


def _unescaped(text: str) -> str:
    from html import unescape

    return unescape(text)


@lru_cache(maxsize=512)
def words(text: str) -> tuple[str, ...]:
    """The words of a text and its numbers as digits, British and American spelling made one."""
    plain = _THOUSANDS().sub("", folded(text))
    plain = _TWENTIES().sub("21", plain)
    plain = _NUMERAL().sub(lambda found: f"{found[1]} {_LONE[found[2]]}", plain)
    return tuple(_AS_DIGITS.get(word) or spelled(word) for word in _WORD().findall(plain))


def spelled(word: str) -> str:
    """A word in a spelling that British and American writers share; often no real word."""
    for british, american in _SPELLINGS:
        word = word.replace(british, american)
    return word


def name_words(text: str) -> tuple[str, ...]:
    """The words of a name, with ``ü`` and ``ue`` and ``u`` made one, as they are in transliterated names."""
    return tuple(_loose(word) for word in re.findall(r"[^\W\d_]+", folded(text)))


def _loose(name: str) -> str:
    for written, plain in (("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a"), ("ss", "s")):
        name = name.replace(written, plain)
    return name


def is_foreign(title: str) -> bool:
    """Whether a title is in another language than English, by its small words or its letters."""
    found = re.findall(r"[^\W\d_]+", title.casefold())
    small = sum(word in FOREIGN for word in found)
    english = sum(word in ("the", "of", "and", "in", "for", "with", "on", "from", "by") for word in found)
    return (small > 1 and small > english) or any(ord(char) > 0x400 and char.isalpha() for char in title)
