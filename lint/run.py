"""A run: finds the articles, has each worked on, and gathers the report."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lint.article.parsed import Parsed
from lint.finding import Report, Severity, Unchecked
from lint.project import Selection
from lint.projects import Projects
from lint.rules.rule import Rule
from lint.sources import Request, Source, files, sources
from lint.tally import add
from lint.work.desk import read_article
from lint.work.whole import Whole

__all__ = ["Outcome", "Request", "Run", "Source", "files", "opened", "read_article", "run"]


class Outcome(NamedTuple):
    """The report and what is needed to show it and to exit."""

    report: Report
    rules: Mapping[str, Rule]
    fail_on: Severity | None = Severity.ERROR
    output_format: str | None = None


class Run:
    """A run: the articles that are asked for, and the work on them."""

    def __init__(self, request: Request) -> None:
        self.projects = Projects(request.today, request.config)
        self.asked, self._unchecked = _sources(request, self.projects)
        selection = _selection(request, self.projects)
        self.work = Whole(self.asked, self.projects, selection, request)

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
        return Outcome(report, rules, main.config.fail_on, main.config.output_format)


def run(request: Request) -> Outcome:
    """Checks all that is asked for."""
    one = Run(request)
    try:
        one.work.first()
        one.work.again()
        return one.outcome()
    finally:
        one.work.close()


def opened(request: Request) -> Iterator[tuple[Source, Parsed]]:
    """The articles that a run would judge, their projects ready for them; those that cannot be read are left out."""
    projects = Projects(request.today, request.config)
    asked, _ = _sources(request, projects)
    _selection(request, projects)
    read = [(source, one) for source in asked if (one := _read(source)) is not None]
    for project in projects.all():
        mine = [(source.path, one) for source, one in read if source.project is project]
        titles: dict[str, list[str]] = {}
        for path, one in mine:
            titles.setdefault(one.article.document["title"] or "", []).append(path)
        project.gather(titles, {path: one.anchors for path, one in mine})
    return iter(read)


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
    return asked, unchecked


def _selection(request: Request, projects: Projects) -> Selection:
    selection = Selection(request.select, request.ignore)
    main = projects.main()
    selection.refuse([rule for project in (*projects.all(), main) for rule in project.rules.values()])
    return selection
