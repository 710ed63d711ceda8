"""A check: a run of what is asked for, held against what is accepted, in one order."""

from collections.abc import Sequence
from dataclasses import replace

from lint.finding import Fault, Report, Shard
from lint.inputs import look
from lint.narrow import narrow
from lint.order import ordered
from lint.run import Outcome, Request, run


def check(request: Request, faults: Sequence[Fault] = ()) -> Outcome:
    """Checks all that is asked for; ``faults``: what has broken before."""
    with narrow(request) as scope:
        outcome = _accepted(_without_others(run(scope.request, scope.choose)), scope.request)
        outcome = scope.report(outcome)
    return _finished(outcome, scope.request, faults)


def held(outcome: Outcome, request: Request) -> Outcome:
    """The outcome of a run of all, held against what is accepted."""
    return _finished(_accepted(outcome, request), request)


def _finished(outcome: Outcome, request: Request, faults: Sequence[Fault] = ()) -> Outcome:
    numbers = {source.shown: number for number, source in enumerate(outcome.sources)}
    report = replace(outcome.report, faults=(*faults, *outcome.report.faults))
    return _marked(outcome._replace(report=ordered(report, numbers)), request, numbers)


def _accepted(outcome: Outcome, request: Request) -> Outcome:
    if not _has_baseline(outcome, request):
        return outcome
    from lint.baseline import held_against

    return held_against(outcome, request)


def _has_baseline(outcome: Outcome, request: Request) -> bool:
    """Whether a baseline may count: known before the import of what reads it."""
    configs = {id(source.project.config): source.project.config for source in outcome.sources}.values()
    for config in configs:
        look(config.baseline_file)
    named = request.baseline is not None or any(config.baseline for config in configs)
    return request.accepting and (named or not configs or any(config.baseline_file.exists() for config in configs))


def _without_others(outcome: Outcome) -> Outcome:
    """The outcome without what the reading of articles that were not chosen has brought up."""
    others = {source.shown for source in outcome.sources} - {source.shown for source in outcome.judged}
    if not others:
        return outcome
    report = outcome.report
    unchecked = [
        replace(one, paths=tuple(path for path in one.paths if path not in others)) if others & {*one.paths} else one
        for one in report.coverage.unchecked
    ]
    left = Report(
        tuple(one for one in report.findings if one.path not in others),
        replace(report.coverage, unchecked=tuple(one for one in unchecked if one.paths)),
        tuple(one for one in report.faults if one.path not in others),
    )
    return outcome._replace(report=left)


def _marked(outcome: Outcome, request: Request, numbers: dict[str, int]) -> Outcome:
    """The outcome of a shard with what it takes to merge it."""
    if request.shard is None:
        return outcome
    from hashlib import sha256

    index, of = request.shard
    since = outcome.report.coverage.changed
    asked = (request.today.isoformat(), request.select, request.ignore, since and since.commit, tuple(numbers))
    shard = Shard(
        index,
        of,
        sha256(repr(asked).encode()).hexdigest()[:32],
        {source.shown: numbers[source.shown] for source in outcome.judged},
        None if outcome.fail_on is None else str(outcome.fail_on),
        outcome.output_format,
    )
    return outcome._replace(report=replace(outcome.report, shard=shard))
