"""A reviewer or fact-checker is not in the people file, or not for this.

Why: The people file says whom the publication trusts to sign off what, and until when. A name outside it is a sign-off
that nobody has vouched for.

Help: Correct the name, have somebody who is registered sign off, or add the person to the people file.

Bad:

    ---
    title: Stretching
    reviewed_by:
      - name: John Sample
        role: medical
        on: 2026-05-26
    ---

    Stretching eases stiffness in the lower back.

people.yaml:

    - name: Jane Example
      credentials: MD
      roles: [medical]

Good:

    ---
    title: Stretching
    reviewed_by:
      - name: Jane Example
        role: medical
        on: 2026-05-26
    ---

    Stretching eases stiffness in the lower back.

people.yaml:

    - name: Jane Example
      credentials: MD
      roles: [medical]
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from lint.article import Article
from lint.context import Context, Person
from lint.finding import Problem
from lint.rules import dates
from lint.rules.names import identity


def check(article: Article, context: Context) -> Iterator[Problem]:
    """Whoever signs off must be registered for the role and the topic on the day of the sign-off."""
    if context.people is None:
        return
    registered = {identity(person.name): person for person in context.people.values()}
    for key in dates.SIGN_OFFS:
        for pointer, entry in dates.people(article, key):
            name = entry.get("name")
            if not name:
                continue  # `missing-reviewer` and `missing-fact-check` report it
            person = registered.get(identity(name))
            if person is None:
                yield Problem((*pointer, "name"), f"{name} is not in the people file.{_nearest(name, registered)}")
            elif why := _unfit(person, key, entry, article, context.today):
                yield Problem((*pointer, "name"), f"{name} {why}.")


def _nearest(name: str, registered: dict[tuple[str, ...], Person]) -> str:
    names = [person.name for person in registered.values()]
    from difflib import get_close_matches

    near = get_close_matches(name, names, n=1, cutoff=0.8)
    return f" Did you mean {near[0]}?" if near else ""


def _unfit(person: Person, key: str, entry: dict[str, Any], article: Article, today: date) -> str:
    """Why the person may not sign this off; empty where nothing stands against it."""
    role = entry.get("role") if key == "reviewed_by" else "fact-checker"
    if role and role.casefold() not in {known.casefold() for known in person.roles}:
        known = ", ".join(person.roles) or "none"
        return f"is not registered for the role “{role}” (roles in the people file: {known})"
    # Who was registered on the day signed validly, even if the registration has ended since.
    day = dates.parse(entry.get("on")) or today
    if person.expires and day > person.expires:
        return f"was registered until {person.expires}, and signed off on {day}"
    topics = {topic.casefold() for topic in dates.front(article, "topics") or ()}
    if topics and person.topics and topics.isdisjoint(topic.casefold() for topic in person.topics):
        return f"is registered for other topics ({', '.join(person.topics)})"
    return ""
