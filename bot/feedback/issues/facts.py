"""What an issue says of the article that a report is about."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.feedback.passages import Place, place
from lint.article import Article
from lint.context import Person


@dataclass(frozen=True, slots=True)
class Cited:
    """A source of the section: its key, its entry, and what the lock says of it (empty: nothing)."""

    key: str
    entry: str
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """An article as it stands: who answers for it, since when, and the reported place in it.

    ``permalink``: the lines of the place (or the file) at a commit. ``assignees``: GitHub names.
    """

    path: str
    title: str
    authors: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()
    published: str = ""
    last_modified: str = ""
    reviewed: str = ""
    topics: tuple[str, ...] = ()
    place: Place | None = None
    cited: tuple[Cited, ...] = ()
    permalink: str = ""
    assignees: tuple[str, ...] = ()


def facts(
    article: Article,
    passage: str,
    *,
    address: str = "",
    commit: str = "",
    people: Mapping[str, Person] | None = None,
    owners: tuple[str, ...] = (),
    verdicts: Mapping[str, str] | None = None,
) -> Facts:
    """``address``: of the repository's pages, as in ``https://github.com/owner/name``. ``owners``: by CODEOWNERS, for
    an article whose people have no GitHub name. ``verdicts``: by reference key, what the lock says."""
    front = article.document["front_matter"] or {}
    found = place(article, passage)
    reviews = _records(front, "reviewed_by")
    names = [*_names(front, "authors"), *(str(one.get("name", "")) for one in reviews)]
    return Facts(
        path=article.path,
        title=article.document["title"] or article.path,
        authors=tuple(_names(front, "authors")),
        reviewers=tuple(str(one["name"]) for one in reviews if one.get("name")),
        published=_text(front, "published"),
        last_modified=_text(front, "last_modified"),
        reviewed=max((str(one.get("on") or "") for one in reviews), default=""),
        topics=tuple(map(str, front.get("topics") or ())) if isinstance(front.get("topics"), list) else (),
        place=found,
        cited=tuple(_cited(article.document, found, verdicts or {})) if found else (),
        permalink=_permalink(address, commit, article.path, found),
        assignees=tuple(_assignees(names, people or {})) or owners,
    )


def _cited(document: Any, found: Place, verdicts: Mapping[str, str]) -> Iterator[Cited]:
    keys = document["sections"][found.section]["citations"]
    entries = {entry["key"]: entry["text"] for entry in document["references"]}
    for key in dict.fromkeys(keys):
        yield Cited(key, entries.get(key, ""), verdicts.get(key, ""))


def _permalink(address: str, commit: str, path: str, found: Place | None) -> str:
    from urllib.parse import quote

    if not (address and commit):
        return ""
    lines = f"#L{found.first}-L{found.last}" if found else ""
    return f"{address.rstrip('/')}/blob/{commit}/{quote(path)}{'?plain=1' if lines else ''}{lines}"


def _assignees(names: list[str], people: Mapping[str, Person]) -> Iterator[str]:
    """The GitHub names of the article's people; the author's comes first."""
    found = (people.get(name.casefold()) for name in names)
    yield from dict.fromkeys(person.github.removeprefix("@") for person in found if person and person.github)


def _records(front: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    value = front.get(key)
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def _names(front: Mapping[str, Any], key: str) -> Iterator[str]:
    value = front.get(key)
    for one in value if isinstance(value, list) else ():
        name = one.get("name") if isinstance(one, Mapping) else one
        if isinstance(name, str) and name.strip():
            yield name


def _text(front: Mapping[str, Any], key: str) -> str:
    value = front.get(key)
    return value if isinstance(value, str) else ""
