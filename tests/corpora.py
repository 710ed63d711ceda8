"""The fixtures and the articles of this repository, away from its history, for tests that change them."""

import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from lint.finding import Finding, Report
from lint.run import Request, run

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 22)
NAMES = sorted(
    str(path.relative_to(ROOT)) for folder in ("tests/fixtures", "articles") for path in (ROOT / folder).rglob("*.md")
)
TEXTS = {name: (ROOT / name).read_text("utf-8") for name in NAMES}


def copy(root: Path) -> Path:
    """A copy below a folder without a repository, so that no history says anything."""
    for name in ("tests/fixtures", "articles", "copydesk.toml"):
        target = root / name
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, target)
        else:
            shutil.copy(ROOT / name, target)
    return root


def report(root: Path, name: str, text: str | bytes, select: Iterable[str] = ()) -> Report:
    """What a check says when the named file holds the text."""
    content = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    found = run(Request(today=TODAY, stdin=(str(root / name), content), select=tuple(select))).report
    assert not found.faults, found.faults
    return found


def findings(root: Path, name: str, text: str | bytes, select: Iterable[str] = ()) -> list[Finding]:
    """The findings, those that the article allows included."""
    return list(report(root, name, text, select).findings)
