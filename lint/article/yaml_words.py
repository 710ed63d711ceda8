"""What the YAML library's complaints mean, said for people who write articles."""

from typing import NamedTuple

ALIAS = (
    "Line {line}: a value that begins with `*` or `&` means something else in YAML. Put the value in quotation marks."
)
TAB = "Line {line} is indented with a tab. Indent with spaces instead."
COLON = 'Line {line} has a second colon. Put the value in quotation marks, as in `title: "Back pain: what helps"`.'


class _Meaning(NamedTuple):
    sign: str
    sentence: str
    at_context: bool = False
    """Whether the place to mend is where the construct began, not where the library gave up."""


_MEANINGS = (
    _Meaning("alias", ALIAS),
    _Meaning("anchor", ALIAS),
    _Meaning("mapping values are not allowed", COLON),
    _Meaning("quoted scalar found unknown escape", "Line {line}: a backslash inside double quotation marks means something else in YAML. Use single quotation marks."),
    _Meaning("quoted scalar", "Line {line} opens a quotation mark that is never closed. Close it at the end of the value.", True),
    _Meaning("expected ':'", "Line {line} has no colon. Write it as `key: value`.", True),
    _Meaning("flow sequence", "Line {line} opens a square bracket that is not closed. Close it, or put the value in quotation marks.", True),
    _Meaning("flow mapping", "Line {line} opens a curly bracket that is not closed. Close it, or put the value in quotation marks.", True),
    _Meaning("cannot start any token", "Line {line}: a value cannot begin with this character. Put the value in quotation marks."),
    _Meaning("block sequence entries", "Line {line}: a list begins where none can. Put each `- item` on a line of its own below the key."),
    _Meaning("directive", "Line {line}: a line cannot begin with `%`. Remove the line."),
    _Meaning("tag", "Line {line}: a value that begins with `!` means something else in YAML. Put the value in quotation marks."),
    _Meaning("single document", "Line {line}: a second `---` stands in the file. Remove it."),
    _Meaning(
        "block",
        "Line {line} does not fit the lines above it. Look for quotation marks inside quotation marks, or for a different indentation.",
    ),
)  # fmt: skip
_UNKNOWN = _Meaning("", "Line {line} cannot be read. Write each line as `key: value`, and put values with punctuation in quotation marks.")  # fmt: skip


def meaning(complaint: str, line: str) -> tuple[str, bool]:
    """The sentence (with a place for ``line``, the number) for a complaint, and whether its context is the place."""
    if line[: len(line) - len(line.lstrip())].count("\t"):
        return TAB, False
    found = next((meaning for meaning in _MEANINGS if meaning.sign in complaint), _UNKNOWN)
    return found.sentence, found.at_context
