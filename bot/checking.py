"""Checks both sides of a pull request, each in a folder of its own, by the settings of the base branch."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from bot import reports
from bot.exports import export
from bot.gathering import Commits
from bot.reports import Reports
from lint.finding import CopydeskError
from lint.history.trees import Trees


def check(trees: Trees, at: Commits, today: date, out: Path) -> Reports:
    """The reports of the head and the merge base; they are written to a folder as ``head.json`` and ``base.json``."""
    head, base = out / reports.HEAD, out / reports.BASE
    for commit, report in ((at.head, head), (at.fork, base)):
        with TemporaryDirectory(prefix="copydesk-") as folder:
            _check(export(trees, commit, at.base, Path(folder)), report.absolute(), today)
    return reports.read(head, base)


def _check(folder: Path, report: Path, today: date) -> None:
    """A process of its own: its paths are relative to where it runs."""
    options = ("--output-format", "json", "--quiet", "--exit-zero", "--today", today.isoformat(), "-o", report)
    code = "from lint.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-P", "-c", code, "check", *options],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name != "GITHUB_TOKEN"},  # it needs none
        capture_output=True,
        text=True,
        check=False,
    )
    if not report.is_file() or done.returncode not in (0, 3):  # 3: a fault of ours, which the report tells
        raise CopydeskError(f"the check failed: {' '.join(done.stderr.split())[-1000:] or 'it said nothing'}")
