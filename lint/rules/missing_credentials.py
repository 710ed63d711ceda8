"""An author or reviewer has no credentials, in the article or in the people file.

Why: A reader weighs health advice by the training behind it. A bare name says nothing of it.

Help: Add the person's `credentials`, as in `credentials: MD`, here or in the people file.

Bad:

    ---
    title: Stretching
    authors:
      - name: Jane Example
    ---

    Stretching eases stiffness in the lower back.

Good:

    ---
    title: Stretching
    authors:
      - name: Jane Example
        credentials: MD
    ---

    Stretching eases stiffness in the lower back.
"""

import re
from collections.abc import Iterator
from typing import Any

from lint.article import Article
from lint.article.lazy import lazy
from lint.context import Context
from lint.finding import Problem
from lint.rules.dates import people
from lint.rules.names import identity

_ROLES = {"authors": "author", "reviewed_by": "reviewer"}
_BODY = lazy(
    r"\b(?:academy|agency|alliance|association|board|bureau|cent(?:er|re)|clinics?|college|commission|committee|council"
    r"|department|desk|editorial|editors?|faculty|foundation|fund|group|hospitals?|institutes?|laborator(?:y|ies)|league"
    r"|library|media|ministry|network|newsroom|office|organi[sz]ation|press|publish(?:er|ers|ing)|school|service|society"
    r"|staff|team|trust|union|university|admin(?:istrator)?|anonymous|inc|ltd|llc|gmbh)\b|\.(?:com|org|net)\b",
    re.IGNORECASE,
)
_LETTERS = lazy(r"[A-Z]{2,8}")


def check(article: Article, context: Context) -> Iterator[Problem]:
    """A person needs credentials; an organisation has none, and `anonymous-author` speaks of a team."""
    registered = {identity(person.name) for person in (context.people or {}).values() if person.credentials}
    for key, role in _ROLES.items():
        for pointer, entry in people(article, key):
            name = entry.get("name")
            if name and not entry.get("credentials") and _is_person(name, entry) and identity(name) not in registered:
                yield Problem((*pointer, "name"), f"The {role} {name} has no credentials.")


def _is_person(name: str, entry: dict[str, Any]) -> bool:
    kind = str(entry.get("type", "")).casefold()
    is_body = kind.startswith("organi") or bool(_BODY().search(name) or _LETTERS().fullmatch(name))
    return kind == "person" or not is_body
