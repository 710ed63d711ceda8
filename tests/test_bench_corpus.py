"""The generated corpus is repeatable, what the linter finds in it is what was planted, and the bench runs on it."""

import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from lint.finding import Severity
from tests.publication import check, found

BENCH = Path(__file__).parent.parent / "bench"


def make(out: Path, articles: int, *options: str) -> dict[str, bytes]:
    """The articles of a corpus by path."""
    subprocess.run(
        [sys.executable, BENCH / "corpus.py", out, f"--articles={articles}", *options], check=True, capture_output=True
    )
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*.md")}


def test_the_same_seed_gives_the_same_bytes_and_a_larger_corpus_begins_with_the_smaller(tmp_path: Path) -> None:
    small = make(tmp_path / "small", 20)
    large = make(tmp_path / "large", 30)
    other = make(tmp_path / "other", 20, "--seed=2")
    assert len(large) == 30
    assert small.items() <= large.items()
    assert small.keys().isdisjoint(other.keys())


def test_its_history_ends_with_the_articles_on_the_day_they_say(tmp_path: Path) -> None:
    articles = make(tmp_path / "corpus", 10, "--git")
    planted = json.loads((tmp_path / "corpus" / "planted.json").read_text())
    git = ["git", "-C", str(tmp_path / "corpus")]
    assert subprocess.run([*git, "status", "--short"], check=True, capture_output=True).stdout == b""
    for path in articles.keys() - planted.keys():
        last = subprocess.run([*git, "log", "-1", "--format=%cs", "--", path], check=True, capture_output=True).stdout
        assert b"last_modified: " + last in articles[path]


def test_what_was_planted_is_found_and_nothing_else(tmp_path: Path) -> None:
    articles = make(tmp_path / "corpus", 240, "--git")
    planted = json.loads((tmp_path / "corpus" / "planted.json").read_text())
    findings = [one for one in found(check(tmp_path / "corpus")) if one.severity > Severity.SUGGESTION]
    said = {path: {one.rule for one in findings if one.path.endswith(path)} for path in articles}
    assert {path: rules for path, rules in said.items() if rules and path not in planted} == {}
    missed = {rule for path, rule in planted.items() if rule not in said[path]}
    assert missed == set()


def test_the_report_measures_a_check_and_says_where_the_time_goes() -> None:
    command = [sys.executable, BENCH / "run.py", "--articles=20", "--times=1"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert "20 articles, " in said
    assert "articles/s" in said
    assert "copydesk --version" in said
    assert "lint.article.markdown" in said


def test_what_was_to_be_reached_is_said_missed_or_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCH))
    measure, targets = import_module("measure"), import_module("targets")

    def took(wall: float) -> Any:
        return measure.Runs((measure.Run(wall, wall, 100_000_000),))

    figures = targets.Figures(cold={1000: {"copydesk": took(1.0), "textlint": took(5.0), "rumdl": took(0.5)}})
    said = "\n".join(targets.rows(figures))
    assert "| cold, 1,000 articles: textlint / copydesk | 5.00 × | ≥ 6 × | **no** |" in said
    assert "| cold, 1,000 articles: copydesk / rumdl | 2.00 × | ≤ 2.5 × | yes |" in said
    assert "| cold, 1,000 articles: proselint / copydesk | – | ≥ 6 × | not measured |" in said
    assert "1,000 articles, cold and warm | 100.00 MB | ≤ 152 MB | yes |" in said


def test_the_page_keeps_what_was_written_by_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCH))
    document = import_module("document")
    monkeypatch.setattr(document, "PAGE", tmp_path / "performance.md")
    document.write(["first figures"], "bench/run.py")
    with document.PAGE.open("a") as page:
        page.write("\n## By hand\n")
    document.write(["later figures"], "bench/run.py")
    said = document.PAGE.read_text("utf-8")
    assert "first figures" not in said
    assert "later figures" in said
    assert said.endswith("\n## By hand\n")


def test_a_folder_of_ones_own_is_measured_and_left_alone(tmp_path: Path) -> None:
    before = make(tmp_path / "corpus", 3)
    command = [sys.executable, BENCH / "run.py", tmp_path / "corpus", "--times=1"]
    assert "## 3 articles" in subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert {path.relative_to(tmp_path / "corpus").as_posix() for path in (tmp_path / "corpus").rglob("*")} >= set(
        before
    )
    assert not list((tmp_path / "corpus").glob(".*"))


def test_copies_are_found_and_independent_passages_are_not() -> None:
    command = [sys.executable, BENCH / "copied.py", "--each=4", "--sizes", "1000"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert "100%  verbatim" in said
    assert "0%  independent passages" in said
    assert "precision 100.0%" in said
    assert "2 of 2" in said
