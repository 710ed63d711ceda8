"""Marked articles: a line marked with ``expect: RULE`` raises that rule, and nothing else is raised anywhere."""

import re
import shutil
from pathlib import Path

import pytest

from lint.catalogue import catalogue
from tests.publication import check, commit, found

FIXTURES = Path(__file__).parent / "fixtures"
ARTICLES = sorted(FIXTURES.rglob("*.md"))
EXPECT = re.compile(r"expect(?: on line (\d+))?: ([a-z-]+(?:, [a-z-]+)*)")


def expected(text: str) -> list[tuple[int, str]]:
    """The marked lines, each with its rules. A mark can stand for another line, where that one can hold no comment."""
    return [
        (int(elsewhere or number), rule)
        for number, line in enumerate(text.splitlines(), start=1)
        for elsewhere, rules in EXPECT.findall(line)
        for rule in rules.split(", ")
    ]


def lay_out(article: Path, root: Path) -> None:
    """The article with all beside it; its earlier states (``article.2026-01-31.txt``) are commits of their days."""
    # Copied out of this repository: its history says nothing about the dates in a fixture.
    shutil.copytree(article.parent, root, dirs_exist_ok=True)
    for state in sorted(root.glob(f"{article.stem}.*.txt")):
        state.rename(root / article.name)
        commit(root, state.suffixes[0].removeprefix("."))
        shutil.copy(article, root)
    if (root / ".git").exists():
        commit(root, "2026-11-22")


@pytest.mark.parametrize("article", ARTICLES, ids=[str(path.relative_to(FIXTURES)) for path in ARTICLES])
def test_each_mark_is_found_and_nothing_else(article: Path, tmp_path: Path) -> None:
    lay_out(article, tmp_path)
    findings = found(check(tmp_path, article.name))
    assert sorted((f.start.line, f.rule) for f in findings) == sorted(expected(article.read_text("utf-8")))


def test_every_rule_has_a_fixture() -> None:
    marked = {rule for path in ARTICLES for _, rule in expected(path.read_text("utf-8"))}
    assert marked >= set(catalogue())
