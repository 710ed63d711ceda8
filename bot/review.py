"""Review: from the material and the state of a pull request to the plan of what to say and do. Pure."""

from collections.abc import Iterator
from typing import NamedTuple

from bot import answers
from bot.case import Case, Material
from bot.checks import check_runs
from bot.inline import resolved, review
from bot.markers import Memory
from bot.plan import (
    AddLabels,
    CreateComment,
    CreateLabel,
    Plan,
    RemoveLabel,
    RemoveReviewers,
    RequestReviewers,
    Step,
    UpdateComment,
)
from bot.state import State
from bot.summary import summary
from bot.workflow import Requests, labels, requests

COLORS = {
    "needs_citation": ("d93f0b", "A claim of this pull request has no source"),
    "needs_medical_review": ("fbca04", "A medical reviewer must approve this text"),
    "needs_fact_check": ("fbca04", "A fact-checker must approve this text"),
    "ready_to_publish": ("0e8a16", "Nothing blocks, and all approvals are there"),
}
"""Of each label: its colour, and what it says."""


class Decision(NamedTuple):
    """The plan, and the rows that the summary had no room for: they go to the log."""

    plan: Plan
    cut: tuple[str, ...] = ()


def decide(material: Material, state: State) -> Decision:
    """What to say and do; nothing where there is nothing to say and nothing was said before."""
    case = Case(material, state)
    why = _silence(case)
    if why:
        return Decision(_plan(case, (), why))
    if not (case.has_news or case.has_spoken or case.dismissals):
        quiet = (*(check_runs(case) if case.settings.always_report else ()), *answers.answers(case))
        return Decision(_plan(case, quiet, "" if quiet else "there is nothing to say"))
    return _spoken(case)


def _silence(case: Case) -> str:
    pull = case.state.pull
    if pull.head_sha != case.material.head:
        return (
            f"{case.material.head[:9]} was judged, and {pull.head_sha[:9]} is the newest commit: its own run will speak"
        )
    return "" if pull.is_open else "the pull request is closed"


def _plan(case: Case, steps: tuple[Step, ...], why_silent: str = "") -> Plan:
    return Plan(case.state.pull.repository, case.state.pull.number, case.material.head, steps, why_silent)


def _spoken(case: Case) -> Decision:
    remarks = review(case)
    beside = {one.fingerprint for one in remarks.comments} if remarks else set()
    beside |= case.threads.keys()
    asks = _requests(case)
    written = summary(case, beside, Memory(case.material.head, _dismissed(case), asks.asked))
    steps = (
        *([remarks] if remarks else ()),
        *resolved(case),
        *answers.answers(case),
        *_labels(case),
        *_reviewers(asks),
        *_summary(case, written.text),  # it remembers what was done before it
        *check_runs(case),
    )
    return Decision(_plan(case, steps, "" if steps else "all is said already"), written.cut)


def _dismissed(case: Case) -> dict[str, tuple[str, ...]]:
    """What each dismissal of the conversation covers; a thread says by itself which finding it is about."""
    return {one.command.key: one.prints for one in case.dismissals if one.command.thread is None}


def _summary(case: Case, text: str) -> Iterator[Step]:
    there = case.summary
    if there is None:
        yield CreateComment(text, "<!-- copydesk:summary ")
    elif there.body.replace("\r\n", "\n").strip() != text.strip():
        yield UpdateComment(there.id, text, there.body)


def _requests(case: Case) -> Requests:
    if not answers.wants_requests(case):
        return Requests(asked=case.memory.asked)
    return requests(case.standing.owed, case.state, case.memory, answers.asks_again(case))


def _reviewers(asks: Requests) -> Iterator[Step]:
    if asks.withdraw:
        yield RemoveReviewers(asks.withdraw)
    if asks.ask:
        yield RequestReviewers(asks.ask)


def _labels(case: Case) -> Iterator[Step]:
    """By difference only, and a label that the repository does not know is made first."""
    rules = {one.rule for one in case.new}
    wanted = labels(rules, bool(case.blocking or case.material.faults), case.standing, case.state, case.settings)
    there = {name.casefold(): name for name in case.state.labels}
    known = {name.casefold() for name in case.state.known_labels}
    add = tuple(name for name, is_wanted in wanted.items() if is_wanted and name.casefold() not in there)
    for key, name in case.settings.labels.items():
        if name in add and name.casefold() not in known:
            yield CreateLabel(name, *COLORS[key])
    if add:
        yield AddLabels(add)
    for name, is_wanted in wanted.items():
        if not is_wanted and name.casefold() in there:
            yield RemoveLabel(there[name.casefold()])
