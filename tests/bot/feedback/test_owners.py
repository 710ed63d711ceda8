"""CODEOWNERS by the examples of GitHub's manual."""

import pytest

from bot.feedback.owners import owners


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("*", "articles/a.md", True),
        ("*.md", "a.md", True),
        ("*.md", "articles/deep/a.md", True),
        ("*.md", "a.txt", False),
        ("/build/logs/", "build/logs/a/b.md", True),
        ("/build/logs/", "deep/build/logs/a.md", False),
        ("docs/*", "docs/a.md", True),
        ("docs/*", "docs/deep/a.md", False),
        ("docs/*", "deep/docs/a.md", False),
        ("apps/", "deep/apps/a.md", True),
        ("apps/", "apps", False),
        ("/docs/", "docs/deep/a.md", True),
        ("/docs", "docs/deep/a.md", True),
        ("**/logs", "build/logs/a.md", True),
        ("**/logs", "deep/er/logs/b/a.md", True),
        ("articles/**/coffee.md", "articles/coffee.md", True),
        ("articles/**/coffee.md", "articles/a/b/coffee.md", True),
        ("articles/coffee", "articles/coffee.md", False),
        ("a?c.md", "abc.md", True),
        ("with\\ space.md", "with space.md", True),
    ],
)
def test_patterns(pattern: str, path: str, fits: bool) -> None:
    assert owners(f"{pattern} @nora-example", path) == (("nora-example",) if fits else ())


def test_the_last_line_wins_and_may_take_out() -> None:
    text = "* @one-example\n/articles/ @two-example @three-example # those\n/articles/free/\n"
    assert owners(text, "a.md") == ("one-example",)
    assert owners(text, "articles/a.md") == ("two-example", "three-example")
    assert owners(text, "articles/free/a.md") == ()


def test_teams_and_addresses_cannot_be_assigned() -> None:
    assert owners("* @example/desk nora@example.org @nora-example", "a.md") == ("nora-example",)


@pytest.mark.parametrize("line", ["!a.md @nora-example", "[ab].md @nora-example", "a.md nobody", "# a.md @x", ""])
def test_what_github_does_not_understand_is_skipped(line: str) -> None:
    assert owners(f"a.md @nora-example\n{line}", "a.md") == ("nora-example",)


def test_many_stars_cost_little() -> None:
    assert owners(f"{'*a' * 200}b @nora-example\n{'**/' * 500}b @nora-example", "a" * 5000) == ()
