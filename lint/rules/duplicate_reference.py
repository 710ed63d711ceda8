"""Two entries of the references are one work.

Why: The same source under two numbers looks like two sources, and a correction to one entry misses the other.

Help: Keep one entry, cite its number everywhere, and remove the other.

Bad:

    Stretching eases stiffness in the lower back. (1) Walking does so too. (2)

    ## References

    1. Example A. A title. *Journal*. 2020;1:1-2. <https://doi.org/10.1000/1>
    2. Example, A. A title. *J*. 2020;1:1-2. <https://doi.org/10.1000/1>

Good:

    Stretching eases stiffness in the lower back. (1) Walking does so too. (1)

    ## References

    1. Example A. A title. *Journal*. 2020;1:1-2. <https://doi.org/10.1000/1>
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from lint.article import Article
from lint.article.identifiers import normal
from lint.context import Context
from lint.finding import Fix, Problem
from lint.rules import renumber

Json = dict[str, Any]
_FIELDS = ("authors", "title", "container", "year", "doi", "pmid", "pmcid", "isbn", "arxiv", "url", "accessed")


def check(article: Article, context: Context) -> Iterator[Problem]:
    """Each entry is held against those before it; the later one of a pair is told."""
    same_works = list(_pairs(article))
    fix = _fix(article, same_works) if same_works else None
    for index, same, reference in same_works:
        yield Problem(
            ("references", index),
            f"References {same['key']} and {reference['key']} are the same work.",
            help=f"Keep reference {same['key']}, cite it instead of {reference['key']}, and remove the other.",
            fix=fix,
        )


def _pairs(article: Article) -> Iterator[tuple[int, Json, Json]]:
    first: dict[tuple[str, ...], Json] = {}
    for index, reference in enumerate(article.document["references"]):
        marks = list(_marks(reference))
        same = next(
            (first[mark] for mark in marks if mark in first and not _differ(first[mark], reference, mark)), None
        )
        if same is not None:
            yield index, same, reference
        for mark in marks:
            first.setdefault(mark, reference)


def _fix(article: Article, pairs: Iterable[tuple[int, Json, Json]]) -> Fix | None:
    """One entry of each work, the fullest; None where none of them says all that the others do."""
    groups: dict[str, list[Json]] = {}
    for _, first, second in pairs:
        group = groups.setdefault(first["key"], [first])
        group.append(second)
        groups[second["key"]] = group
    listed = [reference["key"] for reference in article.document["references"] if not reference["inline"]]
    order: list[str] = []
    merged: dict[str, str] = {}
    for key in listed:
        if key not in groups:
            order.append(key)
        elif groups[key][0]["key"] == key:
            kept = next((one["key"] for one in groups[key] if all(_says(one) >= _says(o) for o in groups[key])), None)
            if kept is None:
                return None
            order.append(kept)
            merged |= {one["key"]: kept for one in groups[key] if one["key"] != kept}
    return renumber.fix(article, "Keep one entry for each work", order, merged)


def _says(reference: Json) -> set[str]:
    return {name for name in _FIELDS if reference[name]}


def _marks(reference: Json) -> Iterator[tuple[str, ...]]:
    """What an entry shares with another only if both are one work."""
    for kind in ("doi", "pmid", "pmcid", "arxiv"):
        if reference[kind]:
            yield kind, normal(kind, reference[kind]).casefold()
    title = _words(reference["title"])
    if reference["year"] and title.count(" ") > 1:  # "Low back pain" heads many works
        yield "title", title, str(reference["year"]), _surname(reference)
    if reference["url"] and not reference["doi"]:
        yield "url", re.sub(r"^https?://(www\.)?|/$", "", reference["url"])


def _surname(reference: Json) -> str:
    words = re.findall(r"\w+", (reference["authors"] or [""])[0].casefold())
    return max(words, key=len, default="")


def _differ(one: Json, other: Json, mark: tuple[str, ...]) -> bool:
    """Whether two entries are two works after all: by their DOIs, or, where they share an address, by what they say."""
    dois = [normal("doi", entry["doi"]).casefold() for entry in (one, other) if entry["doi"]]
    if len(set(dois)) > 1:
        return True
    years = {entry["year"] for entry in (one, other)} - {None}
    titles = {_words(entry["title"]) for entry in (one, other)} - {""}
    return mark[0] == "url" and (len(years) > 1 or len(titles) > 1)


def _words(title: str | None) -> str:
    return " ".join(re.findall(r"\w+", (title or "").casefold()))
