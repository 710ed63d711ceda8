"""What is not read is said."""

import time
from pathlib import Path

from lint.article.blocks import blocks
from lint.article.unread import conflict, hidden_words
from tests.cli.run import CLEAN, copydesk
from tests.cli.run import folder as folder
from tests.publication import write

CONFLICT = "Rest.\n\n<<<<<<< HEAD\nTen minutes.\n=======\nTwenty minutes.\n>>>>>>> other\n"


def test_an_unfinished_merge_is_one_finding(folder: Path) -> None:
    write(folder, {"a.md": CLEAN.replace("## Why walking helps", CONFLICT + "\n## Why walking helps")})
    result = copydesk("check", "a.md")
    assert result.exit_code == 1
    assert result.stdout == (
        "a.md:22:1: error unreadable-article Lines 22 to 26 hold an unfinished merge. "
        "Keep one of the two texts, and remove the three marks.\n"
    )


def test_marks_that_are_no_merge() -> None:
    for text in (
        "<<<<<<< HEAD\n",
        "a\n=======\n",
        "x <<<<<<< a\n=======\n>>>>>>> b\n",
        ">>>>>>> a\n=======\n<<<<<<< b\n",
    ):
        assert conflict(text) is None


def test_many_marks_take_no_time() -> None:
    start = time.process_time()
    assert conflict("<<<<<<< a\n" * 100_000) is None
    assert conflict("x<<<<<<< a\n" * 100_000) is None
    assert time.process_time() - start < 20


def test_words_in_raw_html_are_counted() -> None:
    prose = "<div>\nAspirin helps <b>many</b> people, and so do a walk, a nap, tea and rest.\n</div>\n"
    assert hidden_words(blocks(prose)) == 14
    assert hidden_words(blocks("<!-- a long comment of more than twelve words is not read by anyone at all -->\n")) == 0
    assert hidden_words(blocks("<button>Click here</button>\n")) == 0


def test_words_in_raw_html_are_said(folder: Path) -> None:
    html = "<div>\nAspirin helps many people, and so do a walk, a nap, a cup of tea and rest.\n</div>\n"
    write(folder, {"a.md": CLEAN.replace("## Why walking helps", html + "\n## Why walking helps")})
    stderr = " ".join(copydesk("check", "a.md").stderr.split())
    assert "Not checked: text in raw HTML in a.md: it is not read; write it as markdown." in stderr
