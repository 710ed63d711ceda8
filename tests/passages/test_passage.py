"""Which passages of an article are compared with others."""

import pytest

from lint.article.parse import parse
from lint.article.settings import Settings
from lint.passages.facts import Facts, facts
from lint.passages.passage import passages

LONG = "Warm water, taken slowly before the meal, settles the stomach of most people within an hour"
LIST = "\n\n## References\n\n1. Example A. A title. *Journal*. 2020;1:1-2. <https://doi.org/10.1000/1>\n"


def texts(body: str) -> list[str]:
    return [passage.text for passage in passages(parse("a.md", body, Settings()).article)]


@pytest.mark.parametrize(
    "body",
    [
        f"{LONG}.",
        f"- {LONG}.",
        f"> {LONG}.",
        f"## Overview\n\n{LONG}.",
    ],
)
def test_prose(body: str) -> None:
    assert [text.rstrip(".") for text in texts(body)] == [LONG]


@pytest.mark.parametrize(
    "body",
    [
        "Warm water settles the stomach.",
        f"| {LONG} | b |\n|---|---|\n| {LONG} | d |",
        f"## References\n\n1. {LONG}. 2020;1:1-2. <https://doi.org/10.1000/1>",
        f"## About the author\n\n{LONG}.",
        f"## Medical disclaimer\n\n{LONG}.",
        f"> {LONG}. (1){LIST}",
        f"> {LONG}.\n>\n> — The Example Institute (1){LIST}",
        f"> {LONG}.\n\nSo says the institute. (1){LIST}",
        f"A study says (1):\n\n> {LONG}.{LIST}",
        f"```\n{LONG}\n```",
    ],
)
def test_what_is_short_shared_or_quoted(body: str) -> None:
    assert texts(body) == []


def test_a_quotation_of_which_nobody_says_where_it_comes_from() -> None:
    assert texts(f"Walking helps. (1)\n\n> {LONG}.{LIST}") == [f"{LONG}."]


def test_what_stands_in_quotation_marks_with_a_citation_is_left_out() -> None:
    (text,) = texts(f"The institute says: “{LONG}” and many more things which nobody will read. (1){LIST}")
    assert "stomach" not in text
    (text,) = texts(f"The institute says: “{LONG}” and many more things which nobody will read.")
    assert "stomach" in text


def test_addresses_are_no_words() -> None:
    (text,) = texts(f"{LONG}: https://stomach.example/warm-water and www.example.org/water.")
    assert text == f"{LONG}:   and  "


def test_facts_are_few_bytes() -> None:
    article = parse("a.md", f"---\npublished: 2026-01-05\n---\n{LONG}.\n\n{LONG} or two.", Settings()).article
    found = facts(article)
    assert found.day == "2026-01-05"
    assert len(found.shingles) == 2 * len(found.numbers) <= 4 * 30
    assert facts(parse("a.md", "Nothing.", Settings()).article) == Facts()
