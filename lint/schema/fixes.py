"""The edits that rules of the schema offer. None of them writes a reviewer, a review's date or a fact-check."""

import re

from lint.article import Article
from lint.article.settings import Settings
from lint.finding import Edit, Fix, Pointer, Span
from lint.fixes.guard import is_signed
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
    """A date that can only mean one day, in the form that is asked for and in the quotation marks that it has."""
    day = day_meant(value) if isinstance(value, str) and not is_signed(pointer) else None
    span = article.spans.get(pointer)
    if day is None or span is None:
        return None
    written = article.text[slice(*span)]
    words = written.strip("\"'")
    if words != value:
        return None
    start = span.start + written.index(words)
    return Fix(f"Write {day}", (Edit(Span(start, start + len(words)), day),), safe=True)


def rename(article: Article, pointer: Pointer, name: str) -> Fix | None:
    """The key that was meant."""
    span = article.keys.get(pointer)
    return Fix(f"Rename the key to {name}", (Edit(span, name),)) if span else None


def notice(article: Article, key: str, settings: Settings) -> Fix | None:
    """What a publication has set for its articles to end with: its disclaimer, where it has one alone, or its link."""
    if key == "disclaimers" and len(settings.disclaimers) == 1:
        text = next(iter(settings.disclaimers.values())).strip()
        return _section(article, "Add the approved disclaimer", "Disclaimer", text)
    if key == "feedback_link" and re.fullmatch(r"[^\s<>()]+", settings.feedback_link):
        text = f"[Was this article helpful? Report a problem.]({settings.feedback_link})"
        return _section(article, "Add the feedback link", "Feedback", text)
    return None


def _section(article: Article, title: str, heading: str, text: str) -> Fix | None:
    """A section of its own below all others."""
    if not text:
        return None
    levels = {section["level"] for section in article.document["sections"] if section["heading"]}
    level = 2 if 2 in levels or not levels else min(levels)
    end = len(article.text.rstrip())
    words = "\n".join(line.strip() for line in text.splitlines())
    above = "\n\n" if end else ""
    return Fix(title, (Edit(Span(end, end), f"{above}{'#' * level} {heading}\n\n{words}"),), safe=True)


def front_matter(article: Article) -> Fix | None:
    """The keys that an article needs, for the writer to fill in."""
    title = article.document.get("title") or ""
    quoted = '"' + re.sub(r'["\\]', r"\\\g<0>", title) + '"' if title else ""
    template = _TEMPLATE.format(title=quoted).replace("title: \n", "title:\n")
    return Fix("Add a front matter to fill in", (Edit(Span(0, 0), template),))
