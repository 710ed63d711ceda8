"""Facts of single articles that a run needs of all of them at once.

A rule that compares articles with each other must not read them again each time. What it needs of one article goes in
here as a function from the parsed article to a small JSON value: it is called once for each article, where that is
read (perhaps in another process), and its value is kept in the cache with the article's bytes. When all articles are
read, `Project.facts` has what is made of the values by name and path, those from the cache among them; then the corpus
can be given an index of them.

A rule that asks the corpus for something new needs one line more in `lint.work.asking`: the answer
that it got is kept with what it said, and when the answer changes it is asked again.
"""

from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from lint.article.parsed import Parsed

if TYPE_CHECKING:
    from lint.passages.facts import Facts

Json = Any


class Fact(NamedTuple):
    """How to find a fact, as a small JSON value, and what to make of that where it is used."""

    find: Callable[[Parsed], Json]
    read: Callable[[Json], Any]


def _passages(parsed: Parsed) -> Json:
    from lint.passages.facts import facts

    found = facts(parsed.article)
    return [b64encode(found.shingles).decode(), b64encode(found.numbers).decode(), found.day]


def _read_passages(value: Json) -> "Facts":
    from lint.passages.facts import Facts

    shingles, numbers, day = value
    return Facts(b64decode(shingles), b64decode(numbers), day)


PASSAGES = "passages"
FACTS: Mapping[str, Fact] = {PASSAGES: Fact(_passages, _read_passages)}
"""By name. Another value for the same article needs another name."""
