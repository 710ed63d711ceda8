"""Edits: which fixes go together, and the text with them applied."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lint.finding import Edit, Finding, Fix, Span


@dataclass(frozen=True, slots=True)
class Change:
    """Edits to a text that do not overlap, in its order, and the references that get another key by them."""

    edits: tuple[Edit, ...]
    keys: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, fixes: Iterable[Fix]) -> "Change":
        """What some fixes change together; an edit that several of them ask for is made once."""
        listed = tuple(fixes)
        edits = sorted({edit for fix in listed for edit in fix.edits}, key=lambda edit: edit.span)
        return cls(tuple(edits), tuple(pair for fix in listed for pair in fix.keys))

    def apply(self, text: str) -> str:
        """The text with the edits made, their line ends those of the text."""
        parts, at = [], 0
        for edit in self._written(text):
            parts += [text[at : edit.span.start], edit.replacement]
            at = edit.span.end
        return "".join(parts) + text[at:]

    def before(self) -> list[Span]:
        """What is replaced."""
        return [edit.span for edit in self.edits]

    def after(self, text: str) -> list[Span]:
        """What stands there instead, in the new text."""
        spans, shift = [], 0
        for edit in self._written(text):
            start, end = edit.span.start + shift, edit.span.start + shift + len(edit.replacement)
            spans.append(Span(start, end))
            shift += len(edit.replacement) - (edit.span.end - edit.span.start)
        return spans

    def _written(self, text: str) -> Iterable[Edit]:
        end = line_end(text)
        for edit in self.edits:
            own = "\r" in edit.replacement  # words that only moved have their line ends already
            yield edit if own else Edit(edit.span, edit.replacement.replace("\n", end))


def line_end(text: str) -> str:
    """How a text ends its lines: as it ends the first."""
    at = next((place for place, char in enumerate(text) if char in "\r\n"), None)
    if at is None:
        return "\n"
    return "\r\n" if text.startswith("\r\n", at) else text[at]


def together(findings: Iterable[Finding]) -> list[Finding]:
    """The findings whose fixes can be made at once; one that gives references other keys goes alone."""
    fixable = [finding for finding in findings if finding.fix and finding.fix.edits]
    alone = next((finding.fix for finding in fixable if finding.fix and finding.fix.keys), None)
    if alone:
        return [finding for finding in fixable if finding.fix == alone]
    chosen: list[Finding] = []
    taken = _Taken()
    for finding in fixable:
        if finding.fix and taken.take(finding.fix.edits):
            chosen.append(finding)
    return chosen


class _Taken:
    """The edits chosen so far, in order."""

    def __init__(self) -> None:
        self._edits: list[Edit] = []
        self._spans: list[Span] = []

    def take(self, edits: Sequence[Edit]) -> bool:
        """Takes the edits of a fix unless one of them meets another; the very same edit is no other."""
        new = [edit for edit in edits if not self._has(edit)]
        if any(self._meets(edit.span) for edit in new):
            return False
        for edit in new:
            at = bisect_right(self._spans, edit.span)
            self._spans.insert(at, edit.span)
            self._edits.insert(at, edit)
        return True

    def _has(self, edit: Edit) -> bool:
        at = bisect_right(self._spans, edit.span) - 1
        return at >= 0 and self._edits[at] == edit

    def _meets(self, span: Span) -> bool:
        at = bisect_right(self._spans, span)
        return any(_meet(span, other) for other in self._spans[max(0, at - 1) : at + 1])


def _meet(one: Span, other: Span) -> bool:
    """Whether two edits share a character, or one inserts something right beside the other."""
    first, second = sorted((one, other))
    inserts = one.start == one.end or other.start == other.end
    return second.start < first.end or (inserts and second.start == first.end)
