"""`unreliable-source`: sources that the publication refuses."""

import pytest

from lint.context import Sources
from lint.rules.unreliable_source import Options, check
from tests.rules.problems import Said, entry, listing, said

POST = "My back. Reddit. <https://www.reddit.com/r/example/1>. Accessed May 2, 2026."
NEWS = "My back. Example Gazette. <https://news.example.net/1>. Accessed May 2, 2026."


def of(reference: str, *options: Options, **sources: tuple[str, ...]) -> list[Said]:
    return said(check, "A helps. (1)\n" + listing(reference), *options, sources=Sources(**sources))


@pytest.mark.parametrize("refused", ["example.net", "www.example.net", "news.example.net", "Example Gazette"])
def test_a_refused_domain_or_publisher_is_told(refused: str) -> None:
    (problem,) = of(NEWS, deny=(refused,))
    assert problem.message == f"Reference 1 comes from {refused}, which this publication refuses."


@pytest.mark.parametrize("refused", ["ample.net", "example.com", "Gazette", "other.example.net"])
def test_other_names_are_not(refused: str) -> None:
    assert of(NEWS, deny=(refused,)) == []


def test_a_name_in_a_title_is_no_publisher() -> None:
    assert of(entry(1).replace("The effects", "Example Gazette and the effects"), deny=("Example Gazette",)) == []


def test_allowed_ones_override() -> None:
    assert of(NEWS, deny=("example.net",), allow=("news.example.net",)) == []


def test_posts_count_unless_the_option_says_otherwise() -> None:
    assert [problem.message for problem in of(POST)] == [
        "Reference 1 is a post on reddit.com, which nobody has checked."
    ]
    assert of(POST, Options(user_posts=False)) == []
    assert of(POST, allow=("reddit.com",)) == []
