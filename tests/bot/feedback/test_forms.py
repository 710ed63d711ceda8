"""The form's markdown is read as GitHub writes it, and the template asks what the code reads."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.feedback.forms import HEADINGS, TITLE, filled, parse
from bot.feedback.issues.draft import KINDS
from bot.feedback.report import Kind

ROOT = Path(__file__).parents[3]


def body(article: str = "articles/coffee.md", kind: str = "Not accurate", passage: str = "", comment: str = "") -> str:
    """An issue as GitHub makes it of the form."""
    values = (article, kind, passage or "_No response_", comment or "_No response_")
    return "\n\n".join(f"### {heading}\n\n{value}" for heading, value in zip(HEADINGS, values, strict=True))


def fields() -> list[dict[str, Any]]:
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/reader-feedback.yml").read_text(encoding="utf-8"))
    assert form["title"] == TITLE
    return [one for one in form["body"] if one["type"] != "markdown"]


def test_the_template_asks_what_is_read() -> None:
    assert [one["id"] for one in fields()] == ["article", "kind", "passage", "comment"]
    assert tuple(one["attributes"]["label"] for one in fields()) == HEADINGS
    options = next(one["attributes"]["options"] for one in fields() if one["type"] == "dropdown")
    assert [option.casefold() for option in options] == list(KINDS.values())


def test_a_form_is_read() -> None:
    form = parse(TITLE, body(passage="Six hours", comment="It is five.\r\n\r\nSee the study."))
    assert form == ("articles/coffee.md", Kind.INACCURATE, "Six hours", "It is five.\n\nSee the study.")


@pytest.mark.parametrize(("words", "kind"), [*((text, kind) for kind, text in KINDS.items()), ("odd", Kind.OTHER)])
def test_kinds(words: str, kind: Kind) -> None:
    form = parse(TITLE, body(kind=words.capitalize()))
    assert form is not None
    assert form.kind is kind


def test_an_address_is_taken_as_the_path_of_its_page() -> None:
    form = parse(TITLE, body("https://example.org/health/coffee?a=1"))
    assert form is not None
    assert form.article == "/health/coffee?a=1"


def test_what_was_made_of_the_title_is_read_as_well() -> None:
    form = parse("I want to die", body(comment="Help"))
    assert form is not None
    assert form.comment == "I want to die\n\nHelp"


def test_headings_in_a_readers_words_change_nothing_before_them() -> None:
    form = parse(TITLE, body(comment="### Which article?\n\nother.md\n\n### What should we know?\n\nx"))
    assert form is not None
    assert form.article == "articles/coffee.md"
    assert form.comment.endswith("x")


@pytest.mark.parametrize("text", ["", "Hello", "Hello\n" + body(), body().replace("### What is wrong?", "### Other")])
def test_other_issues_are_none_of_ours(text: str) -> None:
    assert parse(TITLE, text) is None


def test_a_filled_form_is_a_form() -> None:
    form = parse(TITLE, filled("articles/coffee.md", Kind.OUTDATED, "", "Call [phone removed]"))
    assert form is not None
    assert form[:3] == ("articles/coffee.md", Kind.OUTDATED, "")
