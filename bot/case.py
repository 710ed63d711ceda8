"""A case: all that is known when a pull request is reviewed, and the verdict that follows from it. Pure."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from bot.commands import Command, commands
from bot.corrections import Correction, corrections
from bot.diff import File
from bot.findings import Comparison, Found
from bot.markers import Memory, key_of, remembered
from bot.reported import Reported, reported
from bot.state import Comment, State, Thread
from bot.subjects import Subject
from bot.weakening import Weakening
from bot.workflow import Desk, Standing, Texts, standing
from lint.finding import Severity, Unchecked
from lint.rules.rule import Rule

MOST_REMEMBERED = 1000


class Suggestion(NamedTuple):
    """A fix that was tried on a copy, as GitHub takes it: lines of the head's version, and what is to stand there."""

    start: int
    end: int
    text: str


class Dismissal(NamedTuple):
    """A command that settles findings, and those that it covers."""

    command: Command
    reason: str
    prints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Material:
    """What was found out about the texts: of the reports, of git, of the publication's settings.

    ``head``: the commit that was judged. ``suggestions``: by the fingerprint of a finding or the key of a correction.
    ``rules``: all there are, for explanations. ``fail_on``: from which severity a new finding blocks; None for never.
    ``server``: GitHub's address for people.
    """

    head: str
    subjects: tuple[Subject, ...]
    comparison: Comparison
    desk: Desk
    files: tuple[File, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()
    faults: tuple[tuple[str, str], ...] = ()
    weakenings: tuple[Weakening, ...] = ()
    texts: Texts = field(default_factory=dict)
    suggestions: Mapping[str, Suggestion] = field(default_factory=dict)
    refused: Mapping[str, str] = field(default_factory=dict)
    rules: Mapping[str, Rule] = field(default_factory=dict)
    fail_on: Severity | None = Severity.ERROR
    server: str = "https://github.com"


class Case:
    """The material and the state of the pull request, with what follows from both, each worked out once."""

    def __init__(self, material: Material, state: State) -> None:
        self.material = material
        self.state = state
        self.settings = material.desk.settings

    @cached_property
    def summary(self) -> Comment | None:
        """The summary comment, where there is one: the oldest, should there be several."""
        return next((one for one in self.state.comments if key_of(one, "summary", self.state.me)), None)

    @cached_property
    def memory(self) -> Memory:
        return remembered(self.summary.body) if self.summary else Memory()

    @cached_property
    def subjects(self) -> Mapping[str, Subject]:
        """The articles that the pull request touches, by path."""
        return {subject.path: subject for subject in self.material.subjects}

    @cached_property
    def reported(self) -> tuple[Reported, ...]:
        """What readers reported of the passages that the pull request touches."""
        return tuple(reported(self.material.subjects, self.state.feedback, self.state.pull))

    @cached_property
    def corrections(self) -> tuple[Correction, ...]:
        """The entries for front matter that follow from it."""
        return tuple(corrections(self.reported, self.material.desk.today))

    @cached_property
    def threads(self) -> Mapping[str, Thread]:
        """Our own threads by the fingerprint of their finding, or the key of their correction."""
        keys = (
            (thread, key_of(thread.comments[0], kind, self.state.me))
            for thread in self.state.threads
            for kind in ("finding", "correction")
            if thread.comments
        )
        return {key: thread for thread, key in keys if key}

    @cached_property
    def commands(self) -> tuple[Command, ...]:
        return commands(self.state)

    def may_command(self, command: Command) -> bool:
        """Whether whoever gave a command has write access."""
        return command.comment.author in self.state.writers

    @cached_property
    def dismissals(self) -> tuple[Dismissal, ...]:
        """The dismissals that count, with what each covers; what no finding has any more included."""
        return tuple(self._dismissals())

    def _dismissals(self) -> Iterator[Dismissal]:
        left = MOST_REMEMBERED
        own = {thread.id: key for key, thread in self.threads.items()}
        for command in self.commands:
            if command.verb != "dismiss" or not self.may_command(command):
                continue
            if command.thread is not None:
                reason = command.reason if command.rule in self.material.rules else command.rest
                prints = tuple(filter(None, (own.get(command.thread.id),)))
            else:
                reason = command.reason
                now = tuple(one.fingerprint for one in self.material.comparison.new if one.rule == command.rule)
                prints = tuple(self.memory.dismissed.get(command.key, now))[:left]
                left -= len(prints)
            if reason and prints:
                yield Dismissal(command, reason, prints)

    @cached_property
    def dismissed(self) -> Mapping[str, Dismissal]:
        """By fingerprint: the dismissal that covers it."""
        return {key: one for one in self.dismissals for key in one.prints}

    @cached_property
    def new(self) -> tuple[Found, ...]:
        """The new findings that nobody dismissed, the gravest first."""
        found = (one for one in self.material.comparison.new if one.fingerprint not in self.dismissed)
        return tuple(sorted(found, key=lambda one: (-one.severity, one.path, one.start, one.rule)))

    @cached_property
    def blocking(self) -> tuple[Found, ...]:
        """The findings that this pull request brings and that must be settled."""
        limit = self.material.fail_on
        if limit is None:
            return ()
        graver = (one for one in self.material.comparison.changed if one.before.severity < limit)
        now = (one.after for one in graver if one.after.fingerprint not in self.dismissed)
        return tuple(one for one in (*self.new, *now) if one.severity >= limit)

    @cached_property
    def standing(self) -> Standing:
        return standing(self.material.subjects, self.state, self.material.desk, self.material.texts)

    @cached_property
    def by_path(self) -> Mapping[str, tuple[list[Found], list[Found], list[Found]]]:
        """By article: its new, changed and fixed findings."""
        found: dict[str, tuple[list[Found], list[Found], list[Found]]] = {}
        moved = {file.before: file.path for file in self.material.files if file.before}
        for one in self.new:
            found.setdefault(one.path, ([], [], []))[0].append(one)
        for change in self.material.comparison.changed:
            found.setdefault(change.after.path, ([], [], []))[1].append(change.after)
        for one in self.material.comparison.fixed:
            found.setdefault(moved.get(one.path, one.path), ([], [], []))[2].append(one)
        return found

    @cached_property
    def blocks_of(self) -> Counter[str]:
        """By article: how many of its findings block."""
        return Counter(one.path for one in self.blocking)

    @cached_property
    def rules_of(self) -> Mapping[str, frozenset[str]]:
        """By article: the rules that have findings in it, new or old."""
        comparison = self.material.comparison
        changed = (one.after for one in comparison.changed)
        found: dict[str, set[str]] = {}
        for one in (*comparison.new, *comparison.standing, *changed):
            found.setdefault(one.path, set()).add(one.rule)
        return {path: frozenset(rules) for path, rules in found.items()}

    @cached_property
    def unknown_of(self) -> Mapping[str, frozenset[str]]:
        """By article: the rules that could not answer."""
        found: dict[str, set[str]] = {}
        for one in self.material.unchecked:
            for path in one.paths:
                found.setdefault(path, set()).update(one.what.split(", "))
        return {path: frozenset(rules) for path, rules in found.items()}

    @cached_property
    def owed_of(self) -> Mapping[str, tuple[str, ...]]:
        """By article: the roles whose approval it lacks."""
        found: dict[str, tuple[str, ...]] = {}
        for one in self.standing.owed:
            found[one.path] = (*found.get(one.path, ()), one.role)
        return found

    @property
    def has_news(self) -> bool:
        """Whether there is anything to say at all."""
        comparison = self.material.comparison
        findings = comparison.new or comparison.changed or comparison.fixed
        removed = any(subject.is_gone for subject in self.material.subjects)
        return bool(
            findings
            or self.reported
            or removed
            or self.standing.owed
            or self.material.weakenings
            or self.material.faults
        )

    @property
    def has_spoken(self) -> bool:
        """Whether the bot said anything here before. Under GitHub Actions, all its jobs have check runs of our app."""
        ours = any(run.external_id.startswith("copydesk:") for run in self.state.check_runs)
        return bool(self.summary or self.threads or ours)
