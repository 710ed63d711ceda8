"""A run: finds the articles, has each worked on, and gathers the report."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from lint.article.parsed import Parsed
from lint.finding import Report, Severity, Unchecked
from lint.project import Selection
from lint.projects import Projects
from lint.rules.rule import Rule
from lint.sources import Request, Source, files, others, path_in, sources
from lint.tally import add
from lint.work.desk import read_article
from lint.work.facts import FACTS
from lint.work.verdict import Result, Verdict
from lint.work.whole import Whole

__all__ = [
    "Articles",
    "Choose",
    "Outcome",
    "Request",
    "Run",
    "Source",
    "chosen",
    "files",
    "opened",
    "path_in",
    "read_article",
    "run",
]

Articles = Callable[[], Sequence[tuple[Source, Parsed]]]
Choose = Callable[[Sequence[Source], Articles], Sequence[Source]]
"""All sources to those to judge; the others are only known of. Gives the articles that can be read when asked."""

_COMPARING = frozenset({"copied-passage", "repeated-title"})
_UNCOMPARED = ("titles and passages against other articles", "only the articles that were named are compared")


class Outcome(NamedTuple):
    """The report and what is needed to show it and to exit."""

    report: Report
    rules: Mapping[str, Rule]
    fail_on: Severity | None = Severity.ERROR
    output_format: str | None = None
    sources: tuple[Source, ...] = ()
    """All that was to be checked, in order."""
    judged: tuple[Source, ...] = ()
    """Those of them that were chosen."""


class Run:
    """A run: the articles that are asked for, those of them that are chosen, and the work on them."""

    def __init__(self, request: Request, choose: Choose | None = None) -> None:
        self.projects = Projects(request.today, request.config, request.sources)
        self.asked, self._unchecked = _sources(request, self.projects)
        selection = _selection(request, self.projects)
        if request.paths or request.stdin:
            self._unchecked += _uncompared(self.asked, self.projects, selection)
        read = _Read(self.asked)
        self.judged = choose(self.asked, read) if choose else self.asked
        shown = {source.shown for source in self.judged}
        numbers = {at for at, source in enumerate(self.asked) if source.shown in shown}
        known = {at: result for at, result in read.results().items() if at not in numbers}
        self.work = Whole(self.asked, self.projects, selection, request, numbers, known)

    def outcome(self) -> Outcome:
        """What the work has come to."""
        verdicts = self.work.verdicts
        unchecked = list(self._unchecked)
        for source, verdict in zip(self.asked, verdicts, strict=True):
            unchecked += (Unchecked(what, why, (source.shown,)) for what, why in verdict.unchecked)
        report = Report(
            tuple(finding for verdict in verdicts for finding in verdict.findings),
            add((verdict.coverage for verdict in verdicts if verdict.coverage), unchecked),
            tuple(fault for verdict in verdicts for fault in verdict.faults),
        )
        main = self.projects.main()
        rules = {name: rule for project in (*self.projects.all(), main) for name, rule in project.rules.items()}
        shown = main.config.fail_on, main.config.output_format
        return Outcome(report, rules, *shown, tuple(self.asked), tuple(self.judged))

    def close(self) -> None:
        """Keeps what is to be kept, and ends the processes of git."""
        self.work.close()
        for project in self.projects.all():
            project.close()


def run(request: Request, choose: Choose | None = None) -> Outcome:
    """Checks all that is asked for, or of it what is chosen."""
    one = Run(request, choose)
    try:
        one.work.first()
        one.work.again()
        return one.outcome()
    finally:
        one.close()


def chosen(request: Request, choose: Choose) -> Sequence[Source]:
    """What a run would check."""
    projects = Projects(request.today, request.config, request.sources)
    try:
        asked, _ = _sources(request, projects)
        return choose(asked, _Read(asked))
    finally:
        for project in projects.all():
            project.close()


def opened(request: Request, choose: Choose) -> Iterator[tuple[Source, Parsed]]:
    """The articles that a run would judge, their projects ready for them; those that cannot be read are left out."""
    from lint.corpus.copies import Copies, known

    projects = Projects(request.today, request.config, request.sources)
    asked, _ = _sources(request, projects)
    _selection(request, projects)
    read = _Read(asked)
    for project in projects.all():
        mine = [(source.path, one) for source, one in read() if source.project is project]
        titles: dict[str, list[str]] = {}
        for path, one in mine:
            titles.setdefault(one.article.document["title"] or "", []).append(path)
        held = {path: one.article for path, one in mine}
        copies = Copies(lambda held=held: known(held), held.__getitem__, project.source_texts[0])  # type: ignore[misc]
        project.gather(titles, {path: one.anchors for path, one in mine}, copies)
    shown = {source.shown for source in choose(asked, read)}
    return iter([(source, one) for source, one in read() if source.shown in shown])


class _Read:
    """The articles that can be read, read when first asked for."""

    def __init__(self, asked: Sequence[Source]) -> None:
        self._asked = asked
        self._read: dict[int, Parsed] | None = None

    def __call__(self) -> Sequence[tuple[Source, Parsed]]:
        if self._read is None:
            found = ((at, _read(source)) for at, source in enumerate(self._asked))
            self._read = {at: one for at, one in found if one is not None}
        return [(self._asked[at], one) for at, one in self._read.items()]

    def results(self) -> dict[int, Result]:
        """What others must know of those that were read, by number."""
        read = (self._read or {}).items()
        return {at: Result(Verdict(), one.article.document["title"] or "", facts=_facts(one)) for at, one in read}


def _facts(one: Parsed) -> dict[str, object]:
    return {name: fact.find(one) for name, fact in FACTS.items()}


def _read(source: Source) -> Parsed | None:
    try:
        return read_article(source.file, source.project.config, source.content)
    except Exception:  # noqa: BLE001 - what cannot be read, for whatever reason, the check itself speaks of
        return None


def _sources(request: Request, projects: Projects) -> tuple[list[Source], list[Unchecked]]:
    found = list(sources(request, projects))
    unchecked = [one for one in found if isinstance(one, Unchecked)]
    asked = [one for one in found if isinstance(one, Source)]
    for project in projects.all():
        project.open([source.path for source in asked if source.project is project])
        unchecked += project.source_texts[1]
    return asked, unchecked


def _uncompared(asked: Sequence[Source], projects: Projects, selection: Selection) -> Iterator[Unchecked]:
    """Articles are compared with those of the same run; named by themselves, with no others."""
    for project in projects.all():
        mine = [source for source in asked if source.project is project]
        rulings = (project.ruling(source.path, selection).severities for source in mine)
        if any(not _COMPARING.isdisjoint(one) for one in rulings) and others(project, mine):
            yield Unchecked(*_UNCOMPARED, tuple(source.shown for source in mine))


def _selection(request: Request, projects: Projects) -> Selection:
    selection = Selection(request.select, request.ignore)
    main = projects.main()
    selection.refuse([rule for project in (*projects.all(), main) for rule in project.rules.values()])
    return selection
