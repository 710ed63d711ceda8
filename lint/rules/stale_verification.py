"""What a registry said of a source is older than the limit.

Why: Papers are retracted and pages vanish after they were checked. An old answer says how things were.

Help: Run `copydesk verify`, which asks again about what is too old, and commit references.lock.json.

Bad:

    Stretching eases stiffness in the lower back for many people. (1)

    ## References

    1. Example A. Stretching and the lower back. *Journal of Examples*. 2020;1:1-2. <https://doi.org/10.5555/abc>

references.lock.json:

    {
      "version": 1,
      "references": {
        "doi:10.5555/abc": {"outcome": "found", "asked": "2026-01-05", "source": "Crossref"}
      }
    }

Good:

    Stretching eases stiffness in the lower back for many people. (1)

    ## References

    1. Example A. Stretching and the lower back. *Journal of Examples*. 2020;1:1-2. <https://doi.org/10.5555/abc>

references.lock.json:

    {
      "version": 1,
      "references": {
        "doi:10.5555/abc": {"outcome": "found", "asked": "2026-11-01", "source": "Crossref"}
      }
    }
"""

from collections.abc import Iterator

from lint.article import Article
from lint.context import Context
from lint.evidence import Verdict
from lint.finding import Problem
from lint.rules.registered import called, named, references


def check(article: Article, context: Context) -> Iterator[Problem]:
    """Each entry once, by its oldest answer; what nobody could say grows no older."""
    for pointer, reference in references(article):
        known = (one for one in context.lock.evidence(reference) if one.verdict is not Verdict.UNCHECKED)
        asked = [(one.asked, one) for one in known if one.asked]
        if not asked:
            continue
        day, one = min(asked, key=lambda pair: pair[0])
        age = (context.today - day).days
        if age > context.lock_age:
            yield Problem(
                (*pointer, one.kind),
                f"{called(reference)}: the {named(one)} was last checked on {day.isoformat()}, "
                f"{age} days ago; an answer counts for {context.lock_age} days.",
            )
