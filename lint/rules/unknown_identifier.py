"""The registry says that an identifier does not exist.

Why: The reader who follows it arrives nowhere. Often a digit is mistyped; but an identifier that no registry knows is
also the mark of a reference that was made up.

Help: Look the work up in PubMed or Crossref and copy its identifier from there. What stands in none of them may not
exist: then take the claim out, or find it a source.

Bad:

    Stretching eases stiffness in the lower back for many people. (1)

    ## References

    1. Example A. Stretching and the lower back. *Journal of Examples*. 2020;1:1-2. <https://doi.org/10.5555/abd>

references.lock.json:

    {
      "version": 1,
      "references": {
        "doi:10.5555/abd": {"outcome": "unknown", "asked": "2026-11-01", "source": "doi.org"}
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
from lint.rules.registered import called, clip, meant, named, references, swap

_OTHERWISE = "Look the work up in PubMed or Crossref; what stands in none of them may not exist."


def check(article: Article, context: Context) -> Iterator[Problem]:
    """Each identifier that the registry which decides about its kind does not know."""
    for pointer, reference in references(article):
        for one in context.lock.evidence(reference):
            if one.verdict is Verdict.UNKNOWN:
                yield Problem(
                    (*pointer, one.kind),
                    f"{called(reference)}: the {named(one)} does not exist, says {one.registry}. "
                    f"The entry: “{clip(reference['text'], 200)}”",
                    help=meant(one.likely, _OTHERWISE),
                    fix=swap(article, pointer, reference, one),
                )
