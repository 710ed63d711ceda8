"""What an issue says of an article comes from the checkout: the lock's verdicts, the owners of the file."""

import shutil
from pathlib import Path

import pytest

from bot.feedback.desk import Desk

FIXTURE = Path(__file__).parents[2] / "fixtures" / "verification"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A publication of one article, verified."""
    for path in FIXTURE.iterdir():
        shutil.copy(path, tmp_path)
    (tmp_path / "copydesk.toml").write_text("")
    return tmp_path


def verdicts(root: Path) -> set[str]:
    desk = Desk(root)
    article = desk.article("article.md")
    assert article
    words = next(
        section["paragraphs"][0]["text"]
        for section in article.document["sections"]
        if section["citations"] and section["paragraphs"]
    )
    cited = desk.facts("article.md", words).cited
    assert cited
    return {source.verdict for source in cited}


def test_the_verdicts_of_the_lock_are_told(root: Path) -> None:
    assert "verified" in verdicts(root)


def test_without_a_lock_nothing_is_told(root: Path) -> None:
    (root / "references.lock.json").unlink()
    assert verdicts(root) == {""}


def test_a_broken_lock_keeps_no_issue_back(root: Path) -> None:
    (root / "references.lock.json").write_text("{")
    assert verdicts(root) == {""}


@pytest.mark.parametrize("place", ["CODEOWNERS", ".github/CODEOWNERS", "docs/CODEOWNERS"])
def test_owners_stand_in_for_people(root: Path, place: str) -> None:
    (root / place).parent.mkdir(exist_ok=True)
    (root / place).write_text("*.md @nora-example\n")
    assert Desk(root).facts("article.md", "").assignees == ("nora-example",)
