"""Blocks of the parser's tokens."""

from collections.abc import Iterable
from typing import Any, Literal

from lint.article.blocks import Block
from lint.article.markdown.parser import Token, parse
from lint.article.markdown.prose import Line, Prose
from lint.article.markdown.source import BLANK, Source
from lint.article.markdown.walk import read
from lint.finding import Span


def build(file: str, start: int) -> tuple[Block, ...]:
    """The blocks of ``file[start:]``."""
    source = Source(file, start)
    state = parse(source)
    return _Builder(source, state.env).blocks(state.tokens)


class _Builder:
    def __init__(self, source: Source, env: Any) -> None:
        self.source = source
        self.env = env

    def blocks(self, tokens: Iterable[Token]) -> tuple[Block, ...]:
        """In the order of the file: mistune now and then puts a block before the one that it interrupts."""
        made = [self.block(token) for token in tokens if token["type"] != "blank_line"]
        return tuple(sorted(made, key=lambda block: block.span[0]))

    def block(self, token: Token) -> Block:
        match token["type"]:
            case "paragraph" | "block_text":
                return self.prose("paragraph", token, self.lines(token), token["lines"][-1])
            case "heading" if token["style"] == "setext":
                return self.prose("heading", token, self.lines(token), token["lines"][-1] + 1)
            case "heading":
                return self.prose("heading", token, self.heading_line(token), token["line"])
            case "list":
                return self.list_block(token)
            case "block_quote":
                children = self.blocks(token["children"])
                return Block("quotation", self.span(token, children), children=children)
            case "footnote":
                children = self.blocks(token["children"])
                return Block("footnote", self.span(token, children), children=children, key=token["label"])
            case "table":
                return self.table(token)
            case "block_code":
                fence = token["style"] == "fenced"
                return self.verbatim("code", token, token["line"] + fence, token.get("last"))
            case "block_html":
                return self.verbatim("html", token, token["line"])
        return Block("rule", self.span(token))

    def span(self, token: Token, children: Iterable[Block] = (), last: int | None = None) -> Span:
        """From where a block begins to the end of its last child or line."""
        start: int = token["start"]
        end = self.source.words_end(token["line"] if last is None else last)
        return Span(start, max([start, end, *(child.span[1] for child in children)]))

    def prose(self, kind: Literal["paragraph", "heading"], token: Token, lines: list[Line], last: int) -> Block:
        prose = Prose(self.env)
        read(lines, prose)
        level = token["attrs"]["level"] if kind == "heading" else 0
        span = self.span(token, last=last)
        return Block(kind, span, prose.text, tuple(prose.marks), tuple(prose.anchors), level=level)

    def lines(self, token: Token) -> list[Line]:
        ends = self.source.ends
        lines = [line.lstrip() for line in token["text"].split("\n")]
        located = [(line, ends[at] - len(line)) for line, at in zip(lines, token["lines"], strict=False) if line]
        if located:
            located[-1] = (located[-1][0].rstrip(BLANK), located[-1][1])
        return located

    def heading_line(self, token: Token) -> list[Line]:
        at = token["start"] + token["attrs"]["level"]
        while token["text"] and self.source.file[at] in BLANK:
            at += 1
        return [(token["text"], at)]

    def list_block(self, token: Token) -> Block:
        ordered: bool = token["attrs"]["ordered"]
        items = []
        for number, item in enumerate(token["children"], start=token["attrs"].get("start", 1)):
            children = self.blocks(item["children"])
            place = self.span(item, children)
            items.append(
                Block("list-item", place, children=children, ordered=ordered, number=number if ordered else None)
            )
        return Block("list", self.span(token, items), children=tuple(items), ordered=ordered)

    def table(self, token: Token) -> Block:
        head, body = token["children"]
        first = token["line"]
        rows = [self.row(head, first), *(self.row(row, at) for at, row in enumerate(body["children"], start=first + 2))]
        return Block("table", self.span(token, rows, first + 1), children=tuple(rows))

    def row(self, token: Token, line: int) -> Block:
        cells, start = self.cells(token, line)
        prose = Prose(self.env)
        for number, cell in enumerate(cells):
            if number:
                prose.put(" ", cells[number - 1][1] + len(cells[number - 1][0]))
                prose.put("| ", self.source.file.rfind("|", start, cell[1]))
            read([cell], prose)
        span = Span(start, self.source.words_end(line))
        return Block("table-row", span, prose.text, tuple(prose.marks), tuple(prose.anchors))

    def cells(self, token: Token, line: int) -> tuple[list[Line], int]:
        """The cells of a row, and where the row begins; from its end, where no `>` or `-` is taken for a cell."""
        file, begin = self.source.file, self.source.ends[line - 1] + 1 if line else 0
        at = self.source.words_end(line)
        cells: list[Line] = []
        for cell in reversed(token["children"]):
            start = file.rfind(cell["text"], begin, at)
            cells.append((cell["text"], start))
            at = file.rfind("|", begin, start)
        leads = at >= 0 and not file[at + 1 : start].strip()
        return cells[::-1], at if leads else start

    def verbatim(self, kind: Literal["code", "html"], token: Token, first: int, last: int | None = None) -> Block:
        ends = self.source.ends
        raw = token["raw"].rstrip("\n")
        anchors, at = [], 0
        for number, line in enumerate(raw.split("\n"), start=first):
            anchors.append((at, ends[min(number, len(ends) - 1)] - len(line)))
            at += len(line) + 1
        span = self.span(token, last=number if last is None else last)
        return Block(kind, span, raw, anchors=tuple(anchors))
