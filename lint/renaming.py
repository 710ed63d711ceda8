"""What the fingerprints of an article's findings would be under another path."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from lint.article import Article
from lint.engine import distinct, fingerprint
from lint.finding import Finding, Problem
from lint.rules.rule import Rule


def renamed(
    findings: Iterable[Finding], article: Article, path: str, rules: Mapping[str, Rule]
) -> Iterator[tuple[Finding, str]]:
    """Each finding of an article, in the order of the report, with the fingerprint it would have at ``path``."""
    there = replace(article, path=path)
    seen: Counter[str] = Counter()
    for finding in findings:
        problem = Problem(finding.pointer, finding.message, span=finding.span)
        yield finding, distinct(fingerprint(rules[finding.rule], there, problem), seen)
