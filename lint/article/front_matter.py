"""YAML to values with a span for each: the only module that imports yaml."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from lint.article.data import Data, DataProblem
from lint.article.fields import normalised
from lint.article.settings import Settings
from lint.article.toml_values import read_toml
from lint.article.yaml_words import ALIAS, meaning
from lint.finding import Pointer, Span
from lint.text import Text

MAXIMUM_DEPTH = 32
MAXIMUM_VALUES = 100_000
"""Far above any real front matter or people file; what an alias stands for is counted again each time."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_OPENING = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n|\n|\r|\Z)")
_CLOSING = {
    "---": re.compile(r"(?:^|(?<=[\r\n]))(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)"),
    "+++": re.compile(r"(?:^|(?<=[\r\n]))\+\+\+[ \t]*(?:\r\n|\n|\r|\Z)"),
}
_KEY_LINE = re.compile(r"\s*[\w-]+[ \t]*[:=]")
_UNSEEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
_TRUTH = {word: word[0] in "tT" for word in ("true", "True", "TRUE", "false", "False", "FALSE")}
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,14})?")


def split(text: str) -> tuple[Span | None, int]:
    """The span between the opening and closing line, and where the body starts: ``(None, 0)`` without front matter."""
    opening = _OPENING.match(text)
    closing = opening and _CLOSING[opening[1]].search(text, opening.end())
    if not opening or not closing:
        return None, 0
    return Span(opening.end(), closing.start()), closing.end()


def parse(text: str, settings: Settings | None = None) -> Data:
    """The front matter in the document's names and shapes; pointers begin with ``"front_matter"``."""
    span, body = split(text)
    if span is None:
        return _unclosed(text)
    raw = read_toml(text, span) if text.startswith("+++") else _read_yaml(text, span)
    if raw.values is None and not raw.problems:
        raw = Data({}, raw.spans, raw.keys)
    elif raw.values is not None and not isinstance(raw.values, dict):
        message = "The front matter is not a list of keys. Write each line as `key: value`."
        raw = Data(None, problems=(*raw.problems, DataProblem(message, span)))
    whole = Span(0, len(text[:body].rstrip()))
    return normalised(raw, text, whole, settings.fields if settings else {})


def load(text: str) -> Data:
    """The values of a YAML file, as written."""
    return _read_yaml(text, Span(0, len(text)))


def _unclosed(text: str) -> Data:
    """A first line of ``---`` with a key below it was meant as front matter; any other is a line across the page."""
    opening = _OPENING.match(text)
    if not opening or not _KEY_LINE.match(text, opening.end()):
        return Data(None)
    fence = Span(0, len(opening[1]))
    message = f"The front matter that line 1 opens is never closed. Put a line with `{opening[1]}` below its last key."
    return Data(None, problems=(DataProblem(message, fence),))


def _read_yaml(text: str, span: Span) -> Data:
    unseen = _UNSEEN.search(text, *span)
    if unseen:
        line = Text(text).position(unseen.start())[0]
        message = f"Line {line} holds a character that cannot be seen (U+{ord(unseen[0]):04X}). Delete it."
        return Data(None, problems=(DataProblem(message, Span(*unseen.span())),))
    composer = _Composer(text, span)
    try:
        return composer.document()
    except yaml.MarkedYAMLError as error:
        problem = _problem(error, text, span.start)
    except _Refused as error:
        problem = error.problem
    return Data(None, problems=(problem,))


def _problem(error: yaml.MarkedYAMLError, text: str, base: int) -> DataProblem:
    lines = Text(text)
    at = base + (error.problem_mark or error.context_mark).index
    sentence, at_context = meaning(f"{error.context} {error.problem}", lines.line(lines.position(at)[0]))
    if at_context and error.context_mark:
        at = base + error.context_mark.index
    line, column = lines.position(at)
    end = at - column + 1 + len(lines.line(line))
    return DataProblem(sentence.format(line=line), Span(min(at, end), end))


class _Refused(Exception):
    """YAML that is well-formed and still not taken."""

    def __init__(self, message: str, span: Span) -> None:
        super().__init__(message)
        self.problem = DataProblem(message, span)


class _Composer:
    """Makes values from the library's events: its own composer follows nesting and aliases without any bound."""

    def __init__(self, text: str, span: Span) -> None:
        self.text = text
        self.lines = Text(text)
        self.base = span.start
        self.events: Iterator[Any] = yaml.parse(text[span.start : span.end], Loader=_LOADER)
        self.spans: dict[Pointer, Span] = {}
        self.keys: dict[Pointer, Span] = {}
        self.problems: list[DataProblem] = []
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.count = 0

    def document(self) -> Data:
        next(self.events)  # the start of the stream
        start = next(self.events)
        value = None
        if isinstance(start, yaml.DocumentStartEvent):
            value = self.value(next(self.events), ())
            next(self.events)  # the end of the document
            after = next(self.events)
            if isinstance(after, yaml.DocumentStartEvent):
                self.refuse(after, "Line {line}: a second `---` stands in the file. Remove it.")
        return Data(value, self.spans, self.keys, tuple(self.problems))

    def value(self, event: Any, at: Pointer) -> Any:
        before = self.count
        self.grow(1, event)
        if len(at) > MAXIMUM_DEPTH:
            self.refuse(event, f"Line {{line}} is nested more than {MAXIMUM_DEPTH} levels deep. Write it flatter.")
        if isinstance(event, yaml.AliasEvent):
            value = self.alias(event)
            end = event.end_mark
        elif isinstance(event, yaml.ScalarEvent):
            value, end = _scalar(event), event.end_mark
        elif isinstance(event, yaml.SequenceStartEvent):
            value, end = self.sequence(at), self.last.end_mark
        else:
            value, end = self.mapping(at), self.last.end_mark
        # A block ends where the library notices, below blank lines and comments: it is cut back to what was written.
        span = self.span(event.start_mark, end)
        is_block = isinstance(event, yaml.CollectionStartEvent) and not event.flow_style
        self.spans[at] = Span(span.start, max(span.start, self.end)) if is_block else span
        self.end = self.spans[at].end
        if getattr(event, "anchor", None) and not isinstance(event, yaml.AliasEvent):
            self.anchors[event.anchor] = (value, self.count - before)
        return value

    end = 0
    last: Any = None

    def sequence(self, at: Pointer) -> list[Any]:
        values: list[Any] = []
        for event in self.until(yaml.SequenceEndEvent):
            values.append(self.value(event, (*at, len(values))))
        return values

    def mapping(self, at: Pointer) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for event in self.until(yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self.refuse(
                    event, "Line {line}: a key must be plain words. Put a value with brackets in quotation marks."
                )
            span = self.span(event.start_mark, event.end_mark)
            key, self.end = event.value, span.end
            if key in values:
                self.note_duplicate(key, self.keys[*at, key], span)
            self.keys[*at, key] = span
            values[key] = self.value(next(self.events), (*at, key))
        return values

    def until(self, end: type) -> Iterator[Any]:
        for event in self.events:
            self.last = event
            if isinstance(event, end):
                return
            yield event

    def alias(self, event: Any) -> Any:
        if event.anchor not in self.anchors:
            self.refuse(event, ALIAS)
        value, size = self.anchors[event.anchor]
        self.grow(size, event)
        return value

    def grow(self, by: int, event: Any) -> None:
        self.count += by
        if self.count > MAXIMUM_VALUES:
            self.refuse(event, f"Line {{line}}: there are more than {MAXIMUM_VALUES:,} values up to here. Write less.")

    def note_duplicate(self, key: str, first: Span, second: Span) -> None:
        lines = [self.lines.position(span.start)[0] for span in (first, second)]
        where = f"on line {lines[0]} and on line {lines[1]}" if lines[0] != lines[1] else f"twice on line {lines[0]}"
        self.problems.append(DataProblem(f"`{key}` stands {where}. Keep one of the two.", second))

    def refuse(self, event: Any, sentence: str) -> None:
        span = self.span(event.start_mark, event.end_mark)
        raise _Refused(sentence.format(line=self.lines.position(span.start)[0]), span)

    def span(self, start: Any, end: Any) -> Span:
        first, last = self.base + start.index, self.base + end.index
        return Span(first, first + len(self.text[first:last].rstrip()))


def _scalar(event: Any) -> Any:
    """What was written. Only nothing, true, false and numbers that read the same in JSON are more than text."""
    text: str = event.value
    if event.style or event.tag:
        return text
    if text in _NOTHING:
        return None
    if text in _TRUTH:
        return _TRUTH[text]
    if _NUMBER.fullmatch(text):
        number = float(text) if "." in text else int(text)
        return number if str(number) == text else text
    return text
