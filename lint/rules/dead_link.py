"""A web page that is cited or linked is gone.

Why: The reader who follows the link finds an error page, and the claim has lost its source.

Help: Link to where the page stands now, to an archived copy, or to another source.

Bad:

    Stretching eases stiffness in the lower back for many people. (1)

    ## References

    1. Back pain. Example Clinic. <https://example.org/back-pain>. Accessed May 26, 2026.

references.lock.json:

    {
      "version": 1,
      "references": {
        "url:https://example.org/back-pain": {"outcome": "dead", "asked": "2026-11-01", "source": "the web"}
      }
    }

Good:

    Stretching eases stiffness in the lower back for many people. (1)

    ## References

    1. Back pain. Example Clinic. <https://example.org/back-pain>. Accessed May 26, 2026.

references.lock.json:

    {
      "version": 1,
      "references": {
        "url:https://example.org/back-pain": {"outcome": "found", "asked": "2026-11-01", "source": "the web"}
      }
    }
"""

from collections.abc import Iterator

from lint.article import Article
from lint.context import Context
from lint.evidence import Evidence, Verdict
from lint.finding import Pointer, Problem
from lint.rules.registered import called, clip, references


def check(article: Article, context: Context) -> Iterator[Problem]:
    """The addresses of the entries, and the links in the text."""
    told = set()
    for pointer, reference in references(article):
        for one in context.lock.evidence(reference):
            if one.verdict is Verdict.DEAD:
                told.add(one.value)
                yield _problem((*pointer, one.kind), called(reference), one)
    for s, section in enumerate(article.document["sections"]):
        for number, link in enumerate(section["links"]):
            if link["url"] not in told and (one := context.lock.link(link["url"])).verdict is Verdict.DEAD:
                yield _problem(("sections", s, "links", number), "This link", one)


def _problem(pointer: Pointer, what: str, one: Evidence) -> Problem:
    when = f" when it was asked on {one.asked.isoformat()}" if one.asked else ""
    copy = f"There is an archived copy: {one.archived}" if one.archived else ""
    return Problem(
        pointer, f"{what} leads to a page that is gone: {clip(one.value, 120)} was not found{when}.", help=copy
    )
