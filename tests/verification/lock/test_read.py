import json
from datetime import date
from pathlib import Path

import pytest

from lint.finding import CopydeskError
from lint.verification.lock import NAME, Lock, Searched, read, write
from lint.verification.record import Answer, Author, Identifier, Notice, NoticeKind, Record, State


def lock(*numbers: int) -> Lock:
    found = Lock()
    for number in numbers:
        doi = Identifier("doi", f"10.5555/{number}")
        notices = (Notice(NoticeKind.RETRACTION, date="2024-03-01"),) if number == 2 else ()
        record = Record("Crossref", (doi,), f"Title {number}", authors=(Author("Example", "Ann"),), notices=notices)
        found.put(Answer(doi, State.FOUND, "Crossref", record=record, asked=date(2026, 1, 1)))
    return found


def test_it_is_read_as_it_was_written(tmp_path: Path) -> None:
    written = lock(1, 2, 3)
    written.put_search("some words", Searched(date(2026, 1, 1), Record("Crossref", title="Found")))
    write(tmp_path / NAME, written)
    again = read(tmp_path / NAME, whole=True)
    assert again == written
    before = (tmp_path / NAME).read_bytes()
    write(tmp_path / NAME, again)
    assert (tmp_path / NAME).read_bytes() == before


def test_there_is_none() -> None:
    assert read(Path("/nowhere") / NAME) is None


def test_an_entry_more_is_a_group_of_lines_more(tmp_path: Path) -> None:
    write(tmp_path / "one", lock(3, 1))
    write(tmp_path / "two", lock(2, 3, 1))
    one, two = ((tmp_path / name).read_text("utf-8").splitlines() for name in ("one", "two"))
    added = [line for line in two if line not in one]
    assert [line for line in one if line not in two] == []
    assert len(added) == 6
    keys = [line for line in two if line.startswith("    ") and line.endswith("{")]
    assert keys == sorted(keys)


def test_a_later_answer_is_one_line_of_difference(tmp_path: Path) -> None:
    first, second = lock(1, 2), lock(1, 2)
    second.references["doi:10.5555/1"]["asked"] = "2026-05-05"
    write(tmp_path / "one", first)
    write(tmp_path / "two", second)
    one, two = ((tmp_path / name).read_text("utf-8").splitlines() for name in ("one", "two"))
    assert [(a, b) for a, b in zip(one, two, strict=True) if a != b] == [
        ('      "asked": "2026-01-01",', '      "asked": "2026-05-05",')
    ]


def test_what_hides_in_a_text_is_seen_in_the_file(tmp_path: Path) -> None:
    found = lock(1)
    found.references["doi:10.5555/1"]["title"] = "a\u202eb\ud800 ü"
    write(tmp_path / NAME, found)
    text = (tmp_path / NAME).read_text("utf-8")
    assert '"a\\u202eb\\ud800 ü"' in text
    assert read(tmp_path / NAME) == found


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    write(tmp_path / NAME, lock(1))
    before = (tmp_path / NAME).read_bytes()
    broken = lock(1, 2)
    broken.references["doi:10.5555/2"]["title"] = object()
    with pytest.raises(TypeError):
        write(tmp_path / NAME, broken)
    assert (tmp_path / NAME).read_bytes() == before
    assert list(tmp_path.iterdir()) == [tmp_path / NAME]


TEXT = """{
  "version": 1,
  "references": {
    "doi:10.5555/1": {
      "outcome": "found",
      %s
    }
  }
}
"""


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        (b'{\n<<<<<<< HEAD\n  "version": 1,\n=======\n>>>>>>> other\n', 2, "both sides of a merge"),
        (b'{\r\n  "version": 1,\r\n<<<<<<< HEAD\r\n', 3, "both sides of a merge"),
        (b'{\n  "version": 1,\n  "references": {\n', 4, "damaged near column"),
        (b'{\n  "version": \xff\n', 2, "not UTF-8"),
        (b"[" * 100_000, 1, "damaged"),
        (b"", 1, "damaged"),
        (b"[]", 1, "the outline"),
        (b'{"version": 2, "references": {}}', 1, "a newer Copydesk"),
        (b'{"version": "1", "references": {}}', 1, "version"),
        (b'{"references": {}}', 1, "the outline"),
        (b'{"version": 1, "references": {\n"doi:10.5555/1": 3}}', 2, "doi:10.5555/1"),
    ],
)
def test_a_damaged_lock_is_told_with_its_place(content: bytes, line: int, said: str, tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(content)
    with pytest.raises(CopydeskError) as told:
        read(tmp_path / NAME)
    assert str(told.value).startswith(f"{tmp_path / NAME}:{line}: ")
    assert said in str(told.value)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    "field", ['"asked": "yesterday"', '"asked": "2026-01-01", "authors": [1]', '"asked": "2026-01-01", "colour": "red"']
)
def test_the_whole_is_held_against_the_schema(field: str, tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(TEXT % field, "utf-8")
    assert read(tmp_path / NAME) is not None
    with pytest.raises(CopydeskError, match=f"{NAME}:[456]: references/doi:10.5555/1"):
        read(tmp_path / NAME, whole=True)


def test_a_key_that_is_no_identifier_is_told(tmp_path: Path) -> None:
    answers = {"orcid:1": {"outcome": "unknown", "asked": "2026-01-01"}}
    (tmp_path / NAME).write_text(json.dumps({"version": 1, "references": answers}, indent=1), "utf-8")
    with pytest.raises(CopydeskError, match=f"{NAME}:4: references/orcid:1"):
        read(tmp_path / NAME, whole=True)


def test_a_lock_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    with pytest.raises(CopydeskError, match="cannot be read"):
        read(tmp_path / NAME)
