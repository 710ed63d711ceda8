"""The edits that rules of the schema offer. None of them writes a reviewer, a review's date or a fact-check."""

import re

from lint.article import Article
from lint.finding import Edit, Fix, Pointer, Span
from lint.schema.mending import day_meant

_TEMPLATE = """---
title: {title}
authors:
  - name:
    credentials:
published:
last_modified:
disclosure:
---

"""


def date_form(article: Article, pointer: Pointer, value: object) -> Fix | None:
    """A date that can only mean one day, in the form that is asked for."""
    day = day_meant(value) if isinstance(value, str) else None
    span = article.spans.get(pointer)
    if day is None or span is None or article.text[slice(*span)].strip("\"'") != value:
        return None
    return Fix(f"Write {day}", (Edit(span, day),), safe=True)


def rename(article: Article, pointer: Pointer, name: str) -> Fix | None:
    """The key that was meant."""
    span = article.keys.get(pointer)
    return Fix(f"Rename the key to {name}", (Edit(span, name),)) if span else None


def front_matter(article: Article) -> Fix | None:
    """The keys that an article needs, for the writer to fill in."""
    title = article.document.get("title") or ""
    quoted = '"' + re.sub(r'["\\]', r"\\\g<0>", title) + '"' if title else ""
    template = _TEMPLATE.format(title=quoted).replace("title: \n", "title:\n")
    return Fix("Add a front matter to fill in", (Edit(Span(0, 0), template),))
