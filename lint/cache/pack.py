"""Findings and articles as plain JSON values and back, for the cache."""

import json
import zlib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from lint.finding import Edit, Finding, Fix, Pointer, Position, Problem, Severity, Span, Unknown

if TYPE_CHECKING:
    from lint.article.parsed import Parsed
    from lint.engine import Own

Json = Any


def dump(value: Json) -> bytes:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "surrogatepass")


def load(data: bytes) -> Json:
    return json.loads(data.decode("utf-8", "surrogatepass"))


def finding(one: Finding) -> Json:
    """A finding without its path."""
    return [
        *(one.rule, int(one.severity), one.message, one.span, one.pointer, one.fingerprint, one.start, one.end),
        *(one.source_line, one.help, one.url, _fix(one.fix), one.suppressed_by),
    ]


def found(value: Json, path: str) -> Finding:
    """The finding again, under the path by which it is shown."""
    rule, severity, message, span, pointer, fingerprint, start, end, line, hint, url, fix, suppressed = value
    return Finding(
        *(rule, Severity(severity), message, path, Span(*span), tuple(pointer), fingerprint),
        *(Position(*start), Position(*end), line, hint, url, _fixed(fix), suppressed),
    )


def article(parsed: "Parsed", own: "Own") -> bytes:
    """All that is known of an article by itself, but its text."""
    one = parsed.article
    said = [[name, _said(what)] for name, what in own.said]
    allowed = [[it.form, it.span, it.names, it.reason, it.until, it.region] for it in own.suppressions]
    value = [one.document, _spans(one.spans), _spans(one.keys), parsed.problems, sorted(parsed.anchors)]
    return zlib.compress(dump([*value, parsed.hidden_words, said, allowed]), 1)


def parsed(data: bytes, path: str, text: str) -> "tuple[Parsed, Own]":
    """The article again, of its text."""
    from lint.article import Article
    from lint.article.front_matter.data import DataProblem
    from lint.article.parsed import Parsed
    from lint.engine import Own
    from lint.suppressions.suppression import Suppression

    document, spans, keys, problems, anchors, hidden, said, allowed = load(zlib.decompress(data))
    one = Article(path, text, document, _spanned(spans), _spanned(keys))
    wrong = tuple(DataProblem(message, Span(*span)) for message, span in problems)
    own = Own(
        tuple((name, _heard(what)) for name, what in said),
        tuple(
            Suppression(
                form, Span(*span), tuple((n, Span(*s)) for n, s in names), reason, until, Span(*at) if at else None
            )
            for form, span, names, reason, until, at in allowed
        ),
    )
    return Parsed(one, wrong, frozenset(anchors), hidden), own


def anchors(data: bytes) -> frozenset[str]:
    """The anchors of an article."""
    return frozenset(load(zlib.decompress(data))[4])


def _said(what: Problem | Unknown) -> Json:
    """What a rule said; ``data`` is for those who ask a rule themselves."""
    if isinstance(what, Unknown):
        return what.why
    severity = None if what.severity is None else int(what.severity)
    return [what.at, what.message, what.help, _fix(what.fix), what.span, severity]


def _heard(value: Json) -> Problem | Unknown:
    if isinstance(value, str):
        return Unknown(value)
    at, message, hint, fix, span, severity = value
    weight = None if severity is None else Severity(severity)
    return Problem(tuple(at), message, hint, _fixed(fix), Span(*span) if span else None, weight)


def _fix(fix: Fix | None) -> Json:
    return fix and [fix.title, [(*edit.span, edit.replacement) for edit in fix.edits], fix.safe, fix.keys]


def _fixed(value: Json) -> Fix | None:
    if value is None:
        return None
    title, edits, safe, keys = value
    made = tuple(Edit(Span(start, end), replacement) for start, end, replacement in edits)
    return Fix(title, made, safe, tuple((old, new) for old, new in keys))


def _spans(spans: Mapping[Pointer, Span]) -> Json:
    return [(pointer, *span) for pointer, span in spans.items()]


def _spanned(value: Iterable[Json]) -> dict[Pointer, Span]:
    return {tuple(pointer): Span(start, end) for pointer, start, end in value}
