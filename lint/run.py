"""A run: finds the articles, reads them, has them judged and gathers the report."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from lint.article.parse import Parsed, parse
from lint.config import Config, load, read_config
from lint.corpus import Found, Unreachable, Unreadable, decode, discover, read
from lint.engine import Judgement, describe, judge, refused, unreadable
from lint.finding import Coverage, Fault, Finding, Report, Severity, Unchecked
from lint.project import Project, Selection
from lint.rules.rule import Rule
from lint.tally import add, count, unanswered, unverified

NO_READING = "it cannot be read"


class Request(NamedTuple):
    """What the caller asks for. ``stdin``: the name and the bytes of a text that is on no disk.

    ``sources``: folders of source texts to compare with, besides the configured ones.
    """

    today: date
    paths: tuple[str, ...] = ()
    stdin: tuple[str, bytes] | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    config: Path | None = None
    baseline: Path | None = None
    """None: the one that the configuration names, or of the default name beside it."""
    accepting: bool = True
    """Whether a baseline counts at all."""
    changed: str | None = None
    """Only what differs from where this branch or commit was left; empty: the default branch. None: all."""
    shard: tuple[int, int] | None = None
    """Only the articles of this part, counting from 1, of so many parts."""
    sources: tuple[Path, ...] = ()


class Outcome(NamedTuple):
    """The report and what is needed to show it and to exit."""

    report: Report
    rules: Mapping[str, Rule]
    fail_on: Severity | None = Severity.ERROR
    output_format: str | None = None
    sources: tuple["Source", ...] = ()
    """All that was to be checked, in order."""
    judged: tuple["Source", ...] = ()
    """Those of them that were chosen."""


class Source(NamedTuple):
    """A file to check, or a text under its name (``content``).

    ``shown``: its path for people; ``path``: POSIX, relative to its project's root. ``named``: it was asked for by its
    own name, so that it must not pass unread.
    """

    file: Path
    shown: str
    path: str
    project: Project
    content: bytes | None = None
    named: bool = False


@dataclass(slots=True)
class _Run:
    """What a run has gathered so far."""

    findings: list[Finding] = field(default_factory=list)
    coverages: list[Coverage] = field(default_factory=list)
    unchecked: list[Unchecked] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def files(request: Request) -> Iterator[str]:
    """The paths that a run would check."""
    for found in _discover(request):
        if isinstance(found, Found):
            yield _shown(found.path)


Articles = Callable[[], Sequence[tuple[Source, Parsed]]]
Choose = Callable[[Sequence[Source], Articles], Sequence[Source]]
"""All sources to those to judge; the others are only known of. Gives the articles that can be read when asked."""


def run(request: Request, choose: Choose | None = None) -> Outcome:
    """Checks all that is asked for, or of it what is chosen."""
    gathered = _Run()
    projects, sources, parsed, selection = _opened(request, gathered)
    main = projects.main()
    rules = {name: rule for project in (*projects.all(), main) for name, rule in project.rules.items()}
    judged = choose(sources, lambda: parsed) if choose else sources
    shown = {source.shown for source in judged}
    for source, one in parsed:
        if source.shown in shown:
            _judge(source, one, selection, gathered)
    for project in projects.all():
        project.close()
    report = Report(tuple(gathered.findings), add(gathered.coverages, gathered.unchecked), tuple(gathered.faults))
    return Outcome(report, rules, main.config.fail_on, main.config.output_format, tuple(sources), tuple(judged))


def opened(request: Request, choose: Choose) -> Iterator[tuple[Source, Parsed]]:
    """The articles that a run would judge, their projects ready for them; those that cannot be read are left out."""
    _, sources, parsed, _ = _opened(request, _Run())
    shown = {source.shown for source in choose(sources, lambda: parsed)}
    return iter([(source, one) for source, one in parsed if source.shown in shown])


def chosen(request: Request, choose: Choose) -> Sequence[Source]:
    """What a run would check."""
    _, sources, parsed, _ = _opened(request, _Run())
    return choose(sources, lambda: parsed)


def _opened(
    request: Request, gathered: _Run
) -> tuple["_Projects", list[Source], list[tuple[Source, Parsed]], Selection]:
    projects = _Projects(request)
    sources = list(_sources(request, projects, gathered))
    selection = Selection(request.select, request.ignore)
    main = projects.main()
    selection.refuse([rule for project in (*projects.all(), main) for rule in project.rules.values()])
    parsed = [(source, article) for source in sources if (article := _parse(source, selection, gathered)) is not None]
    for project in projects.all():
        _open(project, [(source, one) for source, one in parsed if source.project is project])
        gathered.unchecked += project.source_texts[1]
    return projects, sources, parsed, selection


class _Projects:
    """The projects of a run, one for each configuration that counts for a file of it."""

    def __init__(self, request: Request) -> None:
        self._today = request.today
        self._fixed = read_config(request.config) if request.config else None
        self._texts = tuple(str(path.absolute()) for path in request.sources)
        self._made: dict[int, Project] = {}

    def of(self, file: Path) -> Project:
        """The project of a file or folder."""
        return self._project(self._fixed or load(file))

    def main(self) -> Project:
        """The project whose settings decide how to show the report and when to fail: the first that counted."""
        return next(iter(self._made.values()), None) or self.of(Path.cwd())

    def all(self) -> list[Project]:
        return list(self._made.values())

    def _project(self, config: Config) -> Project:
        if id(config) not in self._made:
            sources = replace(config.sources, texts=(*config.sources.texts, *self._texts))
            self._made[id(config)] = Project(replace(config, sources=sources), self._today)
        return self._made[id(config)]


def _discover(request: Request) -> Iterator[Found | Unchecked]:
    fixed = read_config(request.config) if request.config else None
    if not request.paths:
        yield from discover((), fixed or load(Path.cwd()))
    for path in map(Path, request.paths):
        yield from discover((path,), fixed or load(path))


def _sources(request: Request, projects: _Projects, gathered: _Run) -> Iterator[Source]:
    if request.stdin is not None:
        name, content = request.stdin
        yield _source(Path(name), projects, content)
        return
    seen = set()
    for found in _discover(request):
        if isinstance(found, Unchecked):
            gathered.unchecked.append(replace(found, paths=tuple(_shown(Path(path)) for path in found.paths)))
        elif (file := os.path.realpath(found.path)) not in seen:
            seen.add(file)
            yield _source(found.path, projects)._replace(named=found.named)


def _source(file: Path, projects: _Projects, content: bytes | None = None) -> Source:
    project = projects.of(file)
    return Source(file, _shown(file), path_in(project.config.root, file), project, content)


def _shown(file: Path) -> str:
    """The path as people know it: relative to the working folder where it lies below it."""
    return path_in(Path.cwd(), file)


def _parse(source: Source, selection: Selection, gathered: _Run) -> Parsed | None:
    """The article; None where there is none, which is then a finding, a notice or a fault."""
    try:
        return read_article(source.file, source.project.config, source.content)
    except Unreadable as error:
        if isinstance(error, Unreachable) and not source.named:
            gathered.unchecked.append(Unchecked("the file", error.message, (source.shown,)))
            return None
        message = f"This file cannot be read: {error.message}." if isinstance(error, Unreachable) else error.message
        ruling = source.project.ruling(source.path, selection)
        _gather(source, unreadable(source.path, message, error.line, ruling), gathered)
        gathered.unchecked.append(Unchecked("the text", NO_READING, (source.shown,)))
    except Exception as error:  # noqa: BLE001 - the edge: an article that breaks us must not hide the others
        gathered.faults.append(Fault(source.shown, "parse", describe(error)))
    return None


def read_article(file: Path, config: Config, content: bytes | None = None) -> Parsed:
    """The article in a file, or of a text under its name; `Unreadable` where there is none."""
    limit = config.max_file_size
    text = read(file, limit) if content is None else decode(content, limit)
    return parse(path_in(config.root, file), text, config.settings, lambda name: _beside(file, name, limit))


def path_in(root: Path, file: Path) -> str:
    """The file's POSIX path relative to the root it lies in; as it was given where it lies elsewhere."""
    absolute = Path(os.path.normpath(file.absolute()))
    return absolute.relative_to(root).as_posix() if absolute.is_relative_to(root) else file.as_posix()


def _beside(file: Path, name: str, limit: int) -> str | None:
    """The text of a bibliography beside an article; None where it cannot be read."""
    try:
        return read(file.parent / name, limit)
    except Unreadable:
        return None


def _open(project: Project, parsed: Sequence[tuple[Source, Parsed]]) -> None:
    titles: dict[str, list[str]] = {}
    for source, one in parsed:
        titles.setdefault(one.article.document["title"] or "", []).append(source.path)
    articles = {source.path: one.article for source, one in parsed}
    project.open(articles, titles, {source.path: one.anchors for source, one in parsed})


def _judge(source: Source, one: Parsed, selection: Selection, gathered: _Run) -> None:
    ruling = source.project.ruling(source.path, selection)
    if one.problems:
        gathered.unchecked.append(Unchecked("the text", NO_READING, (source.shown,)))
        _gather(source, refused(one.article, one.problems, ruling), gathered)
        return
    said = judge(one.article, source.project.context(source.path), ruling)
    _gather(source, said, gathered)
    gathered.coverages.append(count(one.article.document, said.findings))
    gathered.unchecked += unanswered(source.shown, said.unknowns)
    gathered.unchecked += unverified(source.shown, one.article.document, source.project.lock)
    if one.hidden_words:
        gathered.unchecked.append(
            Unchecked("text in raw HTML", "it is not read; write it as markdown", (source.shown,))
        )


def _gather(source: Source, said: Judgement, gathered: _Run) -> None:
    gathered.findings += (replace(finding, path=source.shown) for finding in said.findings)
    gathered.faults += (replace(fault, path=source.shown) for fault in said.faults)
