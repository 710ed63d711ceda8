"""Measures how well entries are read: each field of real entries in the usual styles against what a person reads."""

import json
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from lint.article.blocks import blocks
from lint.article.references.entry import Entry, read

DATA = Path(__file__).resolve().parent / "data" / "references.jsonl"
FIELDS = ("authors", "year", "title", "container", "identifier")
STYLES = ("AMA", "Vancouver", "APA", "Harvard", "Chicago", "MLA", "free")


class Example(NamedTuple):
    """An entry and what stands in it; authors family name first."""

    style: str
    text: str
    fields: dict[str, Any]


def examples() -> Iterator[Example]:
    """Every entry of the benchmark."""
    for line in DATA.read_text("utf-8").splitlines():
        row = json.loads(line)
        yield Example(row["style"], row["entry"], {name: row[name] for name in FIELDS})


def right(example: Example) -> dict[str, bool]:
    """Whether each field of an example is read as it should be."""
    entry = read(blocks(example.text)[0])
    return {name: _is_right(name, example.fields[name], entry) for name in FIELDS}


def shares() -> dict[str, dict[str, float]]:
    """For each style, and for all, how many entries there are (``entries``) and the share of each field read right."""
    judged = [(example.style, right(example)) for example in examples()]
    found = {}
    for style in (*STYLES, "all"):
        chosen = [fields for name, fields in judged if style in (name, "all")]
        table = Counter(name for fields in chosen for name, is_right in fields.items() if is_right)
        found[style] = {"entries": len(chosen), **{name: table[name] / len(chosen) for name in FIELDS}}
    return found


def table() -> Iterator[str]:
    """The shares as a table in markdown."""
    yield f"| style | entries | {' | '.join(FIELDS)} |"
    yield f"|---|--:|{'--:|' * len(FIELDS)}"
    for style, found in shares().items():
        yield f"| {style} | {found['entries']} | {' | '.join(f'{found[name]:.1%}' for name in FIELDS)} |"


def _is_right(name: str, expected: Any, entry: Entry) -> bool:
    if name == "authors":
        found = [author.value for author in entry.authors]
        return len(found) == len(expected) and all(map(_is_same_person, expected, found))
    if name == "identifier":
        kind, value = expected or ("doi", "")
        written = entry.fields[kind].value if kind in entry.fields else ""
        return written.lower().strip("/") == value.lower().strip("/")
    written = entry.fields[name].value if name in entry.fields else ""
    return _plain(written) == _plain(str(expected or ""))


def _is_same_person(expected: str, found: str) -> bool:
    """The same family name and first initial, as far as a given name is written: ``Fong C`` is ``Fong Chris``."""
    *family, given = expected.split()
    if not family or (not given.isupper() and len(found.split()) == len(expected.split())):
        return _plain(expected) == _plain(found)
    return _plain(found).startswith(_plain("".join(family)) + _plain(given[0]))


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", text.casefold())))


def main() -> None:
    print("\n".join(table()))
    for example in examples():
        for name in (name for name, is_right in right(example).items() if not is_right):
            print(f"\n{name} of {example.style}: {example.text}\n  should be {example.fields[name]}")


if __name__ == "__main__":
    main()
