"""XML for reports: elements with text that XML 1.0 allows, in ASCII, so that no encoding of a pipe can break it."""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'


def tag(name: str, /, **attributes: object) -> str:
    """``name a="1" b="…"``: the inside of a tag."""
    pairs = (f"{key}={_ascii(quoteattr(_legal(str(value))))}" for key, value in attributes.items())
    return " ".join((name, *pairs))


def text(content: str) -> str:
    """Character data."""
    return _ascii(escape(_legal(content), {"\r": "&#13;", "\n": "&#10;"}))


def element(name: str, children: Iterator[str], /, **attributes: object) -> Iterator[str]:
    """An element with its children indented, line by line."""
    yield f"<{tag(name, **attributes)}>"
    yield from ("  " + child for child in children)
    yield f"</{name}>"


def _legal(text: str) -> str:
    """The text with each character that XML 1.0 (2.2) forbids replaced by U+FFFD."""
    return _FORBIDDEN.sub("\ufffd", text)


def _ascii(markup: str) -> str:
    return markup.encode("ascii", "xmlcharrefreplace").decode("ascii")
