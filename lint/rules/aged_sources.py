"""Most of the references are old.

Why: An article can be recent and still rest on what was known long ago. When most sources are more than ten years old,
newer evidence has probably been missed.

Help: Look for newer reviews and guidelines, and keep an old source only where it is still the best one.

Bad:

    Stretching eases stiffness in the lower back for many people. (1, 2, 3)

    ## References

    1. Example A. A title. *Journal*. 1998;1:1-2. <https://doi.org/10.1000/1>
    2. Example B. Another title. *Journal*. 2004;2:3-4. <https://doi.org/10.1000/2>
    3. Example C. A third title. *Journal*. 2024;3:5-6. <https://doi.org/10.1000/3>

Good:

    Stretching eases stiffness in the lower back for many people. (1, 2, 3)

    ## References

    1. Example A. A title. *Journal*. 1998;1:1-2. <https://doi.org/10.1000/1>
    2. Example B. Another title. *Journal*. 2022;2:3-4. <https://doi.org/10.1000/2>
    3. Example C. A third title. *Journal*. 2024;3:5-6. <https://doi.org/10.1000/3>
"""

from collections.abc import Iterator
from typing import NamedTuple

from lint.article import Article
from lint.context import Context
from lint.finding import Problem


class Options(NamedTuple):
    """What counts as old, and how much of it as too much."""

    years: int = 10
    """A source published longer ago is old."""
    share: float = 0.5
    """Which share of the references with a year may be old."""
    minimum: int = 3
    """With fewer references that have a year, nothing is said."""


def check(article: Article, context: Context) -> Iterator[Problem]:
    """At most the share of the references may be older than the limit; reported at the oldest."""
    options = context.options(Options)
    dated = [(ref["year"], index) for index, ref in enumerate(article.document["references"]) if ref["year"]]
    old = [year for year, _ in dated if context.today.year - year > options.years]
    if len(dated) >= options.minimum and len(old) > options.share * len(dated):
        message = f"{len(old)} of {len(dated)} dated references are more than {options.years} years old."
        yield Problem(("references", min(dated)[1]), message)
