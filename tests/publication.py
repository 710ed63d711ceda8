"""A small publication on disk for a test: files, commits on given days, and a check of it."""

import os
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from lint.finding import Finding
from lint.run import Outcome, Request, run

TODAY = date(2026, 11, 22)


def write(root: Path, files: Mapping[str, str]) -> None:
    """Writes each file below the root."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")


def commit(root: Path, day: str, message: str = "Change") -> None:
    """Commits all that is there, dated to noon of a day; the first commit makes the repository."""
    if not (root / ".git").exists():
        _git(root, day, "init", "--quiet", "--initial-branch=main")
    _git(root, day, "add", "--all")
    _git(root, day, "commit", "--quiet", "--allow-empty", "--message", message)


def _git(root: Path, day: str, *arguments: str) -> None:
    moment = f"{day}T12:00:00+00:00"
    environment = os.environ | {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    subprocess.run(["git", *arguments], cwd=root, env=environment, check=True, capture_output=True)


def check(root: Path, *paths: str, select: tuple[str, ...] = (), today: date = TODAY) -> Outcome:
    """The outcome of a check of the named paths, or of all that is included."""
    named = tuple(str(root / path) for path in paths) or (str(root),)
    return run(Request(paths=named, today=today, select=select))


def found(outcome: Outcome) -> list[Finding]:
    """The findings that are not suppressed; a fault of ours fails the test."""
    assert not outcome.report.faults
    return list(outcome.report.active)
