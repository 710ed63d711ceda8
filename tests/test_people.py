"""The people file: read, and its mistakes said with their line."""

from datetime import date
from pathlib import Path

import pytest

from lint.context import Person
from lint.finding import CopydeskError
from lint.people import load


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "people.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_people_by_name(tmp_path: Path) -> None:
    text = """\
# Invented people.
- name: Jane EXAMPLE
  credentials: MD
  roles: [medical, author]
  topics: back-pain
  github: "@jane-example"
  expires: 2030-12-31
  example: true
  note: on leave
- name: Sam Example
  topics:
"""
    assert load(written(tmp_path, text)) == {
        "jane example": Person(
            "Jane EXAMPLE", "MD", ("medical", "author"), ("back-pain",), "jane-example", date(2030, 12, 31)
        ),
        "sam example": Person("Sam Example"),
    }


@pytest.mark.parametrize("text", ["", "# nobody yet\n", "[]", b"\xef\xbb\xbf[]"])
def test_nobody(tmp_path: Path, text: str | bytes) -> None:
    assert load(written(tmp_path, text)) == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name: A", ":1: The people file is not a list. Write a list, each entry beginning with `- name:`."),
        ("- Jane", ":1: Entry 1 is not a group of keys."),
        ("- name: A\n- credentials: MD\n", ":2: This entry has no `name`."),
        ("- name: ''\n", ":1: `name` must have at least 1 character."),
        ("- name: A\n  rolez: [a]\n", ":2: Nobody reads `rolez`. Did you mean `roles`?"),
        ("- name: A\n  zzz: 1\n", ":2: Nobody reads `zzz`."),
        ("- name: A\n  expires: soon\n", ":2: `expires` is “soon”, which is not a date of the form 2026-05-26."),
        ("- name: A\n  expires: 20300101\n", ":2: `expires` is “20300101”, which is not a date"),
        ("- name: A\n  roles: [medical, {a: b}]\n", ":2: Entry 2 of `roles` is a group of keys, but must be text."),
        ("- name: A\n  example: x\n", ":2: `example` is text, but must be true or false."),
        ("- name: A\n  github: a b\n", ":2: `github` is “a b”, which does not have the form that it should."),
        ("- name: A\n- name: a\n", ":2: a is registered twice. Keep one entry."),
        ("- name: A\n  name: B\n", ":2: `name` stands on line 1 and on line 2. Keep one of the two."),
        ("- name: A: B\n", ":1: Line 1 has a second colon."),
        (b"- name: \xe9\n", ": the people file is not UTF-8"),
    ],
)
def test_a_mistake_is_one_line_with_its_place(tmp_path: Path, text: str | bytes, said: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(CopydeskError) as raised:
        load(path)
    assert str(raised.value).startswith(f"{path}{said}")
    assert "\n" not in str(raised.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CopydeskError, match="cannot be read"):
        load(tmp_path / "none.yaml")
