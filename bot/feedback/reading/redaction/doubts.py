"""Signs that a redacted text may still name somebody: then a person looks before it goes anywhere."""

import re
from collections.abc import Iterator

from bot.feedback.reading.redaction.harmless import without
from bot.feedback.reading.redaction.words import WORD, any_of

_OVER = rf"(?!\s*(?:{any_of('is')}\s)?\s*:?\s*\[[\w ]+ removed\])"
_SIGNS = {
    "a long number": re.compile(rf"(?<!{WORD})(?<![.,])\d(?:[ -]?\d){{6,}}(?![\w,]*\d)"),
    "an at sign": re.compile(r"[@＠]"),
    "words that introduce a name": re.compile(rf"(?<!\w){any_of('own_name')}{_OVER}", re.IGNORECASE),
    "words that introduce an address": re.compile(rf"(?<!\w){any_of('living')}{_OVER}", re.IGNORECASE),
    "a record of a patient": re.compile(rf"(?<!\w){any_of('record')}(?![^.\n]{{0,20}}removed\])", re.IGNORECASE),
}


def find(text: str) -> Iterator[str]:
    """What is doubtful in a text from which all that was found is taken out."""
    rest = without(text)
    yield from (name for name, sign in _SIGNS.items() if sign.search(rest))
