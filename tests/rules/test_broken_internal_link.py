"""broken-internal-link."""

from pathlib import Path

import pytest

from lint.corpus import Files
from lint.finding import Unknown
from lint.rules.broken_internal_link import check
from tests.publication import write
from tests.rules.asked import ask, messages, problems, sources

OTHER = '# Other\n\n## How to rest\n\n<a id="ref-1"></a>\n\nRest.\n'


def said(root: Path, text: str, path: str = "articles/article.md") -> list[str]:
    return messages(check, text, path=path, corpus=corpus(root, text, path))


def corpus(root: Path, text: str, path: str = "articles/article.md") -> Files:
    write(root, {path: text, "articles/other.md": OTHER, "articles/a b.md": OTHER, "images/spine.png": ""})
    return Files(root, {}, 1_000_000)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    text = "Read [more](othr.md) about it.\n"
    assert said(tmp_path, text) == ["This leads nowhere: there is no file articles/othr.md."]
    found = problems(check, text, path="articles/article.md", corpus=corpus(tmp_path, text))
    assert sources(text, found) == ["othr.md"]


def test_an_image_that_is_not_there(tmp_path: Path) -> None:
    assert said(tmp_path, "See ![the spine](../images/spin.png).\n") == [
        "This leads nowhere: there is no file images/spin.png."
    ]


def test_an_anchor_that_is_not_there(tmp_path: Path) -> None:
    text = "Read [how](#how-to-rst).\n\n## How to rest\n\nRest.\n"
    (problem,) = problems(check, text, path="articles/article.md", corpus=corpus(tmp_path, text))
    assert problem.message == "This leads nowhere: this article has no place #how-to-rst. Did you mean #how-to-rest?"
    assert problem.fix and problem.fix.title == "Write #how-to-rest"
    assert not problem.fix.safe


def test_an_anchor_of_another_article(tmp_path: Path) -> None:
    assert said(tmp_path, "Read [how](other.md#xyz).\n") == ["This leads nowhere: articles/other.md has no place #xyz."]


@pytest.mark.parametrize(
    "url",
    [
        "other.md",
        "./other.md#how-to-rest",
        "other.md#How_To_Rest",
        "../articles/other.md?plain=1#ref-1",
        "a%20b.md",
        "../images/spine.png",
        "#how-to-rest",
        "#",
        "#top",
        "#fn1",
        "#fnref:1",
        "#:~:text=rest",
        "https://example.org/nowhere.md",
        "//example.org/nowhere.md",
        "mailto:someone@example.org",
        "tel:112",
        "elsewhere",
        "elsewhere/",
        "elsewhere.html#x",
        "elsewhere?x=1",
        "{{site.url}}/nowhere.md",
        "",
    ],
)
def test_what_leads_somewhere_or_may(tmp_path: Path, url: str) -> None:
    assert not said(tmp_path, f"Read [more]({url}).\n\n## How to rest\n\nRest.\n")


def test_a_marker_without_its_reference_is_another_rule_s(tmp_path: Path) -> None:
    listed = "\n\n## References\n\n1. Example A. A title. *Journal*. 2020;1:1-2.\n"
    assert not said(tmp_path, f"Rest helps. [(2)](#ref-2){listed}")
    assert len(said(tmp_path, f"Rest helps. [(1)](#ref-1){listed}")) == 1


def test_an_address_from_the_site_s_root_is_unknown(tmp_path: Path) -> None:
    text = "[Recent posts](/recent) and [more](/more.md)\n"
    found = ask(check, text, path="articles/article.md", corpus=corpus(tmp_path, text))
    (why,) = {what.why for what in found if isinstance(what, Unknown)}
    assert "root" in why


def test_outside_the_publication_is_unknown(tmp_path: Path) -> None:
    text = "[more](../../more.md)\n"
    (unknown,) = ask(check, text, path="articles/article.md", corpus=corpus(tmp_path, text))
    assert isinstance(unknown, Unknown)


def test_a_text_without_its_folder_is_unknown() -> None:
    for url in ("other.md", "#rest"):
        (unknown,) = ask(check, f"[more]({url})\n")
        assert unknown == Unknown("the text came without its folder")


def test_an_article_at_the_root(tmp_path: Path) -> None:
    assert not said(tmp_path, "[more](articles/other.md)\n", path="article.md")
    assert said(tmp_path, "[more](other.md)\n", path="article.md")


def test_an_address_from_the_content_folder_is_not_followed(tmp_path: Path) -> None:
    text = "Read [more](@/posts/other.md) about it.\n"
    (unknown,) = ask(check, text, path="articles/article.md", corpus=corpus(tmp_path, text))
    assert isinstance(unknown, Unknown)


@pytest.mark.parametrize("template", ["{% include sections.md %}", "{{ page.parts }}", "{{< parts >}}"])
def test_a_template_may_make_the_place(tmp_path: Path, template: str) -> None:
    text = f"Read [how](#made-by-it).\n\n{template}\n"
    (unknown,) = ask(check, text, path="articles/article.md", corpus=corpus(tmp_path, text))
    assert isinstance(unknown, Unknown)
