"""An identifier that no registry has confirmed yet, or an entry whose identifier is known and not given.

Why: A number that looks like a DOI proves nothing: invented references carry real identifiers under titles that are
not their own. Only the registry's record shows that the source exists and is the one that is named.

Help: Run `copydesk verify` and commit references.lock.json.

Bad:

    Stretching eases stiffness in the lower back for many people. (1)

    ## References

    1. Example A. Stretching and the lower back. *Journal of Examples*. 2020;1:1-2. <https://doi.org/10.5555/abc>

references.lock.json:

    {"version": 1, "references": {}}

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
from lint.evidence import Verdict
from lint.finding import Problem
from lint.rules.registered import NAMES, called, clip, named, references


def check(article: Article, context: Context) -> Iterator[Problem]:
    """Says nothing where nothing was ever verified: the coverage statement says that, once."""
    if not context.lock.held:
        return
    for pointer, reference in references(article):
        name, known = called(reference), context.lock.evidence(reference)
        for one in known:
            if one.verdict is Verdict.MISSING:
                yield Problem((*pointer, one.kind), f"{name}: no registry was asked about its {named(one)} yet.")
        if not known and (found := context.lock.found(reference)):
            kind = NAMES[found.kind]
            yield Problem(
                pointer,
                f"{name} has no identifier; {found.registry} knows a work like it as {kind} {found.value}.",
                help=f"If this is the work, add its {kind}: “{clip(found.work.line, 200)}”",
            )
