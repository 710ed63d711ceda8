"""outdated-last-modified."""

from pathlib import Path

import pytest

from lint.finding import Unknown
from lint.rules.outdated_last_modified import check
from tests.rules.asked import ask, committed, dated, fixed, messages, problems

OLD = dated("last_modified: 2026-01-05")
NEW = dated("last_modified: 2026-01-05", body="Stretching and walking ease stiffness.\n")


def test_the_text_was_changed_later(tmp_path: Path) -> None:
    history = committed(tmp_path, ("2026-01-05", OLD), ("2026-06-01", NEW))
    (problem,) = problems(check, NEW, history=history)
    commit_ = next(history.versions("article.md", NEW))
    assert not isinstance(commit_, Unknown)
    assert problem.message == (
        f"The text was changed on 2026-06-01 (commit {commit_.commit}), after `last_modified` (2026-01-05)."
    )
    assert problem.help == "Set `last_modified` to 2026-06-01."
    assert problem.fix and problem.fix.safe
    assert fixed(NEW, problem) == NEW.replace("2026-01-05", "2026-06-01")


def test_a_change_that_is_not_committed_is_of_today(tmp_path: Path) -> None:
    (problem,) = problems(check, NEW, history=committed(tmp_path, ("2026-01-05", OLD)))
    assert problem.message == "The text was changed today (not committed yet), after `last_modified` (2026-01-05)."
    assert "last_modified: 2026-11-22" in fixed(NEW, problem)


def test_the_quotes_and_the_time_around_the_date_stay(tmp_path: Path) -> None:
    old, new = (text.replace("2026-01-05", '"2026-01-05"') for text in (OLD, NEW))
    (problem,) = problems(check, new, history=committed(tmp_path, ("2026-01-05", old), ("2026-06-01", new)))
    assert 'last_modified: "2026-06-01"' in fixed(new, problem)


@pytest.mark.parametrize(
    "later",
    [
        OLD.replace("---\n\n", "title: A title\n---\n\n"),
        OLD.replace("Stretching eases", "**Stretching**  eases"),
        OLD.replace("people.", "people!"),
        OLD.replace("\n", "\r\n"),
        OLD.replace("many people", "many\npeople") + "\n<!-- copydesk allow: uncited-section -- a reason -->\n",
        OLD.replace("Stretching", "[stretching](https://example.org/a)"),
    ],
    ids=["front matter", "emphasis", "punctuation", "line ends", "comment", "link"],
)
def test_what_no_reader_notices_is_no_change(tmp_path: Path, later: str) -> None:
    assert not problems(check, later, history=committed(tmp_path, ("2026-01-05", OLD), ("2026-06-01", later)))


def test_a_change_on_the_day_itself(tmp_path: Path) -> None:
    assert not problems(check, NEW, history=committed(tmp_path, ("2026-01-05", OLD), ("2026-01-05", NEW)))


def test_a_change_that_was_taken_back(tmp_path: Path) -> None:
    states = (("2026-01-05", OLD), ("2026-06-01", NEW), ("2026-06-02", OLD))
    assert not problems(check, OLD, history=committed(tmp_path, *states))


def test_a_commit_that_brings_the_date_is_described_by_it(tmp_path: Path) -> None:
    # Squashed and merged days after the writer set the date.
    merged = NEW.replace("2026-01-05", "2026-05-28")
    assert not problems(check, merged, history=committed(tmp_path, ("2026-01-05", OLD), ("2026-06-01", merged)))


def test_the_newest_change_of_words_is_named_not_the_newest_commit(tmp_path: Path) -> None:
    states = (("2026-01-05", OLD), ("2026-06-01", NEW), ("2026-07-01", NEW.replace("---\n\n", "title: x\n---\n\n")))
    (message,) = messages(check, states[-1][1], history=committed(tmp_path, *states))
    assert "on 2026-06-01" in message


def test_an_article_older_than_its_repository(tmp_path: Path) -> None:
    assert not problems(check, OLD, history=committed(tmp_path, ("2026-09-01", OLD)))
    assert problems(check, NEW, history=committed(tmp_path, ("2026-09-02", NEW)))


def test_a_renamed_file_keeps_its_history(tmp_path: Path) -> None:
    committed(tmp_path, ("2026-01-05", OLD), ("2026-06-01", NEW))
    (tmp_path / "article.md").rename(tmp_path / "renamed.md")
    history = committed(tmp_path, ("2026-07-01", NEW), path="renamed.md")
    (message,) = messages(check, NEW, history=history, path="renamed.md")
    assert "on 2026-06-01" in message


def test_without_history_it_is_unknown() -> None:
    assert ask(check, OLD) == [Unknown("not in a git repository")]


def test_without_a_date_there_is_no_question() -> None:
    assert not ask(check, dated("title: x"))
    assert not ask(check, "No front matter.\n")
