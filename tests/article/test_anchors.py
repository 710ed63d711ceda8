import time

import pytest

from lint.article import anchors as module
from lint.article.anchors import slug
from lint.article.blocks import blocks


def anchors(text: str) -> frozenset[str]:
    return module.anchors(blocks(text))


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Why it helps", "why-it-helps"),
        ("What's new? (2026)", "whats-new-2026"),
        ("Salt & sugar", "salt--sugar"),
        ("snake_case - and more", "snake_case---and-more"),
        ("Überblick: Größe", "überblick-größe"),
        ("健康", "健康"),
    ],
)
def test_slugs_are_githubs(heading: str, expected: str) -> None:
    assert slug(heading) == expected


def test_the_forms_of_other_generators_count_too() -> None:
    assert {"salt--sugar", "salt-sugar"} <= anchors("## Salt & sugar\n")
    assert {"1-rest", "rest"} <= anchors("## 1. Rest\n")


def test_headings_of_one_name_are_numbered() -> None:
    assert {"dose", "dose-1", "dose_1", "dose-2"} <= anchors("# Dose\n\n# Dose\n\n# Dose\n")


def test_explicit_ids_and_html_count() -> None:
    text = (
        "## One {#first .wide}\n\n## Two {: #second }\n\n<a name='third'></a> word <span ID=fourth>x</span>\n\n"
        '<div class="x" id="fifth">\n</div>\n\n1. <a id="ref-1"></a>Entry\n\n`<a id="code">`\n'
    )
    assert anchors(text) == {"first", "one", "second", "two", "third", "fourth", "fifth", "ref-1"}


def test_headings_inside_other_blocks_count() -> None:
    assert {"in-item", "in-quotation"} <= anchors("- # In item\n\n> ## In quotation\n")


def test_hostile_text_takes_no_time() -> None:
    start = time.process_time()
    anchors("<div id=" * 30_000)
    anchors("# a {" + "#" * 300_000)
    assert time.process_time() - start < 20
