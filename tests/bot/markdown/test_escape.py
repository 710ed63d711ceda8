"""Nothing escapes from hostile text: rendered as GitHub renders, it is text or code, and nothing else."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.markdown import clipped, code, fence, prose, seen

RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
MEANT = re.compile(r"@\w|#\d|\bgh-\d|\b[0-9a-f]{7,40}\b|://|www\.|\$", re.IGNORECASE)
"""What GitHub makes of text that is left after markdown: mentions, issues, commits, links, formulas."""
HARMLESS = {"inline", "text", "code_inline", "softbreak", "paragraph_open", "paragraph_close"}
TABLE = {f"{name}_{end}" for name in ("table", "thead", "tbody", "tr", "th", "td") for end in ("open", "close")}
LIST = {f"{name}_{end}" for name in ("bullet_list", "list_item") for end in ("open", "close")}

ATTACKS = [
    "@someone", "(@someone)", "x@someone/team", "@org/team", "mail me@example.org", "#1", "fixes #12", "GH-1",
    "owner/repo#3", "owner/repo@deadbeef", "0123456789abcdef0123456789abcdef01234567", "deadbee", "http://example.org",
    "https://github.com/owner/repo/issues/1", "www.example.org", "<!-- copydesk:summary x -->", "--> <b>",
    "![i](https://example.org/i.png)", "[text](https://example.org)", "[text][ref]", "<img src=x onerror=y>",
    "```\ncode\n```", "~~~", "`", "``", "`` ` ``", "a | b", "| a | b |\n| - | - |", "\\", "\\`@x\\`", "a\\|b", "`a|b`",
    "# heading", "- item", "+ item", "1. item", "1) item", "> quote", "***", "---", "===", "**bold** _it_ ~~gone~~",
    "&lt;b&gt;", "&#64;someone", "$x$", "$$x$$", "$`x`$", ":smile:", "a\n\n# b", "a\r- b", "a\u2028# b", "\t# code",
    "    code", "<https://example.org>", "<a@example.org>", "\u202ereversed", "zero\u200bwidth", "@\u200dsomeone",
    "\ufeff@someone", "@\u2060someone", "</details>", "<sub>", "^1^", "[^1]", "[ ] task", "\x00\x07\x1b[31m",
]  # fmt: skip

hostile = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from([*ATTACKS, " ", "\n", "a", "`", "|", "\\", "<", "*", "_", "@", "#1"]), max_size=8).map(
        "".join
    ),
)


def tokens(markdown: str) -> list[Token]:
    return [inner for token in RENDERER.parse(markdown) for inner in (token, *(token.children or ()))]


def plain(markdown: str) -> str:
    """The text outside of code."""
    return "\n".join(token.content for token in tokens(markdown) if token.type == "text")


def harmless(markdown: str, frame: set[str]) -> None:
    found = tokens(markdown)
    assert {token.type for token in found} <= HARMLESS | frame, markdown
    assert not MEANT.search(plain(markdown)), markdown
    shown = "".join(token.content for token in found if token.type in ("text", "code_inline"))
    assert not [char for char in shown if unicodedata.category(char) in ("Cc", "Cf") and char != "\u200d"]


@pytest.mark.parametrize("text", ATTACKS)
def test_known_attacks(text: str) -> None:
    for written in (prose(text), code(text)):
        harmless(f"- Said: {written}", LIST)
        harmless(written, set())


@given(hostile)
def test_text_stays_text_at_the_start_of_a_line(text: str) -> None:
    harmless(prose(text), set())
    harmless(code(text), set())


@given(hostile, hostile)
def test_text_stays_within_its_list_item(one: str, other: str) -> None:
    written = f"- {code(one)}: {prose(other)} {code(one)}"
    harmless(written, LIST)
    assert [token.type for token in RENDERER.parse(written)].count("list_item_open") == 1


@given(hostile, hostile)
def test_text_stays_within_its_cell(one: str, other: str) -> None:
    written = f"| A | B |\n| --- | --- |\n| {code(one)} | {prose(other)} |\n\nAfter."
    harmless(written, TABLE)
    assert [token.type for token in RENDERER.parse(written)].count("td_open") == 2


@given(hostile)
def test_what_is_said_can_be_read(text: str) -> None:
    """The visible text comes out as it went in."""
    shown = "".join(token.content for token in tokens(f"x {prose(text)}") if token.type in ("text", "code_inline"))
    assert " ".join(shown.removeprefix("x").replace("<U+007C>", "|").split()) == " ".join(
        clipped(seen(text), 500).replace("<U+007C>", "|").split()
    )


@given(hostile)
def test_a_fence_holds_whatever_stands_in_it(text: str) -> None:
    lines = text.replace("\r", "\n").replace("\x00", "")
    blocks = RENDERER.parse(f"{fence(lines, 'suggestion')}\n\nAfter.")
    assert [block.type for block in blocks] == ["fence", "paragraph_open", "inline", "paragraph_close"]


@given(st.text(max_size=40), st.integers(2, 20))
def test_a_cut_never_splits_a_character(text: str, longest: int) -> None:
    cut = clipped(text, longest)
    assert len(cut) <= longest
    if cut != text:
        kept = cut.removesuffix("…")
        assert text.startswith(kept)
        following = text[len(kept) :].lstrip()[:1]
        assert not kept or not unicodedata.category(following or "x").startswith("M") or text[len(kept)].isspace()


def test_hidden_characters_are_shown_and_emoji_stay_whole() -> None:
    assert seen("a\u202eb\u200bc\u2066d\u00ade") == "a<U+202E>b<U+200B>c<U+2066>d<U+00AD>e"
    assert seen("a\u3164b\u2800c") == "a<U+3164>b<U+2800>c"
    assert seen("@\u200dx") == "@<U+200D>x"
    assert seen("👩\u200d⚕️ naïve ﷽") == "👩\u200d⚕️ naïve ﷽"
