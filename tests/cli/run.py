"""Calls the command as a shell would, in this process."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lint.cli import main

CLEAN = """\
---
title: Walking and the back
authors:
  - name: Alex Example
    credentials: MSc
reviewed_by:
  - name: Robin Example
    credentials: MD
    role: medical
    on: 2026-11-20
fact_checked_by:
  - name: Sam Example
    on: 2026-11-20
published: 2026-11-20
last_modified: 2026-11-20
disclosure: none
disclaimer: medical-advice
---

## Why walking helps

Regular walks keep the muscles of the back strong, and for many people they ease the ache that long hours at a desk
leave behind ([1](#ref-1)).

## How to begin

Start with ten minutes on flat ground and add a little each week, and rest for a day when the ache grows worse in the
night ([2](#ref-2)).

## About this article

[Was this article helpful? Report a problem.](https://example.org/feedback)

## References

1. <a id="ref-1"></a>Example A. Walking. *Journal of Examples*. 2024;1:1-2. <https://doi.org/10.5555/walking>
2. <a id="ref-2"></a>Example B. Beginning. *Journal of Examples*. 2025;2:3-4. <https://doi.org/10.5555/beginning>
"""

UNCITED = CLEAN.replace(" ([2](#ref-2))", "")
"""Two findings: an error for the section, a warning for the entry that nothing cites."""


def copydesk(*arguments: str, stdin: str | bytes | None = None) -> Result:
    """The result of a call on the day of the tests."""
    dated = ("--today", "2026-11-22") if arguments[:1] in (("check",), ("new",)) else ()
    return CliRunner().invoke(main, [*arguments[:1], *dated, *arguments[1:]], input=stdin, prog_name="copydesk")


def reworded(text: str, mark: str) -> str:
    """`CLEAN` or a like text in other words, for an article must not copy another."""
    _, _, body = text.partition("disclaimer: medical-advice\n---\n")
    lines = body.split("\n")
    prose = [re.sub(r"\b([a-z]{5,})\b(?=[ ,])", rf"\1{mark}", line) if line[:1].isalpha() else line for line in lines]
    return text[: len(text) - len(body)] + "\n".join(prose)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
