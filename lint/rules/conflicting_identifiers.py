"""Two identifiers of one entry name two works.

Why: One of them leads the reader to a paper that has nothing to do with the claim, and nobody can tell which of the two
was read.

Help: Keep the identifier of the work that was read, and correct or remove the other.

Bad:

    Stretching eases stiffness in the lower back for many people. (1)

    ## References

    1. Example A. Stretching and the lower back. *Journal of Examples*. 2020;1:1-2.
       <https://doi.org/10.5555/abc>. PMID: 12345678

references.lock.json:

    {
      "version": 1,
      "references": {
        "doi:10.5555/abc": {
          "outcome": "found",
          "asked": "2026-11-01",
          "source": "Crossref",
          "title": "Stretching and the lower back",
          "authors": ["Example, Ann"],
          "years": {"issued": 2020},
          "journal": "Journal of Examples"
        },
        "pmid:12345678": {
          "outcome": "found",
          "asked": "2026-11-01",
          "source": "PubMed",
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

    1. Example A. Stretching and the lower back. *Journal of Examples*. 2020;1:1-2.
       <https://doi.org/10.5555/abc>

references.lock.json:

    {
      "version": 1,
      "references": {
        "doi:10.5555/abc": {
          "outcome": "found",
          "asked": "2026-11-01",
          "source": "Crossref",
          "title": "Stretching and the lower back",
          "authors": ["Example, Ann"],
          "years": {"issued": 2020},
          "journal": "Journal of Examples"
        }
      }
    }
"""

from collections.abc import Iterator

from lint.article import Article
from lint.context import Context
from lint.evidence import Conflict, Evidence
from lint.finding import Problem
from lint.rules.registered import NAMES, called, named, record, references


def check(article: Article, context: Context) -> Iterator[Problem]:
    """Each entry once."""
    for pointer, reference in references(article):
        if conflict := context.lock.conflict(reference):
            wrong = conflict.first if conflict.fits == conflict.second.kind else conflict.second
            message = f"{called(reference)} names two works: {_work(conflict.first)}, but {_work(conflict.second)}."
            yield Problem((*pointer, wrong.kind), message, help=_help(conflict, wrong))


def _work(one: Evidence) -> str:
    return f"its {named(one)} is “{record(one, 150)}” ({one.registry})"


def _help(conflict: Conflict, wrong: Evidence) -> str:
    if not conflict.fits:
        return "Keep the identifier of the work that was read, and correct or remove the other."
    return f"The entry is what its {NAMES[conflict.fits]} names: correct or remove the {NAMES[wrong.kind]}."
