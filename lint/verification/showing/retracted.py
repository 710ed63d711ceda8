"""Retracted works, each with every article and section that cites it."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from lint.evidence import Evidence, Lock, Notice, Work
from lint.verification.collecting import Source
from lint.verification.standing import RETRACTED


class Retracted(NamedTuple):
    """A work that was taken back: ``doi:10.5555/abc``, what it was, who says so, and who cites it."""

    identifier: str
    record: Work | None
    notices: tuple[Notice, ...]
    cited: tuple[Source, ...]


def retracted(sources: Iterable[Source], lock: Lock, before: Lock | None = None) -> list[Retracted]:
    """The retracted works among the sources, by identifier; without those that ``before`` knew as such already."""
    works: dict[str, tuple[Evidence, list[Source]]] = {}
    for source in sources:
        for one in _of(source, lock):
            if before is None or one.value not in {known.value for known in _of(source, before)}:
                works.setdefault(f"{one.kind}:{one.value.lower()}", (one, []))[1].append(source)
    return [
        Retracted(key, one.record, tuple(notice for notice in one.notices if notice.kind in RETRACTED), tuple(cited))
        for key, (one, cited) in sorted(works.items())
    ]


def issue(work: Retracted) -> tuple[str, str]:
    """The title and the text (markdown) of an issue about a work.

    What a registry says stands as code, so that nothing in it is obeyed: no mention, no link, no markup.
    """
    said = [", ".join(filter(None, (one.kind, one.date, one.source, one.doi))) for one in work.notices]
    lines = [
        f"A source was retracted: {_code(work.record.line if work.record else work.identifier)}",
        "",
        *(f"- {_code(text)}" for text in said),
        "",
        "It is cited here:",
        "",
        *(_place(source) for source in work.cited),
        "",
        "Take out what rests on it, or rest it on a source that stands.",
    ]
    return f"Retracted source: {work.identifier}", "\n".join(lines) + "\n"


def _of(source: Source, lock: Lock) -> list[Evidence]:
    """What is known of the retracted identifiers of an entry: of two for one work the first."""
    found = [one for one in lock.evidence(source.reference) if any(n.kind in RETRACTED for n in one.notices)]
    return found[:1]


def _place(source: Source) -> str:
    under = ", ".join(_code(heading) for heading in source.sections) or "no section cites it"
    return f"- {_code(f'{source.path}:{source.line}')}, reference {_code(source.key)}: {under}"


def _code(text: str) -> str:
    """A text as code, whatever backticks it holds."""
    plain = " ".join(text.split())
    fence = "`" * (1 + max((len(run) for run in _runs(plain)), default=0))
    return f"{fence} {plain} {fence}" if "`" in plain else f"`{plain}`"


def _runs(text: str) -> Collection[str]:
    return [run for run in "".join(char if char == "`" else " " for char in text).split() if run]
