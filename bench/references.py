"""Measures how well entries are read: each field of real entries in the usual styles against what a person reads."""

import argparse
import hashlib
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from lint.article.blocks import blocks
from lint.article.references.entry import Entry, read

DATA = Path(__file__).resolve().parent / "data" / "references.jsonl"
HALVES = ("tuning", "held-out")
FIELDS = ("authors", "year", "title", "container", "identifier")
STYLES = ("AMA", "Vancouver", "APA", "Harvard", "Chicago", "MLA", "free")


class Example(NamedTuple):
    """An entry and what stands in it; authors family name first."""

    style: str
    half: str
    text: str
    fields: dict[str, Any]


def examples() -> Iterator[Example]:
    """Every entry of the benchmark."""
    for line in DATA.read_text("utf-8").splitlines():
        row = json.loads(line)
        half = HALVES[hashlib.sha256(row["entry"].encode()).digest()[0] % 2]
        yield Example(row["style"], half, row["entry"], {name: row[name] for name in FIELDS})


def right(example: Example) -> dict[str, bool]:
    """Whether each field of an example is read as it should be."""
    entry = read(blocks(example.text)[0])
    return {name: _is_right(name, example.fields[name], entry) for name in FIELDS}


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
    """The same family name and first initial: ``Fong C`` is ``Fong Chris``."""
    *family, given = expected.split()
    if not family or not given.isupper() and len(given) > 3 and len(found.split()) == len(expected.split()):
        return _plain(expected) == _plain(found)
    name = "".join(family)
    return _plain(found).startswith(_plain(name) + _plain(given[0]))


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", text.casefold())))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", metavar="STYLE", help="print what is misread in the tuning half")
    given = parser.parse_args()
    if given.show:
        for example in examples():
            if example.half == "tuning" and given.show in (example.style, "all"):
                wrong = [name for name, is_right in right(example).items() if not is_right]
                if wrong:
                    entry = read(blocks(example.text)[0])
                    print(f"{example.style}: {example.text[:330]}")
                    for name in wrong:
                        got = (
                            [a.value for a in entry.authors]
                            if name == "authors"
                            else {
                                k: v.value
                                for k, v in entry.fields.items()
                                if k in (name, "doi", "url") and (name == "identifier" or k == name)
                            }
                        )
                        print(f"    {name}: {got} should be {example.fields[name]}")
        return
    for half in HALVES[:1]:
        print(half)
        for style in STYLES:
            table: Counter[str] = Counter()
            chosen = [example for example in examples() if example.style == style and example.half == half]
            for example in chosen:
                table.update(name for name, is_right in right(example).items() if is_right)
            print(f"  {style:10} {len(chosen):4}", *(f"{name} {table[name] / len(chosen):6.1%}" for name in FIELDS))


if __name__ == "__main__":
    main()
