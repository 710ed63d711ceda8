"""Unread: where a text holds no markers, because it is code of a site: templates, and links and images that failed."""

from collections.abc import Iterator

from lint.article.lazy import lazy

_UNREAD = lazy(
    r"\{\{[^{}]{0,300}+\}\}|\{%[^%]{0,300}+%\}|!\[[^\[\]]{0,300}+\]"
    r"|(?<=\])\((?=[^()]{0,300}[/{])[^()]{0,300}+(?:\([^()]{0,100}+\)[^()]{0,300}+)?\)"
)


def unread(text: str) -> Iterator[tuple[int, int]]:
    """The places of a paragraph that are addresses or instructions for a site instead of words for its readers."""
    if "](" in text or "{{" in text or "{%" in text or "![" in text:
        for found in _UNREAD().finditer(text):
            yield found.span()
