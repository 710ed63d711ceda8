"""What the work on one article hands back: findings and small facts, never a document."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from lint.context import Copy
from lint.finding import Coverage, Fault, Finding

Json = Any
Asked = tuple[str, str, Json]
"""A question about other files with its answer: (``exists``, path, answer), (``anchors``, path, stamp of the file),
(``titled``, title, paths of the other articles) or (``copies``, how much is enough, what is copied)."""

Beside = tuple[tuple[str, str | None], ...]
"""Files beside an article, each with the digest of its bytes; None where there was none."""


class Order(NamedTuple):
    """An article to work on, in the project with this root.

    ``known``: under which name the cache holds what it says by itself, if it does. ``titled`` and ``copies``: the other
    articles with a title, and what they share with this one, as far as that is known: only who has seen all articles
    knows. ``judge``: not only to be known of, for the sake of the others.
    """

    root: str
    file: str
    shown: str
    path: str
    named: bool = False
    content: bytes | None = None
    known: str = ""
    titled: Mapping[str, Sequence[str]] = {}
    copies: tuple[Copy, ...] = ()
    judge: bool = True


class Verdict(NamedTuple):
    """What is said of one article; ``unchecked`` as (what, why). It stands as long as what it asked has the answers."""

    findings: tuple[Finding, ...] = ()
    coverage: Coverage | None = None
    unchecked: tuple[tuple[str, str], ...] = ()
    faults: tuple[Fault, ...] = ()
    asked: tuple[Asked, ...] = ()
    lasting: bool = True
    """Whether the same questions on the same day would be answered the same: not where git could not be asked."""


class Result(NamedTuple):
    """A verdict, and what others and the cache want to know of the article.

    ``digest`` names its bytes; empty where there were none. ``beside``: the files that were looked for
    beside it. ``kept``: what it says by itself, packed; None where nothing is new.
    """

    verdict: Verdict
    title: str = ""
    digest: str = ""
    beside: Beside = ()
    kept: bytes | None = None
    facts: Mapping[str, Json] = {}
