"""Calls the command as a process of its own, as a shell would."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), **more}


def check(folder: Path, *options: str, code: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    """A check on the day of the tests. ``code`` runs when it is over."""
    start = f"import sys, atexit\natexit.register(lambda: exec({code!r}))\nfrom lint.start import main\nmain()"
    done = subprocess.run(
        [sys.executable, "-c", start, "check", "--today", "2026-11-22", *options],
        cwd=folder,
        env=environment(**more),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done


def said(folder: Path, *options: str) -> tuple[int, str, str]:
    """The exit code and what was printed."""
    done = check(folder, *options)
    return done.returncode, done.stdout, done.stderr
