"""The markdown parser, with positions: the only module that imports mistune.

mistune's tokens say nothing of where they stand. Its states, though, are built line by line: a line of a child's source
is always the end of one line of the file (only markers and white space are cut from its front). So a state needs
to know one thing, the line that it begins with, and every token finds its place in the file by counting.
"""

import re
from functools import cache
from re import Match
from typing import Any, cast

from mistune import BlockParser, BlockState, InlineParser, InlineState, Markdown
from mistune.helpers import parse_link_href, unescape_char
from mistune.plugins.formatting import strikethrough
from mistune.plugins.table import table, table_in_list, table_in_quote
from mistune.util import unescape, unikey

from lint.article.markdown.source import Source

Token = dict[str, Any]
"""mistune's token, with ``start`` (in the file) and ``line``, and ``lines`` or ``last`` where there are more."""

_EMPTY_ITEM = re.compile(r"[ \t]*(?:[*+-]|\d{1,9}[.)])[^\S\n]*$", re.MULTILINE)
_FOOTNOTE = r"\[\^(?P<footnote_key>(?:[^\\\[\]\s]|\\.){1,500})\]"
_FOOTNOTE_INDENT = re.compile(r" {4}| {0,3}\t")
_FOOTNOTE_ENDS = ["thematic_break", "fenced_code", "atx_heading", "block_quote", "block_html", "list", "ref_footnote"]
_MOST_OPEN = 60
"""Blocks open at once. mistune reads `> a`, `- b`, `> a`, … each inside the one before, until Python's stack ends."""


class PlacedState(BlockState):
    """A block state that knows its place in the file, and tells its tokens."""

    def __init__(self, parent: "PlacedState | None" = None) -> None:
        super().__init__(parent)
        self.source: Source = parent.source if parent else Source("", 0)
        self.first_line = 0
        self.began: int | None = None
        self.children_began: list[int] = []
        self._counted = self._lines = 0

    def line_at(self, position: int) -> int:
        """The line, in the body, of a position in this state's own source."""
        if position >= self._counted:
            self._lines += self.src.count("\n", self._counted, position)
        else:
            self._lines -= self.src.count("\n", position, self._counted)
        self._counted = position
        return self.first_line + self._lines

    def place(self, token: Token, position: int) -> None:
        """Tell a token where it begins: at the first character, from a position on, that is no white space."""
        words = self.get_line(position).rstrip("\n").lstrip(" \t")
        token["line"] = line = self.line_at(position)
        token["start"] = self.source.ends[line] - len(words)

    def child_state(self, src: str, lazy_line_starts: set[int] | None = None) -> "PlacedState":
        child = cast(PlacedState, super().child_state(src, lazy_line_starts))
        began = self.children_began[-1]
        child.first_line = self.line_at(began) + bool(_EMPTY_ITEM.match(self.src, began))
        # A list reads up to and with the next item's first line before it parses an item.
        self.children_began.append(self.src.rfind("\n", 0, self.cursor - 1) + 1)
        return child

    def append_token(self, token: Token) -> None:
        if token["type"] != "blank_line":
            self.place(token, self.cursor if self.began is None else self.began)
        super().append_token(token)

    def prepend_token(self, token: Token) -> None:
        self.place(token, self.cursor if self.began is None else self.began)
        super().prepend_token(token)

    def add_paragraph(self, text: str) -> None:
        super().add_paragraph(text)
        self._add_lines(text)

    def append_paragraph(self) -> int | None:
        end = super().append_paragraph()
        if end is not None:
            self._add_lines(self.get_text(end))
        return end

    def _add_lines(self, text: str) -> None:
        token = cast(Token, self.last_token())
        if "lines" not in token:
            self.place(token, self.cursor)
            token["lines"] = []
        first = self.line_at(self.cursor)
        token["lines"].extend(range(first, first + text.count("\n") + (not text.endswith("\n"))))


class PlacingBlockParser(BlockParser):
    """mistune's block parser on states that know their place."""

    state_cls = PlacedState

    def __init__(self) -> None:
        super().__init__()
        self._open = 0

    def parse_method(self, m: Match[str], state: BlockState) -> int | None:
        assert isinstance(state, PlacedState)
        if m.lastgroup == "blank_line":
            return super().parse_method(m, state)
        if self._open >= _MOST_OPEN and state.began is not None and m.start() > state.began:
            return m.start()  # ends the block that asked; whoever called that reads on from here
        outer = state.began, state.children_began
        state.began, state.children_began = m.start(), [m.start()]
        before = len(state.tokens)
        self._open += 1
        try:
            end = super().parse_method(m, state)
        finally:
            self._open -= 1
        if m.lastgroup == "list":
            _place_list(state, before)
        state.began, state.children_began = outer
        return end

    def parse_fenced_code(self, m: Match[str], state: BlockState) -> int | None:
        end = super().parse_fenced_code(m, state)
        if end:
            assert isinstance(state, PlacedState)
            state.tokens[-1]["last"] = state.line_at(end - 1)
        return end

    def parse_ref_link(self, m: Match[str], state: BlockState) -> int | None:
        references, key = state.env["ref_links"], unikey(m["reflink_1"])
        known = key in references
        end = super().parse_ref_link(m, state)
        if key in references and not known:
            references[key]["href"] = destination(state.src, m.end())
        return end


def _place_list(state: PlacedState, before: int) -> None:
    """A list's items reach no state, and the list itself goes by a side door when another block breaks it off."""
    for token in state.tokens[before:]:
        if token["type"] == "list" and "start" not in token["children"][0]:
            state.place(token, state.children_began[0])
            for item, began in zip(token["children"], state.children_began, strict=False):
                state.place(item, began)


def destination(src: str, at: int) -> str:
    """A link's destination as it was written (mistune's own is percent-encoded)."""
    href, _ = parse_link_href(src, at)
    return unescape(unescape_char(href or ""))


class NotedState(InlineState):
    """An inline state that notes where each construct ends, so that a walk can follow the source."""

    def __init__(self, env: Any) -> None:
        super().__init__(env)
        self.base = self.inside = 0
        self.ends: dict[int, int] = {}
        self.escapes: list[int] = []

    def copy(self) -> "NotedState":
        inner = cast(NotedState, super().copy())
        inner.base = self.base + self.inside
        inner.ends, inner.escapes = self.ends, self.escapes
        return inner


class NotingInlineParser(InlineParser):
    """mistune's inline parser on states that note what they read."""

    state_cls = NotedState

    def parse_method(self, m: Match[str], state: InlineState) -> int | None:
        assert isinstance(state, NotedState)
        state.inside = m.end()
        end = super().parse_method(m, state)
        if end:
            # Of a run of brackets `]]` only the last can have a destination after it.
            at = state.base + (m.end() - 1 if m.lastgroup == "link_close" else m.start())
            state.ends[at] = state.base + end
            if m.lastgroup == "escape":
                state.escapes.extend(range(at, state.base + end, 2))
        return end


def _parse_footnote_reference(inline: InlineParser, m: Match[str], state: InlineState) -> int | None:
    label = state.env.get("footnotes", {}).get(unikey(m["footnote_key"]))
    if label is not None:
        state.append_token({"type": "footnote_ref", "raw": m[0], "label": label})
        return m.end()
    opener = inline.compile_sc(["link"]).match(state.src, m.start())
    return inline.parse_method(opener, state) if opener else None


def _parse_footnote(block: BlockParser, m: Match[str], state: BlockState) -> int:
    """A footnote's definition, where it stands: mistune's plugin moves it to the end, or drops it when unused."""
    label = m["footnote_key"]
    state.env.setdefault("footnotes", {}).setdefault(unikey(label), label)
    text, end = _footnote_text(block, state, m.end())
    child = state.child_state(text)
    block.parse(child, block.list_rules)
    state.append_token({"type": "footnote", "label": label, "children": child.tokens})
    return end


def _footnote_text(block: BlockParser, state: BlockState, position: int) -> tuple[str, int]:
    """A definition's text and its end: lazy lines belong to it, and after a blank line indented ones."""
    ends = block.compile_sc(_FOOTNOTE_ENDS)
    line = state.get_line(position)
    lines = [line.lstrip(" \t")]
    while (position := position + len(line)) < state.cursor_max:
        blank = not line.strip()
        line = state.get_line(position)
        indent = _FOOTNOTE_INDENT.match(line)
        if line.strip() and not indent and (blank or ends.match(state.src, position)):
            break
        lines.append(line[indent.end() :] if indent else line)
    return "".join(lines), position


def _footnotes(md: Markdown) -> None:
    md.inline.register("footnote", _FOOTNOTE, _parse_footnote_reference, before="link")
    md.block.register("ref_footnote", rf"^ {{0,3}}{_FOOTNOTE}:(?=[ \t\n])", _parse_footnote, before="ref_link")


@cache
def _markdown() -> Markdown:
    plugins = [table, table_in_list, table_in_quote, strikethrough, _footnotes]
    return Markdown(block=PlacingBlockParser(), inline=NotingInlineParser(), plugins=plugins)


def parse(source: Source) -> PlacedState:
    """The blocks of a body, as tokens."""
    state = PlacedState()
    state.source = source
    state.process(source.text)
    _markdown().block.parse(state)
    return state


def parse_inlines(src: str, env: Any) -> NotedState:
    """The inline tokens of a block's own source."""
    state = NotedState(env)
    state.src = src
    _markdown().inline.parse(state)
    return state
