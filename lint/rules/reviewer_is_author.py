"""The same person wrote the article and reviewed or fact-checked it.

Why: A review is worth something because somebody else looked. Nobody sees their own mistakes, and readers who find one
name in both places have reason to doubt the rest.

Help: Have somebody else review the article, and name that person.

Bad:

    ---
    title: Stretching
    authors:
      - name: Jane Example
        credentials: MD
    reviewed_by:
      - name: Dr. Jane Example
        role: medical
        on: 2026-05-26
    ---

    Stretching eases stiffness in the lower back.

Good:

    ---
    title: Stretching
    authors:
      - name: Jane Example
        credentials: MD
    reviewed_by:
      - name: Dr. John Sample
        role: medical
        on: 2026-05-26
    ---

    Stretching eases stiffness in the lower back.
"""

from collections.abc import Iterator

from lint.article import Article
from lint.context import Context
from lint.finding import Problem
from lint.rules.dates import people
from lint.rules.names import identity

_DONE = {"reviewed_by": "reviewed", "fact_checked_by": "fact-checked"}


def check(article: Article, context: Context) -> Iterator[Problem]:
    """No author may sign the article off, whatever the spelling of the name."""
    authors = {identity(author["name"]) for _, author in people(article, "authors") if author.get("name")}
    for key, done in _DONE.items():
        for pointer, person in people(article, key):
            name = person.get("name")
            if name and identity(name) in authors:
                yield Problem((*pointer, "name"), f"{name} wrote the article and {done} it, too.")
