"""Names of people: after a title, after "my name is", after a greeting at the end, after a word of kinship."""

import re
from collections.abc import Iterator

from bot.feedback.reading.redaction.words import any_of, listed

Found = tuple[int, int, str]

_PARTICLE = r"(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ter|zu|y|e)"
_ONE = r"[^\W\d_a-zà-öø-ÿ][^\W\d_]*(?:[-'’][^\W\d_]+)*\.?"
_NAME = rf"{_ONE}(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_ONE}){{0,3}}"
_LOOSE = r"[^\W\d_]{2,}(?:[-'’][^\W\d_]+)*(?:\s+[^\W\d_]{2,}){0,1}"

_TITLE = re.compile(rf"(?<!\w){any_of('title')}\.?\s+({_NAME})")
_TITLE_BEHIND = re.compile(rf"(?<!\w)(?:[^\W\d_]+\s+)?[^\W\d_]+\s?{any_of('title_behind')}(?!\w)")
_SELF = re.compile(rf"(?<!\w){any_of('own_name')}\s*:?\s+({_LOOSE})", re.IGNORECASE)
_UNSPACED = re.compile(rf"{any_of('own_name')}([\u4e00-\u9fff]{{2,4}}?)(?=[，。,.\s！!]|$)")
_CLOSING = re.compile(
    rf"(?:^|[\n.,!?]\s*){any_of('closing')}\s*[,.!:–-]?\s+"
    rf"((?-i:{_NAME})|[\u0621-\u064a]{{2,}}(?:\s[\u0621-\u064a]{{2,}})?|[\u4e00-\u9fff]{{2,4}})\s*(?:$|[.\n,(])",
    re.IGNORECASE,
)
_KIN = re.compile(
    rf"(?<!\w){any_of('mine')}\s+(?:[^\W\d_]+\s+)?{any_of('kin')},?\s+((?-i:{_ONE}(?:\s+{_ONE})?))", re.IGNORECASE
)
_NO_NAMES = frozenset(listed("no_name"))


def find(text: str) -> Iterator[Found]:
    """Each name with its place."""
    for pattern in (_TITLE, _SELF, _UNSPACED, _CLOSING, _KIN):
        for match in pattern.finditer(text):
            if match[1].split()[0].casefold().rstrip(".") not in _NO_NAMES:
                yield *match.span(1), "name"
    yield from ((*match.span(), "name") for match in _TITLE_BEHIND.finditer(text))
