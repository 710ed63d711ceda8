"""An identifier is real, but the work that it names is not the one that the entry describes.

Why: The reader who follows the link lands on another paper. A real identifier under a title, author, year or journal
that is not its own is how invented references look, and how a slip in copying does.

Help: Open the link and compare. Correct the identifier if the entry is right, or the entry if the identifier is.

Bad:

    Stretching eases stiffness in the lower back for many people. (1)

    ## References

    1. Example A. Stretching and the lower back. *Journal of Examples*. 2020;1:1-2. <https://doi.org/10.5555/abc>

references.lock.json:

    {
      "version": 1,
      "references": {
        "doi:10.5555/abc": {
          "outcome": "found",
          "asked": "2026-11-01",
          "source": "Crossref",
          "title": "Nesting habits of an invented bird",
          "authors": ["Sample, Ben"],
          "years": {"issued": 2011},
          "journal": "Annals of Samples"
        }
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
        "doi:10.5555/abc": {
          "outcome": "found",
          "asked": "2026-11-01",
          "source": "Crossref",
          "title": "Stretching and the Lower Back",
          "authors": ["Example, Ann"],
          "years": {"issued": 2020, "online": 2019},
          "journal": "Journal of Examples"
        }
      }
    }
"""

from collections.abc import Iterator

from lint.article import Article
from lint.context import Context
from lint.evidence import Evidence, Verdict
from lint.finding import Problem
from lint.rules.registered import both_sides, called, meant, named, record, references, swap

_OTHERWISE = "Open the link and compare: correct the identifier if the entry is right, or else the entry."


def check(article: Article, context: Context) -> Iterator[Problem]:
    """Each identifier whose record is not what the entry says, but for what `conflicting-identifiers` tells of."""
    for pointer, reference in references(article):
        conflict = context.lock.conflict(reference)
        for one in context.lock.evidence(reference):
            if one.verdict is Verdict.MISMATCH and not (conflict and conflict.fits):
                yield Problem(
                    (*pointer, one.kind),
                    _message(called(reference), one),
                    help=meant(one.likely, _OTHERWISE),
                    fix=swap(article, pointer, reference, one),
                )


def _message(name: str, one: Evidence) -> str:
    differences = tuple(sorted(one.differences, key=lambda difference: not difference.grave))
    sides = both_sides(differences, one.registry) or f"{one.registry}: “{record(one, 200)}”"
    return f"{name} is not what its {named(one)} names. {sides}"
