import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.article.blocks import blocks
from lint.suppressions.read import suppressions
from lint.suppressions.suppression import Suppression


def read(text: str) -> tuple[Suppression, ...]:
    return suppressions(text, blocks(text))


@pytest.mark.parametrize(
    ("comment", "names", "until", "reason"),
    [
        ("<!-- copydesk allow: a -- why -->", ["a"], None, "why"),
        ("<!--copydesk allow:a,b -- why not -- really -->", ["a", "b"], None, "why not -- really"),
        ("<!-- copydesk allow a, b -->", ["a", "b"], None, ""),
        ("<!-- copydesk allow: a until 2027-01-01 -- why -->", ["a"], "2027-01-01", "why"),
        ("<!-- copydesk allow: a until soon -->", ["a"], "soon", ""),
        ("<!-- copydesk allow: a\n  -- why\n  it is so -->", ["a"], None, "why it is so"),
        ("<!-- copydesk allow: -->", [], None, ""),
        ("<!-- copydesk allow-file: a-b -- why -->", ["a-b"], None, "why"),
        ("<!-- copydesk begin  allow: a -- why -->", ["a"], None, "why"),
    ],
)
def test_a_comment_names_rules_a_last_day_and_a_reason(
    comment: str, names: list[str], until: str | None, reason: str
) -> None:
    (found,) = read(f"{comment}\n\nText.\n")
    assert [name for name, _ in found.names] == names
    assert [comment[span.start : span.end] for _, span in found.names] == names
    assert (found.until, found.reason, found.span) == (until, reason, (0, len(comment)))


def test_only_a_date_expires() -> None:
    assert Suppression("allow", (0, 0), (), until="2027-01-01").expires == date(2027, 1, 1)  # type: ignore[arg-type]
    assert Suppression("allow", (0, 0), (), until="soon").expires is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "```\n<!-- copydesk allow: a -- why -->\n```\n",
        "    <!-- copydesk allow: a -- why -->\n",
        "Write `<!-- copydesk allow: a -- why -->`.\n",
        "<!-- copydesk role: introduction -->\n",
        "<!-- allow: a -->\n",
        "<!-- copydesk allow: a",
        "copydesk allow: a -- why\n",
    ],
)
def test_what_is_no_comment_of_ours_allows_nothing(text: str) -> None:
    assert read(text) == ()


def test_several_comments_in_one_block_count() -> None:
    found = read("<div><!-- copydesk allow: a -- x --> <!-- copydesk allow: b -- y -->\n</div>\n\nText.\n")
    assert [one.names[0][0] for one in found] == ["a", "b"]


@given(
    st.lists(
        st.sampled_from(
            ["<!-- ", "copydesk ", "allow", ": ", "a", "-- ", "-->", "\n", "`", "until ", "- ", "# ", "---\n"]
        )
    )
)
def test_any_text_is_read_and_every_name_stands_where_it_says(pieces: list[str]) -> None:
    text = "".join(pieces)
    for one in read(text):
        assert text[one.span.start : one.span.end].startswith("<!--")
        assert all(text[span.start : span.end] == name for name, span in one.names)


@pytest.mark.parametrize(
    "text",
    [
        "<!-- copydesk allow: a -- b -->\n\nText.\n\n" * 20_000,
        "<!-- copydesk " * 70_000,
        "<!-- copydesk allow: a " + " " * 1_000_000 + "x -->\n",
        "<!-- copydesk allow: a until " + " " * 1_000_000 + "x y -->\n",
        "<!-- copydesk allow: " + "a," * 400_000 + " -->\n",
    ],
    ids=["many", "unclosed", "spaces", "until", "names"],
)
def test_hostile_text_takes_no_time(text: str) -> None:
    parsed = blocks(text)
    start = time.process_time()
    suppressions(text, parsed)
    assert time.process_time() - start < 20


def test_hostile_front_matter_takes_no_time() -> None:
    text = "---\n" + 'a: "# copydesk allow: b\n' * 30_000 + "k: # copydesk allow: b\n" + "- a\n" * 50_000 + "---\n"
    start = time.process_time()
    suppressions(text, (), len(text))
    assert time.process_time() - start < 20
