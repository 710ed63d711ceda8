"""Signs that a redacted text may still name somebody: then a person looks before it goes anywhere."""

import re
from collections.abc import Iterator

from bot.feedback.reading.redaction.doubts import addresses, numbers, people
from bot.feedback.reading.redaction.harmless import without

_SPACE = re.compile(r"\s+")


def find(text: str) -> Iterator[str]:
    """What is doubtful in a text from which all that was found is taken out."""
    text = _SPACE.sub(lambda space: "\n" if "\n" in space[0] else " ", text)
    rest = without(text)
    for finder in (numbers, addresses, people):
        yield from finder.find(rest)
    if numbers.has_early_day(text):
        yield "a day that may be one of birth"
