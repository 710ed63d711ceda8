"""The summary comment: what a pull request changes in each article, what blocks it, what it owes and from whom."""

import os
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple
from urllib.parse import quote

from bot.case import Case
from bot.feedback.issues.draft import KINDS
from bot.findings import Found
from bot.inline import SIGNS
from bot.markdown import LIMIT, Block, Sheet, code, fence, prose
from bot.markdown.sheets import Written
from bot.markers import Memory, remembering
from bot.subjects import Subject, references, signatures
from bot.workflow import Owed
from lint.finding import Coverage
from lint.tally import count

NAMES = {"medical": "medical review", "fact-checker": "fact-check"}
"""What an approval of a role is called."""


class Counts(NamedTuple):
    """The claim sections of an article: those with a source, of all."""

    cited: int
    all: int


def summary(case: Case, beside: Iterable[str], memory: Memory, limit: int = LIMIT) -> Written:
    """The text of the comment. ``beside``: the keys of what is said beside a line."""
    shown = frozenset(beside)
    blocks = (
        Block(remembering(memory), weight=99),
        Block(f"## Copydesk: {headline(case)}", weight=99),
        _list("**This blocks the pull request:**", blocking(case), 8, "findings that block"),
        _list("**Owed before publication:**", owed(case), 8, "approvals that are owed"),
        _list("### This weakens the checks", weaker(case), 9, "changes that weaken the checks"),
        _table(case),
        _list("### Readers reported these passages", _reports(case), 7, "reports of readers"),
        _corrections(case, shown),
        _list("### More new findings", _rest(case, shown), 5, "new findings"),
        _list("### Dismissed by reviewers", _dismissed(case), 6, "dismissed findings"),
        _list("### Changed findings", _changed(case), 3, "changed findings"),
        _details("References that changed", _references(case), 1, "references"),
        _details("Settled by this pull request", _fixed(case), 2, "settled findings"),
        _details("Not checked", _unchecked(case), 4, "things that were not checked"),
        Block(_foot(case), weight=99),
    )
    return Sheet(tuple(block for block in blocks if block.rows or block.weight == 99)).write(limit)


def headline(case: Case) -> str:
    """The state of the pull request in one line."""
    debts = len(case.standing.owed)
    owing = f"{_number(debts, 'approval')} owed" if debts else ""
    return ", ".join(filter(None, (judged(case), owing))) or "all is well"


def judged(case: Case) -> str:
    """What the findings amount to; empty where there are none."""
    unsure = "not everything could be judged" if case.material.faults else ""
    blocks = len(case.blocking)
    found = f"{_number(blocks, 'finding')} to settle" if blocks else ""
    if case.new and not blocks:
        found = f"nothing blocks, {_number(len(case.new), 'remark')}"
    return ", ".join(filter(None, (unsure, found)))


def blocking(case: Case) -> Iterator[str]:
    """What must be settled, by article and rule."""
    for path, found in groupby(sorted(case.blocking, key=lambda one: (one.path, one.rule)), key=lambda one: one.path):
        rules = [f"{code(rule)}{_times(len(list(group)))}" for rule, group in groupby(found, key=lambda one: one.rule)]
        yield f"- {_file(case, path)}: {', '.join(rules)}"
    for path, what in case.material.faults:
        yield f"- {code(path)} could not be judged by {code(what)}: this is a fault of Copydesk."


def owed(case: Case) -> Iterator[str]:
    """What is owed and from whom, like debts together."""
    debts: dict[tuple[str, str, tuple[str, ...]], list[str]] = {}
    for debt in case.standing.owed:
        debts.setdefault((debt.role, debt.why, tuple(_people(debt))), []).append(debt.path)
    for (role, why, people), paths in debts.items():
        reason = f" ({prose(why)})" if why else ""
        of = f" of {len(paths):,} articles" if len(paths) > 1 else f" of {_file(case, paths[0])}"
        yield f"- {_name(role)}{of}{f', by {_either(people)}' if people else ''}{reason}"


def weaker(case: Case) -> Iterator[str]:
    """What the pull request changes about how articles are judged."""
    for one in case.material.weakenings:
        yield f"- {_file(case, one.path)}: {prose(one.what)}"


def _people(debt: Owed) -> Iterator[str]:
    yield from (f"{prose(person.name)} ({code(person.github)})" for person in debt.able[:3])
    if len(debt.able) > 3:
        yield f"{len(debt.able) - 3} others"


def _either(people: Iterable[str]) -> str:
    return " or ".join(people)


def _name(role: str) -> str:
    return NAMES.get(role.casefold()) or f"approval as {prose(role)}"


def _list(head: str, rows: Iterable[str], weight: int, what: str) -> Block:
    return Block(f"{head}\n", tuple(rows), weight=weight, what=what)


def _details(title: str, rows: Iterable[str], weight: int, what: str) -> Block:
    """Rows that a reader opens."""
    listed = tuple(rows)
    head = f"<details>\n<summary>{title} ({len(listed):,})</summary>\n"
    return Block(head, listed, "\n</details>", weight, what)


def _table(case: Case) -> Block:
    head = (
        "| Article | Findings | Claim sections with a source | References | Review | Approvals |\n"
        "| --- | --- | --- | --- | --- | --- |"
    )
    rows = tuple(_row(case, subject) for subject in sorted(case.material.subjects, key=lambda one: _rank(case, one)))
    return Block(head, rows, weight=7, what="articles")


def _rank(case: Case, subject: Subject) -> tuple[int, int, str]:
    """The articles that need most come first."""
    return -case.blocks_of[subject.path], -len(case.by_path.get(subject.path, ([], [], []))[0]), subject.path


def _row(case: Case, subject: Subject) -> str:
    cells = (
        _article(case, subject),
        _findings(case, subject),
        _sections(subject),
        _reference_counts(subject),
        _review(case, subject),
        _approvals(case, subject),
    )
    return f"| {' | '.join(cells)} |"


def _article(case: Case, subject: Subject) -> str:
    name = _file(case, subject.path)
    match subject.file.status:
        case "added":
            return f"{name} (new)"
        case "deleted":
            return f"{code(subject.path)} (removed)"
        case "renamed":
            return f"{name} (was {code(subject.file.before)})"
    return name


def _findings(case: Case, subject: Subject) -> str:
    new, changed, fixed = map(len, case.by_path.get(subject.path, ([], [], [])))
    parts = [f"{number} {what}" for number, what in ((new, "new"), (changed, "changed"), (fixed, "fixed")) if number]
    return ", ".join(parts) or "–"


def _sections(subject: Subject) -> str:
    if subject.after is None:
        return "–"
    now = cited(subject)
    return f"{now.cited} of {now.all}"


def cited(subject: Subject) -> Counts:
    """The claim sections of an article as it is."""
    covered = count(subject.after.document, ()) if subject.after else Coverage()
    return Counts(covered.cited, covered.claim_sections)


def _reference_counts(subject: Subject) -> str:
    found = references(subject)
    parts = (
        (len(found.added), "added"),
        (len(found.removed), "removed"),
        (len(found.changed), "changed"),
    )
    return ", ".join(f"{number} {what}" for number, what in parts if number) or "–"


_STATES = (
    ("missing-reviewer", "no reviewer is named"),
    ("edited-since-review", "the text changed since"),
    ("overdue-review", "overdue or due soon"),
    ("stale-article", "the article is out of date"),
)
"""What findings say of an article's freshness, the weightiest first."""


def _review(case: Case, subject: Subject) -> str:
    """The review that the article states, and whether it is fresh: yes, no, or not known."""
    if subject.after is None:
        return "–"
    days = [one.on for one in signatures(subject.after) if one.role != "fact-checker" and one.on]
    rules = case.rules_of.get(subject.path, frozenset())
    said = [words for rule, words in _STATES if rule in rules]
    if not said and any(rule in case.unknown_of.get(subject.path, ()) for rule, _ in _STATES):
        said = ["not known whether the text changed since"]
    state = said[0] if said else "fresh"
    return f"{max(days)}: {state}" if days else said[0] if said else "none"


def _approvals(case: Case, subject: Subject) -> str:
    given = [f"{_name(one.role)}: {prose(one.person.name)}" for one in case.standing.approvals.get(subject.path, ())]
    missing = [f"{_name(role)}: owed" for role in case.owed_of.get(subject.path, ())]
    return ", ".join((*given, *missing)) or "–"


def _rest(case: Case, beside: frozenset[str]) -> Iterator[str]:
    """The new findings that no comment beside a line says."""
    for one in case.new:
        if one.fingerprint not in beside:
            note = " (GitHub took no comment there)" if one.fingerprint in case.material.refused else ""
            yield f"- {_where(case, one)} **{SIGNS[one.severity]}:** {prose(one.message)} {code(one.rule)}{note}"


def _reports(case: Case) -> Iterator[str]:
    for one in case.reported:
        section = f", section “{prose(one.section, 150)}”" if one.section else ""
        yield f"- #{one.number}: {KINDS[one.kind]}, in {_file(case, one.path)}{section}"


def _corrections(case: Case, beside: frozenset[str]) -> Block:
    """Entries for the front matter of articles whose reports this pull request settles, where no line takes them."""
    rows = tuple(
        f"{_file(case, one.path)}:\n\n{fence(one.block, 'yaml')}\n" for one in case.corrections if one.key not in beside
    )
    return Block("This settles what readers reported. The article's front matter may say so:\n", rows, weight=4)


def _dismissed(case: Case) -> Iterator[str]:
    for one in case.material.comparison.new:
        if dismissal := case.dismissed.get(one.fingerprint):
            who = code(dismissal.command.comment.author)
            yield f"- {_where(case, one)} {code(one.rule)}, dismissed by {who}: {prose(dismissal.reason)}"


def _changed(case: Case) -> Iterator[str]:
    for before, after in case.material.comparison.changed:
        now = f"**{SIGNS[after.severity]}:** {prose(after.message)}"
        yield f"- {_where(case, after)} {now} (before: {prose(before.message)})"


def _fixed(case: Case) -> Iterator[str]:
    for one in case.material.comparison.fixed:
        yield f"- {code(one.path)}: {prose(one.message)} {code(one.rule)}"


def _references(case: Case) -> Iterator[str]:
    for subject in case.material.subjects:
        found = references(subject)
        for verb, texts in (("added", found.added), ("removed", found.removed), ("changed", found.changed)):
            yield from (f"- {code(subject.path)}, {verb}: {prose(text, 200)}" for text in texts)


def _unchecked(case: Case) -> Iterator[str]:
    paths = set(case.subjects)
    for one in case.material.unchecked:
        if touched := [path for path in one.paths if path in paths]:
            of = code(touched[0]) if len(touched) == 1 else _number(len(touched), "article")
            yield f"- {prose(one.what)} ({of}): {prose(one.why)}"


def _where(case: Case, one: Found) -> str:
    return _file(case, one.path, one.start[0])


def _file(case: Case, path: str, line: int = 0) -> str:
    """A link to a file of the head as it stands in the repository; nothing of the path can end it."""
    address = (
        f"{case.material.server}/{case.state.pull.repository}/blob/{case.material.head}/{quote(os.fsencode(path))}"
    )
    return f"[{code(path + (f':{line}' if line else ''))}]({address}{f'?plain=1#L{line}' if line else ''})"


def _foot(case: Case) -> str:
    base = code(case.state.pull.base_ref)
    return (
        f"<sub>Judged: {code(case.material.head[:9])}, by the settings of {base}. In a comment, `/copydesk recheck`, "
        "`/copydesk explain RULE`, `/copydesk dismiss RULE REASON` and `/copydesk request-review` are understood.</sub>"
    )


def _times(number: int) -> str:
    return f" ({number} times)" if number > 1 else ""


def _number(number: int, what: str) -> str:
    return f"{number:,} {what}{'s' * (number != 1)}"
