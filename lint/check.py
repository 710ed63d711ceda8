"""A check: a run, held against what the publication has accepted."""

from lint.run import Outcome, Request, run


def check(request: Request) -> Outcome:
    """Checks all that is asked for; what a baseline accepts is marked."""
    outcome = run(request)
    if not _has_baseline(outcome, request):
        return outcome
    from lint.baseline import held_against

    return held_against(outcome, request)


def _has_baseline(outcome: Outcome, request: Request) -> bool:
    """Whether a baseline may count: known before the import of what reads it."""
    configs = {id(source.project.config): source.project.config for source in outcome.sources}.values()
    named = request.baseline is not None or any(config.baseline for config in configs)
    return request.accepting and (named or not configs or any(config.baseline_file.exists() for config in configs))
