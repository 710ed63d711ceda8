"""The guard: no fix writes what people sign for."""

from pathlib import Path

import pytest

from lint.article.parse import parse
from lint.article.settings import Settings
from lint.fixes.guard import SIGNED, is_signed, signed
from tests.fixes.mending import mended

TEXT = """\
---
title: Back pain
reviewed_by:
  - name: Robin Example
    on: May 26, 2026
fact_checked_by: {name: Sam Example, on: 26 May 2026}
next_review: "June 1, 2030"
published: May 24, 2026
---

Most back pain passes within weeks.
"""


def test_reviews_and_fact_checks_are_signed() -> None:
    assert set(signed(parse("a.md", TEXT, Settings()).article)) >= SIGNED
    assert is_signed(("front_matter", "reviewed_by", 0, "on"))
    assert not is_signed(("front_matter", "published"))
    assert not is_signed(("front_matter",))


@pytest.mark.parametrize("unsafe", [False, True])
def test_their_dates_stay_as_they_were_written(tmp_path: Path, unsafe: bool) -> None:
    one = mended(tmp_path, TEXT, unsafe=unsafe)
    assert one.after.decode() == TEXT.replace("May 24, 2026", "2026-05-24")


@pytest.mark.parametrize("name", ["last_modified", "published"])
def test_a_name_of_the_publications_own_is_no_way_around(tmp_path: Path, name: str) -> None:
    (tmp_path / "copydesk.toml").write_text(f'[fields]\nnext_review = "{name}"\n', "utf-8")
    text = f"---\n{name}: May 26, 2026\n---\n\nMost back pain passes within weeks.\n"
    assert mended(tmp_path, text).after.decode() == text
