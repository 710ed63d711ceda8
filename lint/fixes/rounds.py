"""Rounds: fixes applied together, the article read again, until nothing changes."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lint.article.parsed import Parsed
from lint.engine import Judgement
from lint.finding import Finding, Severity
from lint.fixes.compare import differences
from lint.fixes.edits import Change, together
from lint.fixes.guard import signed

MOST_ROUNDS = 10


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text is, and what the rules say of it: all rules, whichever were asked for."""

    parsed: Parsed
    said: Judgement


Read = Callable[[str], Reading]
Wanted = Callable[[Finding], bool]


@dataclass(frozen=True, slots=True)
class Mended:
    """The text with the fixes applied, the findings that they settled, and those left alone, each with the reason."""

    text: str
    fixed: tuple[Finding, ...] = ()
    left: tuple[tuple[Finding, str], ...] = ()


def mend(text: str, read: Read, wanted: Wanted) -> Mended:
    """The text with every wanted fix applied that changes nothing but what it names.

    A fix may bring an error that another one settles in the next round: reworded articles need a new date. Where it
    stays unsettled, all begins again without that leave.
    """
    start = read(text)
    mended, end = _Mender(read, wanted, patient=True).mend(text, start)
    if list(_grown(_errors(start.said), _errors(end.said))):
        mended, _ = _Mender(read, wanted, patient=False).mend(text, start)
    return mended


@dataclass(frozen=True, slots=True)
class _Try:
    """Some fixes, and what becomes of the text."""

    findings: tuple[Finding, ...]
    text: str
    reading: Reading
    why_not: str = ""


class _Mender:
    def __init__(self, read: Read, wanted: Wanted, patient: bool) -> None:
        self._read, self._wanted, self._patient = read, wanted, patient

    def mend(self, text: str, reading: Reading) -> tuple[Mended, Reading]:
        fixed: list[Finding] = []
        left: list[tuple[Finding, str]] = []
        for _ in range(MOST_ROUNDS):
            left = []
            done = self._round(_Try((), text, reading), left)
            if not done.findings:
                break
            fixed += done.findings
            text, reading = done.text, done.reading
        return Mended(text, tuple(fixed), tuple(left)), reading

    def _round(self, start: _Try, left: list[tuple[Finding, str]]) -> _Try:
        """All fixes that go together; where these are refused, the next that do."""
        pending = [one for one in start.reading.said.findings if one.suppressed_by is None and self._wanted(one)]
        while pending:
            batch = together(pending)
            done = self._settle(start, start, batch, left)
            if done.findings or not batch:
                return done
            pending = [one for one in pending if one not in batch]
        return start

    def _settle(self, start: _Try, done: _Try, batch: Sequence[Finding], left: list[tuple[Finding, str]]) -> _Try:
        """What of a batch can be applied beside what is ``done``, by halves where not all of it can."""
        if not batch:
            return done
        tried = self._apply(start, (*done.findings, *batch))
        if not tried.why_not:
            return tried
        if len({finding.fix for finding in batch}) == 1:
            left.extend((finding, tried.why_not) for finding in batch)
            return done
        middle = len(batch) // 2
        return self._settle(start, self._settle(start, done, batch[:middle], left), batch[middle:], left)

    def _apply(self, start: _Try, findings: tuple[Finding, ...]) -> _Try:
        change = Change.of(finding.fix for finding in findings if finding.fix)
        text = change.apply(start.text)
        after = self._read(text)
        reason = next(self._objections(start.reading, after, change, findings), "")
        return _Try(findings, text, after, reason)

    def _objections(
        self, before: Reading, after: Reading, change: Change, findings: Sequence[Finding]
    ) -> Iterator[str]:
        """Why some edits may not be made, in words for a writer."""
        if after.parsed.problems or after.said.faults:
            yield "the article could not be read any more"
            return
        if signed(before.parsed.article) != signed(after.parsed.article):
            yield "it would change what a reviewer or fact-checker signed"
        for what in differences(before.parsed.article, after.parsed.article, change):
            yield f"it would change {what}"
        if not change.keys and not before.parsed.anchors <= after.parsed.anchors:
            yield "a place that links lead to would be gone"
        for rule in _grown(_errors(before.said), _errors(after.said, self._wanted if self._patient else None)):
            yield f"it would bring a new error ({rule})"
        yield from (f"{finding.rule} would still be there" for finding in findings if _stays(finding, before, after))


def _stays(finding: Finding, before: Reading, after: Reading) -> bool:
    """Whether a finding is there after its fix as before; of several that are alike, one less is enough."""
    counts = [sum(one.rule == finding.rule for one in reading.said.findings) for reading in (before, after)]
    return counts[1] >= counts[0] and any(one.fingerprint == finding.fingerprint for one in after.said.findings)


def _errors(said: Judgement, settled: Wanted | None = None) -> Counter[str]:
    """The errors by rule; those that the next round is to settle do not count."""
    return Counter(
        one.rule
        for one in said.findings
        if one.severity is Severity.ERROR
        and one.suppressed_by is None
        and not (settled and one.fix and one.fix.safe and one.fix.edits and settled(one))
    )


def _grown(before: Counter[str], after: Counter[str]) -> Iterator[str]:
    yield from sorted(rule for rule, count in after.items() if count > before[rule])
