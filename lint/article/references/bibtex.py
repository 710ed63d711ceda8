"""BibTeX: the entries of a ``.bib`` file as plain values."""

import re
import unicodedata
from collections.abc import Iterator

from lint.article.lazy import lazy

_ENTRY = lazy(r"@(\w+)\s*[{(]\s*([^\s,{}()\"]{1,200})\s*,")
_FIELD = lazy(r"\s*,?\s*([A-Za-z][\w-]*)\s*=\s*")
_BARE = lazy(r"[^\s,{}\"#]+")
_ACCENT = lazy(r"\\([\"'`^~=.uvHckr])\s*\{?\\?([A-Za-z])\}?")
_ACCENTS = dict(
    zip("\"'`^~=.uvHckr", "\u0308\u0301\u0300\u0302\u0303\u0304\u0307\u0306\u030c\u030b\u0327\u0328\u030a", strict=True)
)
_LETTERS = {
    "\\ss": "ß",
    "\\ae": "æ",
    "\\AE": "Æ",
    "\\oe": "œ",
    "\\OE": "Œ",
    "\\aa": "å",
    "\\AA": "Å",
    "\\o": "ø",
    "\\O": "Ø",
    "\\l": "ł",
    "\\L": "Ł",
}
_LETTER = lazy(r"\\(?:ss|ae|AE|oe|OE|aa|AA|o|O|l|L)(?![A-Za-z])\s*(?:\{\})?")
_ESCAPED = lazy(r"\\([&%$#_{}])")
_NOT_ENTRIES = ("comment", "string", "preamble")


def entries(text: str) -> Iterator[tuple[str, dict[str, object]]]:
    """Each entry's key and fields, names in lower case; ``type`` is the entry's own."""
    at = 0
    while found := _ENTRY().search(text, at):
        at = found.end()
        if found[1].lower() not in _NOT_ENTRIES:
            fields, at = _fields(text, at)
            values: dict[str, object] = {"type": found[1].lower()}
            values |= {name: plain(value) for name, value in fields.items()}
            if "author" in fields:
                values["author"] = [_name(name) for name in re.split(r"\s+and\s+", fields["author"])]
            yield found[2], values


def _fields(text: str, at: int) -> tuple[dict[str, str], int]:
    fields: dict[str, str] = {}
    while field := _FIELD().match(text, at):
        pieces: list[str] = []
        at = field.end()
        while True:
            piece, at = _value(text, at)
            pieces.append(piece)
            joined = re.compile(r"\s*#\s*").match(text, at)
            if not joined:
                break
            at = joined.end()
        fields.setdefault(field[1].lower(), "".join(pieces))
    return fields, at


def _value(text: str, at: int) -> tuple[str, int]:
    """A value in braces, in quotation marks, or bare."""
    if text[at : at + 1] not in ("{", '"'):
        bare = _BARE().match(text, at)
        return (bare[0], bare.end()) if bare else ("", at)
    quoted, depth = text[at] == '"', 0
    for found in re.compile(r'\\.|[{}"]').finditer(text, at + quoted):
        mark = found[0]
        depth += (mark == "{") - (mark == "}")
        if (mark == '"' and quoted and depth == 0) or (mark == "}" and not quoted and depth == 0):
            return text[at + 1 : found.start()], found.end()
    return text[at + 1 :], len(text)


def plain(value: str) -> str:
    """A value without TeX: accents as letters, no braces, white space folded."""
    value = _ACCENT().sub(lambda found: unicodedata.normalize("NFC", found[2] + _ACCENTS[found[1]]), value)
    value = _LETTER().sub(lambda found: _LETTERS[found[0].rstrip("{} \t\n")], value)
    value = re.sub(r"\\[A-Za-z]+\s*(?=\{)|[{}]", "", _ESCAPED().sub(r"\1", value)).replace("~", " ").replace("--", "–")
    return " ".join(value.split())


def _name(written: str) -> str:
    """A name, family name first with initials; one in braces is an organisation's."""
    if written.strip().startswith("{") and written.strip().endswith("}"):
        return plain(written)
    written = plain(written)
    if "," in written:
        family, _, given = written.partition(",")
    else:
        *first, family = written.split() or [""]
        given = " ".join(first)
    initials = "".join(part[0] for part in re.split(r"[\s.-]+", given) if part)
    return f"{family.strip()} {initials}".strip()
