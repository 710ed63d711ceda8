"""repeated-title."""

from pathlib import Path

from lint.corpus import Files
from lint.rules.repeated_title import check
from tests.publication import write
from tests.rules.asked import dated, messages, problems, sources

TWICE = dated("title: 'Stretching: why it helps'", body="# Stretching – Why *It* Helps\n\nIt eases stiffness.\n")


def test_the_heading_repeats_the_front_matter() -> None:
    assert messages(check, TWICE) == ["This heading repeats the title in the front matter: readers see it twice."]
    (source,) = sources(TWICE, problems(check, TWICE))
    assert "Stretching – Why" in source


def test_a_first_heading_of_another_level_repeats_it_too() -> None:
    text = TWICE.replace("# Stretching", "## Stretching")
    assert messages(check, text) == ["This heading repeats the title in the front matter: readers see it twice."]
    assert not messages(check, text.replace("## Str", "## Walking\n\nWalk.\n\n## Str"))


def test_a_site_that_prints_no_title() -> None:
    assert not problems(check, TWICE, prints_title=False)


def test_the_same_first_level_heading_twice() -> None:
    text = "# Stretching\n\nIt eases stiffness.\n\n# Walking\n\nWalk.\n\n# Stretching\n\nAgain.\n"
    found = problems(check, text, prints_title=False)
    assert [problem.message for problem in found] == ["This heading repeats an earlier heading: readers see it twice."]


def test_other_headings() -> None:
    body = "# Why it helps\n\nIt eases stiffness.\n\n## Stretching\n\nStretch.\n\n## Stretching\n\nStretch.\n"
    assert not problems(check, dated("title: Stretching", body=body))
    assert not problems(check, dated("authors: [Jane Example]", body=body))


def test_another_article_of_the_same_title(tmp_path: Path) -> None:
    text = dated("title: Stretching")
    others = [f"{name}.md" for name in "abcd"]
    write(tmp_path, dict.fromkeys(["article.md", *others], text))
    corpus = Files(tmp_path, {"stretching": ["article.md", *others]}, 1_000_000)
    found = problems(check, text, corpus=corpus)
    assert [problem.message for problem in found] == [
        "Another article has the same title: a.md, b.md, c.md and 1 more."
    ]
    assert sources(text, found) == ["Stretching"]
