"""What a text must hold for a phrase to be in it: letters that spare most texts the search for most phrases."""

import re
from collections.abc import Iterator

_OPTIONAL = re.compile(r"\\?.[?]|\[[^\]]*\]|\\.|\.|\{[^}]*\}|[+*]|\^|\$")
_LETTERS = re.compile(r"[^\W\d_]+")
_MANY = frozenset({""})


def needed(line: str) -> frozenset[str]:
    """Strings of which each match of a phrase (as in `lexicon`, folded) holds one; ``{""}`` where none is sure."""
    branches = list(_split(line, "|"))
    if len(branches) > 1:
        return _any([needed(branch) for branch in branches])
    return max((_of_piece(piece) for piece in _pieces(line)), key=_worth)


def _of_piece(piece: str) -> frozenset[str]:
    """Of a group: what each of its branches needs; of plain text: its longest run of letters."""
    if piece.startswith("(") and piece.endswith(")"):
        return needed(piece[1:-1].removeprefix("?:"))
    runs = _LETTERS.findall(_OPTIONAL.sub(" ", piece))
    return frozenset({max(runs, key=len)}) if runs else _MANY


def _any(branches: list[frozenset[str]]) -> frozenset[str]:
    return _MANY if _MANY in branches else frozenset().union(*branches)


def _worth(strings: frozenset[str]) -> int:
    """The shortest string of a choice decides how seldom it is met."""
    return min(map(len, strings))


def _pieces(line: str) -> Iterator[str]:
    """The groups of a phrase and the text between them; a group that may be left out is none."""
    depth, start = 0, 0
    for at, char in enumerate(line):
        if char == "(" and line[at - 1 : at] != "\\":
            if not depth:
                yield line[start:at]
                start = at
            depth += 1
        elif char == ")" and line[at - 1 : at] != "\\":
            depth -= 1
            if not depth:
                if line[at + 1 : at + 2] not in ("?", "*", "{"):
                    yield line[start : at + 1]
                start = at + 1
    yield line[start:]


def _split(text: str, mark: str) -> Iterator[str]:
    depth, start = 0, 0
    for at, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if char == mark and not depth:
            yield text[start:at]
            start = at + 1
    yield text[start:]
