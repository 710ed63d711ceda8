"""A web source without the date on which it was read.

Why: Web pages change without notice. The date tells a reader, and a later editor, which state the article relied on.

Help: Add the date to the end of the entry, e.g. "Accessed May 26, 2026."

Bad:

    Stretching eases stiffness in the lower back for many people. (1)

    ## References

    1. Back pain. Example Clinic. <https://example.org/back-pain>

Good:

    Stretching eases stiffness in the lower back for many people. (1)

    ## References

    1. Back pain. Example Clinic. <https://example.org/back-pain>. Accessed May 26, 2026.
"""

from collections.abc import Iterator

from lint.article import Article
from lint.context import Context
from lint.finding import Problem

_LASTING = ("doi", "pmid", "pmcid", "isbn", "arxiv")


def check(article: Article, context: Context) -> Iterator[Problem]:
    """Every entry of a web page needs the date; a work with a lasting identifier, or a link in the text, does not."""
    for index, reference in enumerate(article.document["references"]):
        dated = reference["accessed"] or any(reference[name] for name in _LASTING)
        if reference["kind"] == "web" and not dated and not reference["inline"]:
            key = reference["key"]
            yield Problem(("references", index), f"Reference {key} is a web page without an access date.")
