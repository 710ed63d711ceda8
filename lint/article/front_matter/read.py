"""YAML to values with a span for each: the only module that imports yaml."""

import re
from collections.abc import Iterator
from typing import Any, NoReturn

import yaml

from lint.article.front_matter.data import Data, DataProblem
from lint.article.front_matter.fences import split, unclosed
from lint.article.front_matter.fields import normalised
from lint.article.front_matter.yaml_words import ALIAS, SECOND, meaning
from lint.article.settings import Settings
from lint.finding import Pointer, Span
from lint.text import Text

__all__ = ["load", "parse", "split"]

MAXIMUM_DEPTH = 32
MAXIMUM_VALUES = 50_000
"""Far above any real front matter or people file; what an alias stands for is counted again each time."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
_TRUTH = {word: word[0] in "tT" for word in ("true", "True", "TRUE", "false", "False", "FALSE")}
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,14})?")


def parse(text: str, settings: Settings | None = None) -> Data:
    """The front matter in the document's names and shapes; its pointers begin with ``"front_matter"``.

    ``values`` is None without front matter, and with one that cannot be read: then ``problems`` says why.
    """
    span, body = split(text)
    if span is None:
        return unclosed(text)
    raw = _toml(text, span) if text.startswith("+++") else _read(text, span)
    if raw.values is None:
        return raw if raw.problems else Data({}, {("front_matter",): _fenced(text, body)})
    if not isinstance(raw.values, dict):
        message = "The front matter is not a list of keys. Write each line as `key: value`."
        return Data(None, problems=(DataProblem(message, span),))
    return normalised(raw, text, _fenced(text, body), settings.fields if settings else {})


def load(text: str) -> Data:
    """The values of a YAML file, as written."""
    return _read(text, Span(0, len(text)))


def _toml(text: str, span: Span) -> Data:
    from lint.article.front_matter.toml_values import read_toml  # brings a library that few articles need

    return read_toml(text, span)


def _fenced(text: str, body: int) -> Span:
    return Span(0, len(text[:body].rstrip()))


def _read(text: str, span: Span) -> Data:
    unseen = _UNSEEN.search(text, *span)
    if unseen:
        line = Text(text).position(unseen.start())[0]
        message = f"Line {line} holds a character that cannot be seen (U+{ord(unseen[0]):04X}). Delete it."
        return Data(None, problems=(DataProblem(message, Span(*unseen.span())),))
    try:
        return _Composer(text, span).document()
    except yaml.MarkedYAMLError as error:
        return Data(None, problems=(_problem(error, text, span.start),))
    except _RefusalError as error:
        return Data(None, problems=(error.problem,))


def _problem(error: yaml.MarkedYAMLError, text: str, base: int) -> DataProblem:
    lines = Text(text)
    at, context = (base + mark.index if mark else base for mark in (error.problem_mark, error.context_mark))
    sentence, is_at_context = meaning(f"{error.context} {error.problem}", lines.line(lines.position(at)[0]))
    at = context if is_at_context else at
    line, column = lines.position(at)
    end = at - column + 1 + len(lines.line(line))
    return DataProblem(sentence.format(line=line), Span(min(at, end), end))


class _RefusalError(Exception):
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
        self.end = span.start
        """The end of the last thing that was written."""
        self.closed = span.start
        """The end of the last bracket."""

    def document(self) -> Data:
        next(self.events)  # the start of the stream
        value = None
        if isinstance(next(self.events), yaml.DocumentStartEvent):
            value = self.value(next(self.events), ())
            next(self.events)  # the end of the document
            after = next(self.events)
            if isinstance(after, yaml.DocumentStartEvent):
                self.refuse(after, SECOND)
        return Data(value, self.spans, self.keys, tuple(self.problems))

    def value(self, event: Any, at: Pointer) -> Any:
        before = self.count
        self.grow(1, event)
        if len(at) > MAXIMUM_DEPTH:
            self.refuse(event, f"Line {{line}} is nested more than {MAXIMUM_DEPTH} levels deep. Write it flatter.")
        value, end = self.content(event, at)
        self.spans[at] = Span(self.base + event.start_mark.index, end)
        self.end = end
        if event.anchor and not isinstance(event, yaml.AliasEvent):
            self.anchors[event.anchor] = (value, self.count - before)
        return value

    def content(self, event: Any, at: Pointer) -> tuple[Any, int]:
        """The value that begins with an event, and where it ends."""
        if isinstance(event, yaml.CollectionStartEvent):
            is_list = isinstance(event, yaml.SequenceStartEvent)
            value = self.sequence(at) if is_list else self.mapping(at)
            # A block ends for the library where something else begins, below blank lines and comments.
            return value, self.closed if event.flow_style else self.end
        value = self.alias(event) if isinstance(event, yaml.AliasEvent) else _scalar(event)
        return value, self.span(event).end

    def sequence(self, at: Pointer) -> list[Any]:
        values: list[Any] = []
        for event in self.until(yaml.SequenceEndEvent):
            values.append(self.value(event, (*at, len(values))))
        return values

    def mapping(self, at: Pointer) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for event in self.until(yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self.refuse(event, "Line {line}: a key must be plain words. Put brackets and such in quotation marks.")
            key, span = event.value, self.span(event)
            if key in values:
                self.note_duplicate(key, self.keys[*at, key], span)
            self.keys[*at, key] = span
            self.end = span.end
            values[key] = self.value(next(self.events), (*at, key))
        return values

    def until(self, kind: Any) -> Iterator[Any]:
        for event in self.events:
            if isinstance(event, kind):
                self.closed = self.base + event.end_mark.index
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

    def refuse(self, event: Any, sentence: str) -> NoReturn:
        span = self.span(event)
        raise _RefusalError(sentence.format(line=self.lines.position(span.start)[0]), span)

    def span(self, event: Any) -> Span:
        """The place of a scalar, an alias or what begins a collection."""
        first, last = self.base + event.start_mark.index, self.base + event.end_mark.index
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
