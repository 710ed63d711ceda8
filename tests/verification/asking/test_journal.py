from datetime import date
from pathlib import Path

import pytest

from lint.finding import CopydeskError
from lint.verification.asking.journal import NAME, opened, read
from lint.verification.lock import Searched
from lint.verification.record import Answer, Identifier, State


def answer(number: int, state: State = State.FOUND) -> Answer:
    return Answer(Identifier("doi", f"10.5555/{number}"), state, "Crossref", asked=date(2026, 11, 22))


def test_each_answer_is_on_disk_at_once(tmp_path: Path) -> None:
    with opened(tmp_path / NAME) as journal:
        journal.put(answer(1))
        assert list(read(tmp_path / NAME)) == [answer(1)]
        journal.put_search("words", Searched(date(2026, 11, 22)))
        assert read(tmp_path / NAME).search("words") == Searched(date(2026, 11, 22))


def test_there_is_none(tmp_path: Path) -> None:
    assert not list(read(tmp_path / NAME))


@pytest.mark.parametrize("cut", range(2, 60, 7))
def test_a_line_that_was_cut_short_costs_that_line_alone(cut: int, tmp_path: Path) -> None:
    with opened(tmp_path / NAME) as journal:
        journal.put(answer(1))
        journal.put(answer(2))
    content = (tmp_path / NAME).read_bytes()
    (tmp_path / NAME).write_bytes(content[:-cut])
    with opened(tmp_path / NAME) as journal:
        journal.put(answer(3))
    assert set(read(tmp_path / NAME)) == {answer(1), answer(3)}


@pytest.mark.parametrize(
    "line", [b"[]", b"3", b'{"references": 3}', b'{"references": {"doi:10.5555/1": 3}}', b"\xff", b""]
)
def test_a_line_that_says_nothing_is_passed_over(line: bytes, tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(line + b"\n")
    with opened(tmp_path / NAME) as journal:
        journal.put(answer(1))
    assert answer(1) in list(read(tmp_path / NAME))


def test_no_answer_gives_way_to_none(tmp_path: Path) -> None:
    with opened(tmp_path / NAME) as journal:
        journal.put(answer(1))
        journal.put(answer(1, State.UNCHECKED))
    assert list(read(tmp_path / NAME)) == [answer(1)]


def test_one_run_at_a_time(tmp_path: Path) -> None:
    with (
        opened(tmp_path / NAME),
        pytest.raises(CopydeskError, match="another `copydesk verify` is under way"),
        opened(tmp_path / NAME),
    ):
        raise AssertionError("two at a time")
    with opened(tmp_path / NAME) as journal:
        journal.put(answer(1))
