"""Rounds: what is refused, and that the rest goes on."""

from dataclasses import dataclass

import pytest

from lint.article.parse import parse
from lint.article.settings import Settings
from lint.engine import Judgement
from lint.finding import Edit, Fault, Finding, Fix, Position, Severity, Span
from lint.fixes.rounds import Mended, Reading, mend

TEXT = """\
---
title: Back pain
reviewed_by:
  - name: Robin Example
    on: 2026-05-26
---

# Warming up {#warm}

A helps. (1) B helps. (2)

## References

1. Example A. A first title. *Journal*. 2020;1:1-2. <https://doi.org/10.5555/a>
2. Example B. Another title. *Journal*. 2021;2:3-4. <https://doi.org/10.5555/b>
"""
AT = Position(1, 1)


@dataclass(frozen=True)
class Offer:
    """A rule that finds the first of some words, and the fix that it offers for them."""

    rule: str
    edits: tuple[tuple[str, str], ...] = ()
    severity: Severity = Severity.WARNING
    keys: tuple[tuple[str, str], ...] = ()

    def finding(self, text: str) -> Finding:
        edits = tuple(Edit(Span(text.index(old), text.index(old) + len(old)), new) for old, new in self.edits)
        fix = Fix("", edits, True, self.keys)
        return Finding(self.rule, self.severity, "", "a.md", Span(0, 0), (), self.rule, AT, AT, fix=fix)


def mended(*offers: Offer, then: Offer | None = None, fault: bool = False) -> Mended:
    """The text with what is offered applied; ``then`` is found once it changed."""

    def read(text: str) -> Reading:
        found = [one.finding(text) for one in offers if all(old in text for old, _ in one.edits)]
        if text != TEXT and then and all(old in text for old, _ in then.edits):
            found.append(then.finding(text))
        faults = (Fault("a.md", "rule", "broken"),) if fault and text != TEXT else ()
        return Reading(parse("a.md", text, Settings()), Judgement(tuple(found), (), faults))

    return mend(TEXT, read, lambda one: True)


def reasons(done: Mended) -> list[tuple[str, str]]:
    return [(one.rule, why) for one, why in done.left]


GOOD = Offer("good", (("A helps.", "A is of help."),))
SIGNED = "it would change what a reviewer or fact-checker signed"
WORDS = "it would change the words that a reader sees"


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("Robin", "Alex", SIGNED),
        ("2026-05-26", '"2026-05-26"', SIGNED),
        ("B helps. (2)\n", "B. (2)\n\n```\n", WORDS),
        ("B helps. (2)\n", "B. (2)\n<!--\n", WORDS),
        ("---\n\n#", "\n\n#", "the article could not be read any more"),
        ("B helps. (2)", "B is of help. (1)", "it would change the sections"),
        ("B helps.", "B is.\n\nOf help.", "it would change the sections"),
        ("10.5555/b", "10.5555/c", "it would change the references"),
        ("Another", "3. Another. 2021.\n4.", "it would change the sections"),
        ("Warming up {#warm}", "Warming up", "a place that links lead to would be gone"),
        ("B helps.", "B helps. ", "bad would still be there"),
    ],
)
def test_a_fix_that_changes_more_than_it_names_is_left_alone(old: str, new: str, why: str) -> None:
    done = mended(GOOD, Offer("bad", ((old, new),)))
    assert [one.rule for one in done.fixed] == ["good"]
    assert reasons(done) == [("bad", why)]
    assert done.text == TEXT.replace("A helps.", "A is of help.")


@pytest.mark.parametrize(
    ("old", "new"),
    [("title: Back pain", "heading: Back pain"), ("title: Back", "title: The back"), ("B helps.", "B does.")],
)
def test_what_an_edit_reaches_may_change(old: str, new: str) -> None:
    assert mended(Offer("rule", ((old, new),))).text == TEXT.replace(old, new)


def test_an_error_that_would_come_keeps_the_fix_away() -> None:
    done = mended(GOOD, then=Offer("worse", severity=Severity.ERROR))
    assert (done.text, done.fixed) == (TEXT, ())
    assert reasons(done) == [("good", "it would bring a new error (worse)")]


def test_an_error_that_the_next_round_settles_may_come() -> None:
    done = mended(GOOD, then=Offer("date", (("Back pain", "The back"),), Severity.ERROR))
    assert [one.rule for one in done.fixed] == ["good", "date"]


def test_an_error_whose_fix_is_refused_may_not() -> None:
    done = mended(GOOD, then=Offer("date", (("Robin", "Alex"),), Severity.ERROR))
    assert (done.text, done.fixed) == (TEXT, ())
    assert reasons(done) == [("good", "it would bring a new error (date)")]


def test_a_fault_keeps_the_fix_away() -> None:
    assert reasons(mended(GOOD, fault=True)) == [("good", "the article could not be read any more")]


def test_one_that_is_refused_keeps_none_of_the_others() -> None:
    other = Offer("other", (("B helps.", "B is of help."),))
    done = mended(Offer("bad", (("Robin", "Alex"),)), GOOD, other)
    assert [one.rule for one in done.fixed] == ["good", "other"]
    assert reasons(done) == [("bad", SIGNED)]
    assert "A is of help. (1) B is of help. (2)" in done.text


def test_one_that_was_refused_does_not_keep_out_what_it_overlaps() -> None:
    bad = Offer("bad", (("A helps. (1) B", "A helps. (2) B"),))
    assert [one.rule for one in mended(bad, GOOD).fixed] == ["good"]


def test_new_keys_must_keep_every_citation_with_its_work() -> None:
    wrong = Offer("wrong", (("(1)", "(2)"), ("(2)", "(1)")), keys=(("1", "2"), ("2", "1")))
    assert reasons(mended(wrong)) == [("wrong", "it would change the references")]


def test_a_fix_that_asks_for_itself_again_is_left_alone() -> None:
    done = mended(Offer("endless", (("A helps.", "A helps. A helps."),)))
    assert (done.text, reasons(done)) == (TEXT, [("endless", "endless would still be there")])
