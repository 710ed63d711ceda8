"""What the YAML library's complaints mean, said for people who write articles."""

from typing import NamedTuple

QUOTE = "Put the value in quotation marks."
ALIAS = f"Line {{line}}: a value that begins with `*` or `&` means something else in YAML. {QUOTE}"
TAB = "Line {line} is indented with a tab. Indent with spaces instead."
SECOND = "Line {line}: a second `---` stands in the file. Remove it."


class _Meaning(NamedTuple):
    sign: str
    sentence: str
    is_at_context: bool = False
    """Whether the place to mend is where the construct began, not where the library gave up."""


_COLON = f'Line {{line}} has a second colon. {QUOTE[:-1]}, as in `title: "Back pain: what helps"`.'
_ESCAPE = "Line {line}: a backslash means something else between double quotation marks. Use single ones."
_UNCLOSED = "Line {line} opens a quotation mark that is never closed. Close it at the end of the value."
_NO_COLON = "Line {line} has no colon. Write it as `key: value`."
_BRACKET = "Line {line} opens a bracket that is not closed. Close it, or put the value in quotation marks."
_BEGINNING = f"Line {{line}}: a value cannot begin with this character. {QUOTE}"
_LIST = "Line {line}: a list begins where none can. Put each `- item` on a line of its own below the key."
_PERCENT = "Line {line}: a line cannot begin with `%`. Remove the line."
_TAG = f"Line {{line}}: a value that begins with `!` means something else in YAML. {QUOTE}"
_INDENTED = (
    "Line {line} does not fit the lines above it. Look for quotation marks inside quotation marks, "
    "or for a different indentation."
)
_MEANINGS = (
    _Meaning("alias", ALIAS),
    _Meaning("anchor", ALIAS),
    _Meaning("mapping values are not allowed", _COLON),
    _Meaning("quoted scalar found unknown escape", _ESCAPE),
    _Meaning("quoted scalar", _UNCLOSED, True),
    _Meaning("expected ':'", _NO_COLON, True),
    _Meaning("flow sequence", _BRACKET, True),
    _Meaning("flow mapping", _BRACKET, True),
    _Meaning("cannot start any token", _BEGINNING),
    _Meaning("block sequence entries", _LIST),
    _Meaning("directive", _PERCENT),
    _Meaning("tag", _TAG),
    _Meaning("block", _INDENTED),
)
_UNKNOWN = (
    "Line {line} cannot be read. Write each line as `key: value`, and put values with punctuation in quotation marks."
)


def meaning(complaint: str, line: str) -> tuple[str, bool]:
    """The sentence (with a place for ``line``, the number) for a complaint, and whether its context is the place."""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return TAB, False
    for sign, sentence, is_at_context in _MEANINGS:
        if sign in complaint:
            return sentence, is_at_context
    return _UNKNOWN, False
