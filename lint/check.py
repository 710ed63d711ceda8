"""A check: a run of all that is asked for, or of what a change reaches, held against what is accepted."""

from dataclasses import replace

from lint.finding import Report
from lint.run import Outcome, Request, run


def check(request: Request) -> Outcome:
    """Checks all that is asked for; what a baseline accepts is marked."""
    if request.changed is None:
        return _accepted(run(request), request)
    from lint.change import comparing

    request, change = comparing(request)
    with change:
        outcome = _accepted(_without_others(run(request, change.choose)), request)
        return change.narrowed(outcome)


def _accepted(outcome: Outcome, request: Request) -> Outcome:
    if not _has_baseline(outcome, request):
        return outcome
    from lint.baseline import held_against

    return held_against(outcome, request)


def _has_baseline(outcome: Outcome, request: Request) -> bool:
    """Whether a baseline may count: known before the import of what reads it."""
    configs = {id(source.project.config): source.project.config for source in outcome.sources}.values()
    named = request.baseline is not None or any(config.baseline for config in configs)
    return request.accepting and (named or not configs or any(config.baseline_file.exists() for config in configs))


def _without_others(outcome: Outcome) -> Outcome:
    """The outcome without what the reading of articles that were not chosen has brought up."""
    others = {source.shown for source in outcome.sources} - {source.shown for source in outcome.judged}
    report = outcome.report
    unchecked = (
        replace(one, paths=paths)
        if (paths := tuple(path for path in one.paths if path not in others)) != one.paths
        else one
        for one in report.coverage.unchecked
    )
    kept = tuple(one for one in unchecked if one.paths)
    return outcome._replace(
        report=Report(
            tuple(one for one in report.findings if one.path not in others),
            replace(report.coverage, unchecked=kept),
            tuple(one for one in report.faults if one.path not in others),
        )
    )
