"""What weakens within an article: suppressions that came, a disclaimer that changed or went."""

from collections import Counter
from collections.abc import Iterator

from bot.subjects import Subject
from lint.article import Article
from lint.article.blocks import blocks
from lint.article.front_matter.fences import split
from lint.rules.substance import words
from lint.suppressions.read import suppressions as read

_SIGN = "copydesk"
Allowed = tuple[str, tuple[str, ...], str, str]


def suppressions(subject: Subject) -> Iterator[str]:
    """The suppressions that the article did not have."""
    for form, names, reason, until in (_allowed(subject.after) - _allowed(subject.before)).elements():
        end = f" until {until}" if until else ""
        why = f"because: {reason}" if reason else "without a reason"
        yield f"a suppression was added: {form} {', '.join(names)}{end}, {why}"


def _allowed(article: Article | None) -> Counter[Allowed]:
    if article is None or _SIGN not in article.text:
        return Counter()
    body = split(article.text)[1]
    found = read(article.text, blocks(article.text, body), body)
    return Counter(
        (one.form, tuple(name for name, _ in one.names), one.reason, one.until or "")
        for one in found
        if one.form != "end allow"
    )


def disclaimers(subject: Subject) -> Iterator[str]:
    """Disclaimers that went, and words of one that changed."""
    before, after = subject.before, subject.after
    if before is None or after is None:
        return
    gone = [name for name in before.document["disclaimers"] if name not in after.document["disclaimers"]]
    if gone:
        yield f"its disclaimer is gone ({', '.join(gone)})"
    elif _disclaimer(before) and _disclaimer(before) != _disclaimer(after):
        yield "the words of its disclaimer were edited"


def _disclaimer(article: Article) -> list[str]:
    return [
        word
        for section in article.document["sections"]
        if section["role"] == "disclaimer"
        for paragraph in section["paragraphs"]
        for word in words(paragraph["text"])
    ]
