"""The parser against mistune's own tokens and against a second parser's line numbers, on all CommonMark examples."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mistune import Markdown
from mistune.plugins.formatting import strikethrough
from mistune.plugins.table import table, table_in_list, table_in_quote

from lint.article.blocks import Block, blocks
from lint.article.markdown.parser import parse, parse_inlines
from lint.article.markdown.source import Source
from lint.text import Text
from tests.article.markdown.fragments import FRAGMENTS

ROOT = Path(__file__).parents[3]
EXAMPLES = [
    (example["example"], example["markdown"])
    for example in json.loads((ROOT / "tests/data/commonmark.json").read_text("utf-8"))["examples"]
]
FILES = sorted([*(ROOT / "tests").rglob("*.md"), *(ROOT / "articles").rglob("*.md")])
OURS = {"start", "line", "lines", "last"}
"""What our tokens have beyond mistune's."""

plain = Markdown(plugins=[table, table_in_list, table_in_quote, strikethrough])


def rendered(tokens: list[Any], env: Any) -> list[Any]:
    """Our tokens as mistune's renderer would hand them on."""
    result = []
    for token in tokens:
        token = {key: value for key, value in token.items() if key not in OURS}
        if "children" in token:
            token["children"] = rendered(token["children"], env)
        elif "text" in token:
            token["children"] = parse_inlines(token.pop("text").strip(" \r\n\t\f"), env).tokens
        result.append(token)
    return result


def tokens(text: str) -> list[Any]:
    state = parse(Source(text, 0))
    return rendered(state.tokens, state.env)


def test_there_are_all_examples() -> None:
    assert [number for number, _ in EXAMPLES] == list(range(1, 653))


def test_tokens_are_those_of_mistune() -> None:
    assert [number for number, text in EXAMPLES if tokens(text) != plain.parse(text)[0]] == []


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join))
@settings(max_examples=400)
def test_tokens_are_those_of_mistune_for_any_text(text: str) -> None:
    assert tokens(text) == plain.parse(text)[0]


Found = tuple[str, int, int, str | None]
KINDS = {
    "heading_open": "heading",
    "paragraph_open": "paragraph",
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "list_item_open": "list-item",
    "blockquote_open": "quotation",
    "table_open": "table",
    "tr_open": "table-row",
    "fence": "code",
    "code_block": "code",
    "html_block": "html",
    "hr": "rule",
}


def words(tokens: list[Token] | None) -> str:
    """What a reader sees of markdown-it's inline tokens."""
    seen = {"softbreak": " ", "hardbreak": " ", "html_inline": ""}
    return "".join(
        words(token.children) if token.type == "image" else seen.get(token.type, token.content)
        for token in tokens or []
    )


def found_by_markdown_it(parser: MarkdownIt, text: str) -> list[Found]:
    """Each block's kind, first and last line, and for prose its words."""
    lines, tokens = text.split("\n"), parser.parse(text)
    found: list[Found] = []
    for token, following in zip(tokens, [*tokens[1:], *tokens[:1]], strict=True):
        if kind := KINDS.get(token.type):
            assert token.map
            first, end = token.map
            while end > first + 1 and not lines[end - 1].strip(" \t>"):
                end -= 1  # blank lines at the end of a container are no part of it for us
            prose = kind in ("heading", "paragraph")
            found.append((kind, first + 1, end, words(following.children).strip() if prose else None))
    return sorted(found, key=lambda item: item[:3])


def found_by_us(text: str) -> list[Found]:
    lines = Text(text)
    found: list[Found] = []

    def add(block: Block) -> None:
        prose = block.text.strip() if block.kind in ("heading", "paragraph") else None
        found.append((block.kind, lines.position(block.span.start)[0], lines.position(block.span.end)[0], prose))
        for child in block.children:
            add(child)

    for block in blocks(text):
        add(block)
    return sorted(found, key=lambda item: item[:3])


DIFFERENT = {
    317: "an item's link reference definition leaves no block, so the item ends before it",
}


def test_lines_and_words_are_those_of_markdown_it() -> None:
    parser = MarkdownIt("commonmark")
    different = [number for number, text in EXAMPLES if found_by_us(text) != found_by_markdown_it(parser, text)]
    assert different == list(DIFFERENT)


def without_footnotes(found: list[Found]) -> list[Found]:
    """markdown-it reads a footnote's definition as a paragraph."""
    return [
        (kind, first, last, prose and re.sub(r"^\[\^[^]]+\]: ", "", prose))
        for kind, first, last, prose in found
        if kind != "footnote"
    ]


@pytest.mark.parametrize("file", FILES, ids=[str(file.relative_to(ROOT)) for file in FILES])
def test_lines_and_words_of_files_are_those_of_markdown_it(file: Path) -> None:
    text = re.sub(r"\A---\n.*?\n---\n", "", file.read_text("utf-8"), flags=re.DOTALL)
    text = text.replace("\n[^", "\n\n[^")  # markdown-it reads footnotes in a row as one paragraph
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    assert without_footnotes(found_by_us(text)) == without_footnotes(found_by_markdown_it(parser, text))
