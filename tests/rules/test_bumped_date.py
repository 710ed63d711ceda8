"""bumped-date."""

from pathlib import Path

import pytest

from lint.finding import Unknown
from lint.rules.bumped_date import check
from tests.rules.asked import BODY, ask, committed, dated, messages, problems, signed

OLD = dated("title: Stretching", "last_modified: 2024-01-05")
BUMPED = OLD.replace("2024-01-05", "2026-06-01")
REWORDED = OLD.replace("eases", "and walking ease")


def test_nothing_but_the_date_was_changed(tmp_path: Path) -> None:
    history = committed(tmp_path, ("2024-01-05", OLD), ("2026-06-01", BUMPED))
    (problem,) = problems(check, BUMPED, history=history)
    assert problem.message.startswith(
        "Nothing but the date changed: `last_modified` was 2024-01-05 and moved on 2026-06-01 (commit "
    )
    assert problem.data == {"earlier": "2024-01-05"}
    assert problem.fix is None


def test_before_it_is_committed(tmp_path: Path) -> None:
    (message,) = messages(check, BUMPED, history=committed(tmp_path, ("2024-01-05", OLD)))
    assert message.endswith("`last_modified` was 2024-01-05 and moved today (not committed yet).")


@pytest.mark.parametrize(
    "later",
    [
        BUMPED.replace("eases", "**eases**"),
        BUMPED.replace("many people.", "many\npeople."),
        BUMPED + "\n<!-- a comment -->\n",
    ],
)
def test_markup_and_white_space_are_no_reason(tmp_path: Path, later: str) -> None:
    assert problems(check, later, history=committed(tmp_path, ("2024-01-05", OLD), ("2026-06-01", later)))


@pytest.mark.parametrize(
    "later",
    [
        BUMPED.replace("eases", "may ease"),
        BUMPED.replace("title: Stretching", f"title: Stretching\n{signed('2026-05-30')}"),
        BUMPED.replace("title: Stretching", "title: Stretching at work"),
        BUMPED + "\n## References\n\n1. Example A. A title. *Journal*. 2020;1:1-2.\n",
    ],
    ids=["text", "review", "title", "reference"],
)
def test_a_word_or_a_sign_off_is_a_reason(tmp_path: Path, later: str) -> None:
    assert not problems(check, later, history=committed(tmp_path, ("2024-01-05", OLD), ("2026-06-01", later)))


def test_a_change_that_waited_for_its_date(tmp_path: Path) -> None:
    later = REWORDED.replace("2024-01-05", "2026-06-01")
    states = (("2024-01-05", OLD), ("2025-03-01", REWORDED), ("2026-06-01", later))
    assert not problems(check, later, history=committed(tmp_path, *states))


def test_a_change_on_the_day_of_the_earlier_date_is_covered_by_it(tmp_path: Path) -> None:
    bumped = REWORDED.replace("2024-01-05", "2026-06-01")
    states = (("2024-01-05", OLD), ("2024-01-05", REWORDED), ("2026-06-01", bumped))
    assert problems(check, bumped, history=committed(tmp_path, *states))


def test_a_change_that_came_after_the_move(tmp_path: Path) -> None:
    later = BUMPED.replace("eases", "may ease")
    states = (("2024-01-05", OLD), ("2026-06-01", BUMPED), ("2026-06-02", later))
    assert not problems(check, later, history=committed(tmp_path, *states))


def test_the_first_date_of_an_article_was_not_moved(tmp_path: Path) -> None:
    assert not problems(check, OLD, history=committed(tmp_path, ("2026-06-01", OLD)))
    undated = dated("title: Stretching")
    assert not problems(check, OLD, history=committed(tmp_path / "b", ("2024-01-05", undated), ("2024-02-01", OLD)))


def test_a_date_that_was_set_back(tmp_path: Path) -> None:
    assert not problems(check, OLD, history=committed(tmp_path, ("2026-06-01", BUMPED), ("2026-06-02", OLD)))


def test_an_older_move_is_judged_by_what_followed_it(tmp_path: Path) -> None:
    states = (("2023-01-05", OLD.replace("2024", "2023")), ("2024-01-05", REWORDED))
    assert not problems(check, REWORDED, history=committed(tmp_path, *states))


def test_two_moves_in_a_row(tmp_path: Path) -> None:
    states = (("2023-01-05", OLD.replace("2024", "2023")), ("2024-01-05", OLD), ("2026-06-01", BUMPED))
    (message,) = messages(check, BUMPED, history=committed(tmp_path, *states))
    assert "was 2024-01-05" in message


def test_without_history_it_is_unknown() -> None:
    assert ask(check, OLD) == [Unknown("not in a git repository")]
    assert not ask(check, BODY)
