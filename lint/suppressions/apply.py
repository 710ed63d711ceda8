"""Marks the findings that are allowed."""

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lint.finding import Finding, Span
from lint.suppressions.problems import Named, is_over
from lint.suppressions.problems import problems as problems_of
from lint.suppressions.suppression import Suppression


@dataclass(frozen=True, slots=True)
class Applied:
    """The findings, the allowed ones with their reason, and the problems of the suppressions by rule."""

    findings: tuple[Finding, ...]
    problems: tuple[Named, ...]


def apply(
    findings: Sequence[Finding],
    found: Sequence[Suppression],
    today: date,
    known: Collection[str],
    ran: Collection[str],
    text: str,
) -> Applied:
    """``known``: all rules there are. ``ran``: those that judged this article; only they can show what is unused."""
    if not found:
        return Applied(tuple(findings), ())
    in_force = [one for one in found if not is_over(one, today)]
    reasons, used = _matches(findings, in_force)
    marked = tuple(
        replace(finding, suppressed_by=reasons[at]) if at in reasons else finding for at, finding in enumerate(findings)
    )
    problems = [problem for one in found for problem in problems_of(one, today, known, ran, used, text)]
    return Applied(marked, tuple(problems))


def _matches(findings: Sequence[Finding], found: Iterable[Suppression]) -> tuple[dict[int, str], set[tuple[Span, str]]]:
    """The reason for each allowed finding, and which names of which comments were needed.

    Findings and regions are swept in the order of the text; of the regions that are open, the one that ends first is
    the closest and takes the finding.
    """
    by_rule: defaultdict[str, list[tuple[Span, Suppression]]] = defaultdict(list)
    for one in found:
        if one.region is not None and one.form != "end allow":
            for name in {name for name, _ in one.names}:
                by_rule[name].append((one.region, one))
    reasons: dict[int, str] = {}
    used: set[tuple[Span, str]] = set()
    order = sorted(range(len(findings)), key=lambda at: findings[at].span.start)
    waiting = {name: sorted(regions, key=lambda it: -it[0].start) for name, regions in by_rule.items()}
    opened: defaultdict[str, list[tuple[int, int, Suppression]]] = defaultdict(list)
    for at in order:
        rule, offset = findings[at].rule, findings[at].span.start
        queue, heap = waiting.get(rule, []), opened[rule]
        while queue and queue[-1][0].start <= offset:
            region, one = queue.pop()
            heapq.heappush(heap, (region.end, -one.span.start, one))
        while heap and heap[0][0] <= offset:
            heapq.heappop(heap)
        if heap:
            reasons[at] = heap[0][2].reason
            used.add((heap[0][2].span, rule))
    return reasons, used
