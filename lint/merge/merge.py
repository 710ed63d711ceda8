"""Parts to the whole: the reports of all shards of one check, each once, to the report of that check. Pure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from lint.finding import CopydeskError, Coverage, Held, Report, Severity, Since
from lint.merge.read import Part
from lint.order import ordered
from lint.run import Outcome
from lint.tally import add


def merge(parts: Sequence[Part]) -> Outcome:
    """The outcome of the whole check; ``CopydeskError`` where the parts are not all parts of one."""
    _refuse_others(parts)
    _refuse_gaps(parts)
    shard = parts[0].shard
    numbers = {path: number for part in parts for path, number in part.shard.articles.items()}
    report = Report(
        tuple(finding for part in parts for finding in part.report.findings),
        _coverage([part.report.coverage for part in parts]),
        tuple(fault for part in parts for fault in part.report.faults),
    )
    ranked = dict(sorted((rank, rule) for part in parts for rank, rule in part.rules.items()))
    fail_on = Severity[shard.fail_on.upper()] if shard.fail_on else None
    rules = {rule.name: rule for rule in ranked.values()}
    return Outcome(ordered(report, numbers), rules, fail_on, shard.output_format)


def _refuse_others(parts: Sequence[Part]) -> None:
    """Parts of different checks."""
    first, *others = parts
    traits: tuple[tuple[str, Callable[[Part], Any]], ...] = (
        ("made by another release of Copydesk ({}, not {})", lambda part: part.version),
        ("of another number of shards ({}, not {})", lambda part: part.shard.of),
        ("of another check: other articles, another day or another selection of rules", lambda part: part.shard.run),
        ("of a check with other settings", lambda part: (part.shard.fail_on, part.shard.output_format)),
    )
    for other in others:
        for said, trait in traits:
            if trait(other) != trait(first):
                raise CopydeskError(f"{other.name}: {said.format(trait(other), trait(first))}; {first.name} began")


def _refuse_gaps(parts: Sequence[Part]) -> None:
    """A part that is missing or given twice."""
    of = parts[0].shard.of
    seen: dict[int, str] = {}
    for part in parts:
        if part.shard.index in seen:
            raise CopydeskError(
                f"{part.name}: this is shard {part.shard.index}/{of} again, which is {seen[part.shard.index]}, too"
            )
        seen[part.shard.index] = part.name
    missing = [f"{index}/{of}" for index in range(1, of + 1) if index not in seen]
    if missing:
        raise CopydeskError(f"the report of {_listed(missing)} is missing: give those of all {of} shards")


def _listed(shards: Sequence[str]) -> str:
    shown = ", ".join(shards[:5])
    return f"shard{'s' if len(shards) > 1 else ''} {shown}{' and more' if len(shards) > 5 else ''}"


def _coverage(coverages: Sequence[Coverage]) -> Coverage:
    total = add(coverages, (one for coverage in coverages for one in coverage.unchecked))
    held = [coverage.baseline for coverage in coverages if coverage.baseline]
    changed = [coverage.changed for coverage in coverages if coverage.changed]
    return replace(total, baseline=_held(held), changed=_since(changed))


def _held(held: Iterable[Held]) -> Held | None:
    """An article that is gone is gone for every shard, and counts once."""
    held = list(held)
    gone = {one for each in held for one in each.gone}
    order = sorted(gone, key=lambda one: (one.path, one.rule, one.fingerprint))
    return Held(sum(each.accepted for each in held), tuple(order)) if held else None


def _since(changed: Sequence[Since]) -> Since | None:
    return replace(changed[0], older=sum(each.older for each in changed)) if changed else None
