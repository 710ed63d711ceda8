"""Each safe fix: an article before it and after it."""

import shutil
from pathlib import Path

import pytest

from lint.catalogue import catalogue
from tests.fixes.mending import left, mended

PAIRS = Path(__file__).parent / "pairs"
NAMES = sorted(path.name.removesuffix(".before.md") for path in PAIRS.glob("*.before.md"))
ELSEWHERE = {"outdated-last-modified"}
"""What needs a history: ``test_articles.py`` has it."""


def rule(name: str) -> str:
    return name.partition("-in-")[0]


@pytest.mark.parametrize("name", NAMES)
def test_the_fix_makes_the_one_of_the_other(name: str, tmp_path: Path) -> None:
    shutil.copy(PAIRS / "copydesk.toml", tmp_path)
    before, after = ((PAIRS / f"{name}.{state}.md").read_bytes() for state in ("before", "after"))
    one = mended(tmp_path, before, (rule(name),))
    assert one.after.decode() == after.decode()
    assert {finding.rule for finding in one.mended.fixed} == {rule(name)}
    assert left(one) == []
    assert not mended(tmp_path, after, (rule(name),)).changed


def test_every_safe_fix_has_a_pair() -> None:
    safe = {rule.name for rule in catalogue().values() if rule.fix == "safe"}
    assert safe == {rule(name) for name in NAMES} | ELSEWHERE
