"""`missing-credentials`: an author or reviewer with a bare name."""

from collections.abc import Mapping

import pytest

from lint.article import Article
from lint.article.front_matter import read as front_matter
from lint.context import Context, Person
from lint.rules.missing_credentials import check
from tests.rules.problems import TODAY


def places(yaml: str, people: Mapping[str, Person] | None = None) -> list[str]:
    text = f"---\n{yaml}\n---\n"
    data = front_matter.parse(text)
    article = Article("a.md", text, {"front_matter": data.values}, data.spans)
    return [text[slice(*article.span(problem.at))] for problem in check(article, Context(TODAY, people=people))]


@pytest.mark.parametrize(
    ("yaml", "found"),
    [
        ("authors: [Jane Example, 'John Sample, MD']", ["Jane Example"]),
        ("authors: [{name: Jane Example}, {name: John Sample, credentials: MD}]", ["Jane Example"]),
        ("reviewed_by: {name: Robin Example, role: medical}", ["Robin Example"]),
        ("fact_checked_by: Sam Example", []),
        ("authors: World Health Organization", []),
        ("authors: NHS", []),
        ("authors: Example Team", []),
        ("authors: example.org", []),
        ("authors: {name: Example, type: Organization}", []),
        ("authors: {name: Ada Press, type: person}", ["Ada Press"]),
        ("authors: [{credentials: MD}]", []),
        ("title: A", []),
    ],
)
def test_a_person_needs_credentials(yaml: str, found: list[str]) -> None:
    assert places(yaml) == found


def test_the_people_file_counts_whatever_the_spelling() -> None:
    people = {"jane example": Person("Jane Example", "MD"), "sam sample": Person("Sam Sample")}
    assert places("authors: [Dr. Jane Example, Sam Sample]", people) == ["Sam Sample"]


def test_without_front_matter() -> None:
    article = Article("a.md", "", {"front_matter": None}, {})
    assert list(check(article, Context(TODAY))) == []
