"""Marked articles: a line marked with ``expect: RULE`` raises that rule, and nothing else is raised anywhere."""

import re
import shutil
from pathlib import Path

import pytest

from tests.publication import check, found

FIXTURES = Path(__file__).parent / "fixtures"
ARTICLES = sorted(FIXTURES.rglob("*.md"))
EXPECT = re.compile(r"expect: ([a-z-]+(?:, [a-z-]+)*)")


def expected(text: str) -> list[tuple[int, str]]:
    """The marked lines, each with its rules."""
    return [
        (number, rule)
        for number, line in enumerate(text.splitlines(), start=1)
        for mark in EXPECT.findall(line)
        for rule in mark.split(", ")
    ]


@pytest.mark.parametrize("article", ARTICLES, ids=[str(path.relative_to(FIXTURES)) for path in ARTICLES])
def test_each_mark_is_found_and_nothing_else(article: Path, tmp_path: Path) -> None:
    # Copied out of this repository: its history says nothing about the dates in a fixture.
    shutil.copytree(article.parent, tmp_path, dirs_exist_ok=True)
    findings = found(check(tmp_path, article.name))
    assert sorted((f.start.line, f.rule) for f in findings) == sorted(expected(article.read_text("utf-8")))


def test_every_rule_has_a_fixture() -> None:
    from lint.catalogue import catalogue

    marked = {rule for path in ARTICLES for _, rule in expected(path.read_text("utf-8"))}
    assert marked >= set(catalogue()) - UNMARKABLE


UNMARKABLE = {
    # Found in places where no mark can stand or only with a history: their own tests show them.
    "unreadable-article",
    "missing-front-matter",
    "outdated-last-modified",
    "bumped-date",
    "edited-since-review",
}
