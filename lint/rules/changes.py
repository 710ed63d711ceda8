"""What became of an article since a day, by its history."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from lint.article import Article
from lint.context import Context, Version
from lint.finding import Unknown
from lint.rules.dates import parse
from lint.rules.substance import head, same


class Since(NamedTuple):
    """The changes after a day, newest first, and the text as it stood before them."""

    changes: tuple[Version, ...]
    base: str


def since(article: Article, context: Context, day: date, settled: Callable[[Version], bool]) -> Since | Unknown:
    """The changes dated after a day and not settled by what they carry themselves."""
    found: list[Version] = []
    for version in context.history.versions(article.path, article.text):
        if isinstance(version, Unknown):
            return version
        if version.day <= day or version.before is None or settled(version):
            break
        found.append(version)
    return Since(tuple(found), (found[-1].before or "") if found else article.text)


def rewording(changes: tuple[Version, ...]) -> Version | None:
    """The newest of the changes that changed the words of the body."""
    return next((change for change in changes if not same(change.text, change.before or "")), None)


class DateLine:
    """The line of a front matter date, as the publication names its key, in any state of the file."""

    def __init__(self, article: Article, key: str) -> None:
        start = article.span(("front_matter", key)).start
        line = article.text[article.text.rfind("\n", 0, start) + 1 : start]
        name = re.match(r"[\s{,]*[\"']?([\w.-]+)", line)
        self._line = re.compile(
            rf"^[ \t]*[\"']?{re.escape(name[1] if name else key)}[\"']?[ \t]*[:=](.*)$", re.MULTILINE
        )

    def day(self, text: str) -> date | None:
        """The date that the line holds in a state of the file."""
        line = self._line.search(head(text))
        return parse(line[1].strip(" \t\r\"',")) if line else None

    def others(self, text: str) -> str:
        """The front matter without the line."""
        return self._line.sub("", head(text))


def describe(change: Version) -> str:
    """When a change was made and by which commit, for a message."""
    return f"on {change.day} (commit {change.commit})" if change.commit else "today (not committed yet)"
