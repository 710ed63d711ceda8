"""The baseline's file: what is written is read again, and what is damaged is said with its line."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.baseline.entries import Entry, read, write
from lint.finding import CopydeskError

WORDS = st.text(max_size=30)
ENTRIES = st.lists(
    st.builds(Entry, WORDS, WORDS, WORDS, st.dates(date(1990, 1, 1), date(2100, 1, 1)), WORDS, WORDS),
    unique_by=lambda entry: entry.fingerprint,
    max_size=6,
)
ONE = Entry("a.md", "stale-article", "0" * 32, date(2026, 11, 22), "an archive", "Last modified 3 years ago.")
OTHER = ONE._replace(path="b.md", fingerprint="1" * 32)


@given(ENTRIES)
def test_what_is_written_is_read_again(entries: list[Entry]) -> None:
    text = write(entries)
    assert text.count("\n") == len(text.splitlines()) == len(entries) + 1
    assert read(text, "b") == tuple(sorted(entries))
    text.encode("utf-8")


def test_each_entry_is_a_line_of_json_sorted_by_article_and_rule() -> None:
    lines = write([OTHER, ONE]).splitlines()
    assert json.loads(lines[0]) == {"copydesk_baseline": 1}
    assert [json.loads(line)["path"] for line in lines[1:]] == ["a.md", "b.md"]
    assert list(json.loads(lines[1])) == ["path", "rule", "fingerprint", "accepted", "reason", "message"]


def test_lines_of_a_merge_may_stand_twice_and_in_any_order() -> None:
    later = ONE._replace(accepted=date(2026, 12, 1), reason="again")
    first, *lines = write([ONE, OTHER]).splitlines()
    twice = [first, *reversed(lines), *write([later]).splitlines(), *lines]
    assert read("\r\n".join(twice), "b") == (ONE, OTHER)


def test_an_empty_file_accepts_nothing() -> None:
    assert read("", "b") == read("\n\n", "b") == ()


DAMAGED = [
    ("{", "this line is no JSON"),
    ("[" * 100_000, "this line is no JSON"),
    ("[]", "this line is no JSON object"),
    ('{"path": "a.md"}', '"rule" is missing or no text'),
    (json.dumps({**ONE._asdict(), "accepted": "soon"}), '"accepted" must be a date such as 2027-01-31, not "soon"'),
    ('{"copydesk_baseline": 2}', "another release of Copydesk wrote this baseline"),
    ("<<<<<<< HEAD", "git left this merge unfinished; `copydesk baseline prune` finishes it"),
    ("=======", "git left this merge unfinished"),
]


@pytest.mark.parametrize(("line", "said"), DAMAGED, ids=[said for _, said in DAMAGED])
def test_damage_is_said_with_its_line(line: str, said: str) -> None:
    with pytest.raises(CopydeskError) as error:
        read(f"{write([ONE])}{line}\n", "baseline.jsonl")
    assert str(error.value).startswith(f"baseline.jsonl:3: {said}")
    assert "\n" not in str(error.value)


def test_the_marks_of_a_merge_are_passed_over_where_it_is_finished() -> None:
    first, one = write([ONE]).splitlines()
    other = write([OTHER]).splitlines()[1]
    text = "\n".join([first, "<<<<<<< ours", one, "||||||| base", "=======", other, ">>>>>>> theirs"])
    assert read(text, "b", merging=True) == (ONE, OTHER)
