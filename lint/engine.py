"""Article and context to findings: runs the rules, places their problems, survives their faults."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from lint.article import Article
from lint.article.front_matter.data import DataProblem
from lint.context import Context
from lint.finding import CopydeskError, Fault, Finding, Pointer, Position, Problem, Severity, Span, Unknown
from lint.rules.rule import Rule
from lint.text import Text

if TYPE_CHECKING:
    from lint.suppressions.suppression import Suppression

UNREADABLE = "unreadable-article"
SIGN = "copydesk"
"""No suppression does without it."""
_LONGEST = 500

Yield = tuple[Rule, Problem | Unknown]
SchemaCheck = Callable[[Article], Iterable[tuple[str, Problem]]]


class Judgement(NamedTuple):
    """What the rules said of one article: findings, questions without an answer as (rule, why), faults."""

    findings: tuple[Finding, ...] = ()
    unknowns: tuple[tuple[str, str], ...] = ()
    faults: tuple[Fault, ...] = ()


class Own(NamedTuple):
    """What an article says by itself: what the rules said that ask nothing, each by name, and what it allows."""

    said: "tuple[tuple[str, Problem | Unknown], ...]" = ()
    suppressions: "tuple[Suppression, ...]" = ()
    faults: tuple[Fault, ...] = ()


class Ruling(NamedTuple):
    """The rules in force for one article: each with its severity, and what the schema says."""

    severities: dict[str, Severity]
    rules: dict[str, Rule]
    schema: SchemaCheck


def judge(article: Article, context: Context, ruling: Ruling) -> Judgement:
    """All that the rules in force say of the article, in the order of the text."""
    return conclude(article, context, ruling, by_itself(article, context, ruling))


def by_itself(article: Article, context: Context, ruling: Ruling) -> Own:
    """What the article and the configuration alone say, whatever the day, the history and the other articles."""
    faults: list[Fault] = []
    said = [*_modules(article, context, ruling, faults, False), *_schema(article, ruling, faults)]
    return Own(tuple((rule.name, what) for rule, what in said), _suppressions(article.text), tuple(faults))


def conclude(article: Article, context: Context, ruling: Ruling, own: Own) -> Judgement:
    """The judgement of an article: what it says by itself, and what the rules say that ask for more."""
    faults = list(own.faults)
    said = [(ruling.rules[name], what) for name, what in own.said]
    said += _modules(article, context, ruling, faults, True)
    problems = [(rule, what) for rule, what in said if isinstance(what, Problem)]
    rank = {name: at for at, name in enumerate(ruling.severities)}
    unknowns = dict.fromkeys((rule.name, what.why) for rule, what in said if isinstance(what, Unknown))
    findings = _allowed(article, place(article, problems, ruling), own.suppressions, context, ruling)
    return Judgement(findings, tuple(sorted(unknowns, key=lambda it: rank[it[0]])), tuple(faults))


def _suppressions(text: str) -> "tuple[Suppression, ...]":
    if SIGN not in text:
        return ()
    from lint.article.blocks import blocks
    from lint.article.front_matter.fences import split
    from lint.suppressions.read import suppressions

    body = split(text)[1]
    return suppressions(text, blocks(text, body), body)


def _allowed(
    article: Article,
    findings: tuple[Finding, ...],
    found: "tuple[Suppression, ...]",
    context: Context,
    ruling: Ruling,
) -> tuple[Finding, ...]:
    """The findings, those that the article allows marked, and what is wrong with its suppressions."""
    if not found:
        return findings
    from lint.suppressions.apply import apply

    applied = apply(findings, found, context.today, ruling.rules, ruling.severities, article.text)
    own = [(ruling.rules[name], problem) for name, problem in applied.problems if name in ruling.severities]
    return tuple(sorted((*applied.findings, *place(article, own, ruling)), key=_order))


def refused(article: Article, problems: Iterable[DataProblem], ruling: Ruling) -> Judgement:
    """An article whose front matter cannot be read: only that is said of it."""
    if UNREADABLE not in ruling.severities:
        return Judgement()
    rule = ruling.rules[UNREADABLE]
    return Judgement(place(article, [(rule, Problem((), one.message, span=one.span)) for one in problems], ruling))


def unreadable(path: str, message: str, line: int, ruling: Ruling) -> Judgement:
    """A file that gives no text at all; the line is all that is known of the place."""
    blank = Article(path, "\n" * (line - 1), {}, {})
    at = Span(line - 1, line - 1)
    return refused(blank, [DataProblem(message, at)], ruling)


def place(article: Article, problems: Iterable[tuple[Rule, Problem]], ruling: Ruling) -> tuple[Finding, ...]:
    """The findings of problems: with severity, span, line and column, and a fingerprint each its own."""
    text = Text(article.text)
    found = [_finding(article, text, rule, problem, ruling) for rule, problem in problems]
    found.sort(key=_order)
    return tuple(_distinct(dict.fromkeys(found)))


def _order(finding: Finding) -> tuple[Span, str, str]:
    return finding.span, finding.rule, finding.message


def _modules(article: Article, context: Context, ruling: Ruling, faults: list[Fault], asking: bool) -> Iterator[Yield]:
    """What the modules say: those that ask for more than the article, or the others."""
    for name in ruling.severities:
        rule = ruling.rules[name]
        if rule.check is None or bool(rule.asks) is not asking:
            continue
        try:
            yield from [(rule, what) for what in rule.check(article, context)]
        except CopydeskError:  # a file beside the articles, read at the first question about it, is broken
            raise
        except Exception as error:  # noqa: BLE001 - the one edge where a rule's fault is caught
            faults.append(Fault(article.path, name, describe(error)))


def _schema(article: Article, ruling: Ruling, faults: list[Fault]) -> Iterator[Yield]:
    try:
        for name, problem in ruling.schema(article):
            if name in ruling.severities:
                yield ruling.rules[name], problem
    except Exception as error:  # noqa: BLE001 - as above
        faults.append(Fault(article.path, "invalid-document", describe(error)))


def describe(error: Exception) -> str:
    """An error and the line of ours that raised it: what a bug report needs."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f" ({trace.tb_frame.f_code.co_filename}:{trace.tb_lineno})" if trace is not None else ""
    return f"{type(error).__name__}: {error}{where}"


def _finding(article: Article, text: Text, rule: Rule, problem: Problem, ruling: Ruling) -> Finding:
    span = problem.span or article.span(problem.at)
    start, end = Position(*text.position(span.start)), Position(*text.position(span.end))
    severity = ruling.severities[rule.name]
    if problem.severity is not None:
        severity = min(severity, problem.severity)
    return Finding(
        rule=rule.name,
        severity=severity,
        message=_one_line(problem.message),
        path=article.path,
        span=span,
        pointer=problem.at,
        fingerprint=fingerprint(rule, article, problem),
        start=start,
        end=end,
        source_line=text.line(start.line),
        help=problem.help or rule.page.help,
        fix=problem.fix,
    )


def _one_line(message: str) -> str:
    """A message without the line ends, and without most of the length, of what it quotes."""
    line = " ".join(part.strip() for part in message.splitlines())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


_WHOLES: tuple[Pointer, ...] = ((), ("front_matter",))


def fingerprint(rule: Rule, article: Article, problem: Problem) -> str:
    """Rule, path, headings above and the source text, never a line number: it survives edits above."""
    from hashlib import sha256  # brings OpenSSL, which an article without findings does not need

    span = problem.span or article.span(problem.at)
    # A finding about a whole article, its front matter or a section is the same when the text changes. Comments are in
    # no document: of what is wrong with them, only their words tell which is meant.
    whole = problem.at in _WHOLES or (len(problem.at) == 2 and problem.at[0] == "sections")
    whole = whole and rule.category != "housekeeping"
    words = "" if whole else re.sub(r"\W+", " ", article.text[span.start : span.end]).strip().casefold()
    parts = (rule.name, article.path, *article.heading_path(problem.at), words)
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _distinct(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Each finding with a fingerprint of its own."""
    seen: Counter[str] = Counter()
    for finding in findings:
        own = distinct(finding.fingerprint, seen)
        yield finding if own == finding.fingerprint else replace(finding, fingerprint=own)


def distinct(mark: str, seen: Counter[str]) -> str:
    """Tells equal fingerprints apart, in the order of the text: the same words twice under one heading."""
    seen[mark] += 1
    return mark if seen[mark] == 1 else f"{mark[:28]}-{seen[mark]}"
