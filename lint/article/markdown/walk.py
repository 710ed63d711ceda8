"""From a block's own text to its prose: a walk over the inline tokens beside their source.

Tokens leave nothing of the source out but what can be counted: the characters of the markup, whose ends the parser
noted, and the backslashes of escapes. So the walk never searches, it only steps.
"""

import re
from bisect import bisect_right
from html import unescape
from html.entities import html5

from lint.article.blocks import Mark, MarkKind
from lint.article.markdown.parser import Token, destination, parse_inlines
from lint.article.markdown.prose import Line, Prose
from lint.article.markdown.source import LINE_END
from lint.finding import Span

_MARKUP = re.compile(r"[\\`*_\[<&~]")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|([A-Za-z][A-Za-z0-9]{0,31}));")
_OPENING_TAG = re.compile(
    r"<(sup|a)(?=[\s/>])(?:[^>]*?\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?", re.IGNORECASE
)
_CLOSING_TAG = re.compile(r"</(sup|a)\s*>", re.IGNORECASE)


def read(lines: list[Line], prose: Prose) -> None:
    """Add the words and marks of a paragraph, a heading or a cell."""
    source = "\n".join([line for line, _ in lines])
    if _MARKUP.search(source):
        _Walk(prose, source, [offset for _, offset in lines]).run()
        return
    for number, (line, offset) in enumerate(lines, start=1):
        words = line.rstrip(" ")
        prose.put(words, offset)
        if number < len(lines):
            prose.put(" ", offset + len(words))


def _character(entity: re.Match[str]) -> str:
    """What an entity stands for; itself where there is no such entity."""
    return unescape(entity[0]) if entity[1] is None or f"{entity[1]};" in html5 else entity[0]


class _Walk:
    """One walk: ``source`` is the block's own text, whose lines begin at ``offsets`` in the file."""

    def __init__(self, prose: Prose, source: str, offsets: list[int]) -> None:
        self.prose, self.source, self.offsets = prose, source, offsets
        self.starts = [0, *(match.end() for match in LINE_END.finditer(source))]
        self.read = parse_inlines(source, prose.env)
        self.escapes = iter(self.read.escapes)
        self.escape = next(self.escapes, len(source))
        self.at = 0
        self.tags: dict[str, list[tuple[int, int, str]]] = {"a": [], "sup": []}

    def run(self) -> None:
        before = len(self.prose.marks)
        self.steps(self.read.tokens)
        self.prose.marks[before:] = sorted(self.prose.marks[before:], key=lambda mark: (mark.span[0], -mark.span[1]))

    def steps(self, tokens: list[Token]) -> None:
        for token in tokens:
            match token["type"]:
                case "text":
                    self.words(token["raw"])
                case "softbreak" | "linebreak":
                    self.put(" ", self.end(self.at) - self.at)
                case "emphasis":
                    self.wrapped("emphasis", token, 1)
                case "strong":
                    self.wrapped("strong", token, 2)
                case "strikethrough":
                    self.at += 2
                    self.steps(token["children"])
                    self.at += 2
                case "link" | "image" as kind:
                    self.link(kind, token)
                case "codespan":
                    self.code(token["raw"])
                case "footnote_ref":
                    begin = self.at
                    self.put(token["raw"])
                    self.mark("footnote", self.prose.length - len(token["raw"]), begin, token["label"])
                case _:
                    self.html(token["raw"])

    def put(self, words: str, width: int | None = None) -> None:
        """Add words, and step over what they stand for."""
        self.prose.put(words, self.offset(self.at))
        self.at += len(words) if width is None else width

    def offset(self, at: int) -> int:
        """Where a position of the source stands in the file."""
        line = bisect_right(self.starts, at) - 1
        return self.offsets[line] + at - self.starts[line]

    def end(self, at: int) -> int:
        return self.read.ends.get(at, at + 1)

    def mark(self, kind: MarkKind, start: int, begin: int, value: str = "") -> None:
        """Mark the words from ``start`` on, whose markup runs from ``begin`` to where the walk stands."""
        span = Span(self.offset(begin), self.offset(self.at - 1) + 1)
        self.prose.marks.append(Mark(kind, start, self.prose.length, span, value))

    def words(self, raw: str) -> None:
        position = 0
        for entity in _ENTITY.finditer(raw) if "&" in raw else ():
            self.plain(raw[position : entity.start()])
            position = entity.start()
            if self.at + len(entity[0]) <= self.escape:
                self.put(_character(entity), len(entity[0]))
                position = entity.end()
        self.plain(raw[position:])

    def plain(self, raw: str) -> None:
        """Words as they stand in the source, but for the backslashes of escapes."""
        done = 0
        while done < len(raw):
            self.over_backslash()
            until = done + max(self.escape - self.at, 1)
            self.put(raw[done:until])
            done = until

    def over_backslash(self) -> None:
        if self.escape == self.at < len(self.source):
            self.at += 1
            self.escape = next(self.escapes, len(self.source))

    def wrapped(self, kind: MarkKind, token: Token, width: int) -> None:
        start, begin = self.prose.length, self.at
        self.at += width
        self.steps(token["children"])
        self.at += width
        self.mark(kind, start, begin)

    def link(self, kind: MarkKind, token: Token) -> None:
        start, begin = self.prose.length, self.at
        self.at += 2 if kind == "image" else 1
        self.steps(token["children"])
        close = self.at
        if self.source[begin] == "<":
            self.at = self.end(begin)
            url = "mailto:" * ("@" in token["attrs"]["url"] and ":" not in self.source[begin:close])
            url += _ENTITY.sub(_character, self.source[begin + 1 : close])
        else:
            self.at = self.end(close)
            url = (
                self.prose.env["ref_links"][token["ref"]]["href"] if "ref" in token else self.destination(close, token)
            )
        self.mark(kind, start, begin, url)

    def destination(self, close: int, token: Token) -> str:
        url: str = token["attrs"]["url"]
        return url if self.source.startswith(url, close + 2) else destination(self.source, close + 2)

    def code(self, raw: str) -> None:
        start, begin = self.prose.length, self.at
        end = self.end(begin)
        while self.source[self.at] == "`":
            self.at += 1
        ticks = self.at - begin
        self.at += (end - begin - 2 * ticks - len(raw)) // 2
        for number, line in enumerate(self.source[self.at : self.at + len(raw)].split("\n")):
            if number:
                self.put(" ")
            self.put(line)
        self.at = end
        self.mark("code", start, begin)

    def html(self, raw: str) -> None:
        begin = self.at
        self.at += len(raw)
        self.mark("html", self.prose.length, begin, raw)
        if opening := _OPENING_TAG.match(raw):
            url = _ENTITY.sub(_character, opening[2] or opening[3] or opening[4] or "")
            self.tags[opening[1].lower()].append((self.prose.length, begin, url))
        elif (closing := _CLOSING_TAG.match(raw)) and self.tags[closing[1].lower()]:
            start, begin, url = self.tags[closing[1].lower()].pop()
            if closing[1].lower() == "sup":
                self.mark("superscript", start, begin)
            elif url:
                self.mark("link", start, begin, url)
