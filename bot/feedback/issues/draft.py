"""The text of an issue: everything in it that came from outside is hostile, and is escaped."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.feedback.issues.facts import Facts
from bot.feedback.issues.group import Group, Voice
from bot.feedback.issues.merge import END
from bot.feedback.report import LABEL, Kind
from bot.markdown import Block, Sheet, prose
from bot.markers import marker

KINDS = {
    Kind.INACCURATE: "not accurate",
    Kind.OUTDATED: "out of date",
    Kind.UNSOURCED: "missing or unclear source",
    Kind.UNCLEAR: "hard to understand",
    Kind.OTHER: "something else",
}
"""What readers chose, in their words."""

_TODO = {
    Kind.INACCURATE: (
        "Read the passage against the sources that the section cites.",
        "If it is wrong: correct it, and have a medical reviewer confirm the new wording.",
        "If it is right: say in a comment why, for the reader's receipt shows it.",
    ),
    Kind.OUTDATED: (
        "Look for a newer guideline or review on the point.",
        "If there is one: update the passage and its source, and set `last_modified`.",
        "If there is none: say in a comment what you looked at.",
    ),
    Kind.UNSOURCED: (
        "Check that the section's citations lead to their entries, and the entries to the works.",
        "Add the missing source, or take the claim out.",
    ),
    Kind.UNCLEAR: (
        "Read the passage aloud; shorten its sentences and explain its terms.",
        "Check that the meaning is still what the source says.",
    ),
    Kind.OTHER: ("Find out what the reader means.", "Set the kind by its label, or close with a reason."),
}
_RISK = "A medical reviewer looks at this first: it concerns {risks}."
_EXCERPTS = 30
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Draft:
    """An issue to be made or brought up to date. ``marker`` begins the body, and finds the issue again."""

    key: str
    title: str
    body: str
    marker: str
    labels: tuple[str, ...]
    assignees: tuple[str, ...]


def draft(group: Group, facts: Facts) -> Draft:
    """The issue of a group of reports, as of today."""
    sign = marker("feedback", group.key)
    blocks = (Block(f"{sign}\n{marker('readers', str(group.independent))}"), *_blocks(group, facts))
    return Draft(
        group.key, _title(group, facts), Sheet(blocks).write().text, sign, _labels(group, facts), facts.assignees
    )


def reporting(count: int) -> str:
    """How a text says how many readers reported something."""
    return "One reader reports" if count == 1 else f"{count:,} readers report"


def _title(group: Group, facts: Facts) -> str:
    where = f"{facts.title}, {group.section}" if group.section else facts.title
    return f"Reader feedback ({KINDS[group.kind]}): {prose(where, 150)}"


def _labels(group: Group, facts: Facts) -> tuple[str, ...]:
    risks = (f"risk: {risk.value}" for risk in group.risks)
    topics = (f"topic: {topic}"[:50] for topic in facts.topics)
    return (LABEL, f"kind: {group.kind.value}", *risks, *topics)


def _blocks(group: Group, facts: Facts) -> Iterator[Block]:
    readers = reporting(group.independent)
    lead = (
        f"{readers} that this article is **{KINDS[group.kind]}**."
        if group.kind is not Kind.OTHER
        else f"{readers} a problem."
    )
    if group.kind is Kind.UNSOURCED:
        lead = f"{readers} a **{KINDS[group.kind]}**."
    risks = ", ".join(risk.value for risk in group.risks)
    yield Block(lead, (f"\n**{_RISK.format(risks=risks)}**",) if risks else (), weight=9)
    yield _passage(group, facts)
    yield Block("### What readers say\n", tuple(_excerpts(group.voices)), weight=1, what="reports")
    if facts.cited:
        yield Block("### What the section cites\n", tuple(_sources(facts)), weight=3, what="sources")
    yield Block("### The article\n", tuple(_article(facts)), weight=5)
    yield Block("### To do\n", tuple(f"- [ ] {line}" for line in _TODO[group.kind]), END, weight=8)


def _passage(group: Group, facts: Facts) -> Block:
    link = f"[{prose(facts.path)}]({facts.permalink})" if facts.permalink else prose(facts.path)
    marked = next((voice.passage for voice in reversed(group.voices) if voice.passage), "")
    if facts.place:
        lines = (
            f"line {facts.place.first}"
            if facts.place.first == facts.place.last
            else f"lines {facts.place.first} to {facts.place.last}"
        )
        state = "" if facts.place.exact else " (edited since the reader saw it)"
        return Block(
            f"### The passage\n\nIn {link}, {lines}{state}:\n", (f"> {prose(facts.place.words, 1200)}",), weight=7
        )
    if marked:
        return Block(
            f"### The passage\n\nIn {link} these words are no longer found:\n", (f"> {prose(marked, 1000)}",), weight=7
        )
    return Block(f"### The passage\n\nIn {link}. No reader marked a passage.", weight=7)


def _excerpts(voices: tuple[Voice, ...]) -> Iterator[str]:
    """The newest first; what a reader wrote about himself is taken out before."""
    said = [voice for voice in voices if voice.comment.strip()]
    for voice in reversed(said[-_EXCERPTS:]):
        language = f", {prose(voice.language, 20)}" if voice.language else ""
        yield f"- {voice.received.isoformat()}{language}: {prose(voice.comment, _LONGEST)}"
    if len(said) > _EXCERPTS:
        yield f"- and {len(said) - _EXCERPTS:,} earlier ones"
    if silent := len(voices) - len(said):
        yield f"- {silent:,} without words"


def _sources(facts: Facts) -> Iterator[str]:
    for source in facts.cited:
        verdict = f" — **{prose(source.verdict, 200)}**" if source.verdict else ""
        entry = prose(source.entry, 300) if source.entry else "no entry of this number"
        yield f"- ({prose(source.key, 40)}) {entry}{verdict}"


def _article(facts: Facts) -> Iterator[str]:
    yield f"- Written by: {_people(facts.authors)}"
    yield f"- Reviewed by: {_people(facts.reviewers)}{f', on {prose(facts.reviewed, 20)}' if facts.reviewed else ''}"
    published, modified = (prose(day, 20) or "no date" for day in (facts.published, facts.last_modified))
    yield f"- Published: {published}; last modified: {modified}"


def _people(names: tuple[str, ...]) -> str:
    return ", ".join(prose(name, 80) for name in names[:10]) or "nobody is named"
