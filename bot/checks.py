"""The two check runs: "Copydesk" for the findings, "Editorial review" for the approvals. Pure."""

from collections.abc import Iterator
from hashlib import sha256

from bot.case import Case
from bot.findings import Found
from bot.inline import lines_of
from bot.markdown import Block, Sheet, clipped, seen
from bot.plan import Annotation, CreateCheckRun, UpdateCheckRun
from bot.summary import blocking, judged, owed, weaker
from lint.finding import Severity

FINDINGS = "Copydesk"
APPROVALS = "Editorial review"
LIMIT = 60_000
_LEVELS = {Severity.ERROR: "failure", Severity.WARNING: "warning", Severity.SUGGESTION: "notice"}
_TITLE = 255


def check_runs(case: Case) -> Iterator[CreateCheckRun | UpdateCheckRun]:
    """What must be written of both for this head; nothing where they stand as they should."""
    for wanted in (findings(case), approvals(case)):
        step = _difference(case, wanted)
        if step:
            yield step


def findings(case: Case) -> CreateCheckRun:
    """Red where a new finding must be settled."""
    notes = tuple(_annotation(case, one) for one in case.new[: case.settings.annotations])
    conclusion = "action_required" if case.material.faults else "failure" if case.blocking else "success"
    blocks = (
        Block("The new findings that block:\n", tuple(blocking(case)), what="findings"),
        Block("What weakens the checks:\n", tuple(weaker(case)), weight=1, what="changes"),
    )
    return _run(case, FINDINGS, conclusion, judged(case) or "Nothing to settle", blocks, notes)


def approvals(case: Case) -> CreateCheckRun:
    """Green only when every changed article has the approvals that it needs, on the text as it is."""
    if case.material.desk.people is None:
        title, conclusion = "No people file says who must approve", "neutral"
    elif case.standing.owed:
        debts = len(case.standing.owed)
        title, conclusion = f"{debts:,} approval{'s are' if debts > 1 else ' is'} owed", "action_required"
    else:
        title, conclusion = "Every changed article is approved", "success"
    blocks = (Block("Owed before publication:\n", tuple(owed(case)), what="approvals"),)
    return _run(case, APPROVALS, conclusion, title, blocks)


def _run(
    case: Case, name: str, conclusion: str, title: str, blocks: tuple[Block, ...], notes: tuple[Annotation, ...] = ()
) -> CreateCheckRun:
    filled = tuple(block for block in blocks if block.rows)
    text = Sheet(filled or (Block("Nothing stands in the way."),)).write(LIMIT).text
    key = sha256(repr((name, notes)).encode()).hexdigest()[:16]
    return CreateCheckRun(name, case.material.head, conclusion, clipped(title, _TITLE), text, f"copydesk:{key}", notes)


def _difference(case: Case, wanted: CreateCheckRun) -> CreateCheckRun | UpdateCheckRun | None:
    """Annotations can only be added: a run that holds others is replaced by a new one of the same name."""
    there = next(
        (run for run in case.state.check_runs if run.name == wanted.name and run.head_sha == wanted.commit), None
    )
    if there is None or there.external_id != wanted.external_id:
        return wanted
    missing = wanted.annotations[there.annotations :]
    said = (there.conclusion, there.title, there.summary.strip())
    if (
        there.status == "completed"
        and said == (wanted.conclusion, wanted.title, wanted.summary.strip())
        and not missing
    ):
        return None
    return UpdateCheckRun(there.id, wanted.name, wanted.conclusion, wanted.title, wanted.summary, missing)


def _annotation(case: Case, one: Found) -> Annotation:
    """Plain text: GitHub shows no markdown there."""
    lines = lines_of(case, one)
    message = clipped(f"{seen(one.message)} {seen(one.help)}".strip(), 2000)
    return Annotation(one.path, lines.start, lines.end, _LEVELS[one.severity], one.rule, message)
