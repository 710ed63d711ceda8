"""The engine, on hand-made articles and rules."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from lint.article import Article
from lint.article.front_matter.data import DataProblem
from lint.context import Context
from lint.engine import Judgement, Ruling, judge, refused, unreadable
from lint.finding import Edit, Finding, Fix, Pointer, Position, Problem, Severity, Span, Unknown
from lint.rules.housekeeping import HOUSEKEEPING
from lint.rules.rule import Check, Page, Rule

TEXT = "# Sleep\n\nSleep helps. Sleep heals.\n\n# Food\n\nSleep helps.\n"
PAGE = Page("A word is wrong.", help="Write another.")
WORDS = re.compile("helps|heals")


def article(text: str = TEXT, path: str = "articles/a.md") -> Article:
    """An article whose sections are its headings, with a pointer for each word `helps` and `heals` in them."""
    starts = [match.start() for match in re.finditer("^# ", text, re.MULTILINE)]
    spans: dict[Pointer, Span] = {(): Span(0, len(text))}
    sections = []
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True)):
        spans["sections", number] = Span(start, end)
        sections.append({"heading": text[start + 2 : text.index("\n", start)].rstrip("\r"), "level": 1})
        for word, match in enumerate(WORDS.finditer(text, start, end)):
            spans["sections", number, "words", word] = Span(*match.span())
    return Article(path, text, {"sections": sections}, spans)


def rule(name: str, check: Check | None = None, severity: Severity = Severity.WARNING) -> Rule:
    return Rule(name, "structure", severity, PAGE, check=check)


def wrong_words(one: Article, _: Context) -> Iterator[Problem]:
    """A problem at each word, last first."""
    for pointer in sorted(filter(lambda pointer: "words" in pointer, one.spans), reverse=True):
        yield Problem(pointer, f"“{one.source(pointer)}” is wrong.")


def saying(*said: Problem | Unknown) -> Check:
    return lambda one, context: iter(said)


def judged(
    *rules: Rule, text: str = TEXT, path: str = "articles/a.md", schema: Iterable[tuple[str, Problem]] = ()
) -> Judgement:
    known = {**{one.name: one for one in rules}, **HOUSEKEEPING}
    ruling = Ruling({name: one.severity for name, one in known.items()}, known, lambda _: schema)
    return judge(article(text, path), Context(date(2026, 11, 22)), ruling)


def words(findings: Iterable[Finding], text: str = TEXT) -> list[str]:
    return [text[slice(*finding.span)] for finding in findings]


def test_a_finding_has_all_that_people_see() -> None:
    fix = Fix("Write may heal", (Edit(Span(28, 33), "may heal"),))
    (found,) = judged(rule("b", saying(Problem(("sections", 0, "words", 1), "Wrong.", fix=fix)))).findings
    assert found == Finding(
        rule="b",
        severity=Severity.WARNING,
        message="Wrong.",
        path="articles/a.md",
        span=Span(28, 33),
        pointer=("sections", 0, "words", 1),
        fingerprint=found.fingerprint,
        start=Position(3, 20),
        end=Position(3, 25),
        source_line="Sleep helps. Sleep heals.",
        help="Write another.",
        fix=fix,
    )


def test_findings_come_in_the_order_of_the_text_then_of_the_rules() -> None:
    everywhere = Problem((), "All of it.")
    found = judged(rule("z", wrong_words), rule("b", saying(everywhere)), rule("a", wrong_words)).findings
    assert [(one.rule, one.start.line, one.start.column) for one in found] == [
        ("b", 1, 1),
        ("a", 3, 7),
        ("z", 3, 7),
        ("a", 3, 20),
        ("z", 3, 20),
        ("a", 7, 7),
        ("z", 7, 7),
    ]


def test_the_same_is_said_once() -> None:
    problem = Problem(("sections", 0), "Wrong.")
    assert len(judged(rule("a", saying(problem, problem, replace(problem, message="Worse.")))).findings) == 2


def test_a_span_narrows_the_place() -> None:
    at = ("sections", 0)
    whole, narrow = judged(rule("a", saying(Problem(at, "x"), Problem(at, "x", span=Span(9, 14))))).findings
    assert words([whole, narrow]) == [TEXT[:36], "Sleep"]
    assert narrow.pointer == at


def test_an_unknown_place_is_that_of_its_nearest_parent() -> None:
    (found,) = judged(rule("a", saying(Problem(("sections", 1, "links", 3, "url"), "x")))).findings
    assert (found.start, found.span) == (Position(5, 1), Span(36, 57))


@pytest.mark.parametrize("severity", sorted(Severity))
@pytest.mark.parametrize("weaker", [None, *sorted(Severity)])
def test_a_problem_can_only_weaken_its_rule(severity: Severity, weaker: Severity | None) -> None:
    (found,) = judged(rule("a", saying(Problem((), "x", severity=weaker)), severity)).findings
    assert found.severity == min(severity, weaker or severity)


def test_a_problem_says_its_own_help() -> None:
    (found,) = judged(rule("a", saying(Problem((), "x", help="Leave it out.")))).findings
    assert found.help == "Leave it out."


def test_a_message_is_one_line_of_bounded_length() -> None:
    (broken, long) = judged(rule("a", saying(Problem((), "A\r\n  B."), Problem((), "x" * 9_999)))).findings
    assert (broken.message, len(long.message), long.message[-1]) == ("A B.", 500, "…")


def test_schema_problems_are_findings_of_rules_in_force() -> None:
    problems = [("declared", Problem((), "x")), ("off", Problem((), "y"))]
    assert [one.rule for one in judged(rule("declared"), schema=problems).findings] == ["declared"]


def failing(one: Article, _: Context) -> Iterator[Problem]:
    yield Problem((), "Half of what there is to say.")
    raise ValueError("no words")


def test_a_rule_that_breaks_is_a_fault_and_the_others_stay() -> None:
    said = judged(rule("broken", failing), rule("sound", wrong_words))
    assert [one.rule for one in said.findings] == ["sound"] * 3
    (fault,) = said.faults
    assert (fault.path, fault.rule) == ("articles/a.md", "broken")
    assert re.fullmatch(r"ValueError: no words \(.*test_engine\.py:\d+\)", fault.error)


def test_a_schema_that_breaks_is_a_fault_and_what_it_said_stays() -> None:
    def schema() -> Iterator[tuple[str, Problem]]:
        yield "declared", Problem((), "x")
        raise KeyError("title")

    said = judged(rule("declared"), rule("sound", wrong_words), schema=schema())
    assert [one.rule for one in said.findings] == ["declared", "sound", "sound", "sound"]
    assert [(fault.rule, fault.error[:8]) for fault in said.faults] == [("invalid-document", "KeyError")]


def test_a_question_without_an_answer_is_collected_once() -> None:
    shallow = Unknown("the clone is shallow")
    said = judged(rule("a", saying(shallow, shallow)), rule("b", saying(Problem((), "x"), shallow, Unknown("no date"))))
    assert said.unknowns == (("a", shallow.why), ("b", shallow.why), ("b", "no date"))
    assert len(said.findings) == 1


def fingerprints(text: str = TEXT, path: str = "articles/a.md", check: Check = wrong_words) -> list[str]:
    said = judged(rule("a", check), text=text, path=path)
    assert not said.faults
    return [one.fingerprint for one in said.findings]


@pytest.mark.parametrize(
    "edited",
    [
        f"A new beginning.\n\n{TEXT}",
        TEXT.replace("\n", "\r\n"),
        TEXT.replace("Sleep heals", "Much good sleep\n**heals**"),
        f"{TEXT}\n# More\n\nMore.\n",
    ],
    ids=["text above", "line ends", "text around", "text below"],
)
def test_fingerprints_survive_edits_elsewhere(edited: str) -> None:
    assert fingerprints(edited) == fingerprints()


def test_fingerprints_are_of_the_path_the_heading_and_the_words() -> None:
    first, second, third = fingerprints()
    assert len({first, second, third}) == 3
    assert not {first, second, third} & set(fingerprints(path="articles/b.md"))
    assert fingerprints(TEXT.replace("# Food", "# Drink"))[:2] == [first, second]
    assert fingerprints(TEXT.replace("# Food", "# Drink"))[2] != third
    assert fingerprints(TEXT.replace("heals", "helps"))[0] == first
    assert fingerprints(check=saying(Problem(("sections", 0, "words", 0), "Said otherwise."))) == [first]


def test_repeated_words_have_a_fingerprint_each() -> None:
    repeated = fingerprints("# Sleep\n\n" + "Sleep helps. " * 4)
    assert len(set(repeated)) == 4
    assert repeated == fingerprints("New.\n\n# Sleep\n\n" + "Sleep helps. " * 4)


@pytest.mark.parametrize("at", [(), ("front_matter",), ("sections", 0)])
def test_what_is_wrong_with_a_whole_stays_the_same_when_its_text_changes(at: tuple[Any, ...]) -> None:
    check = saying(Problem(at, "x"))
    assert fingerprints(check=check) == fingerprints(TEXT.replace("heals", "may heal"), check=check)


ALLOWED = "# Sleep\n\n<!-- copydesk allow: a -- quoted -->\n\nSleep helps.\n\n# Food\n\nFood helps.\n"


def test_what_the_article_allows_is_marked() -> None:
    assert [one.suppressed_by for one in judged(rule("a", wrong_words), text=ALLOWED).findings] == ["quoted", None]


def test_what_is_wrong_with_suppressions_is_found_each_by_its_own_words() -> None:
    text = ALLOWED.replace("allow: a --", "allow: aa --").replace("Food helps.", "<!-- copydesk allow: bb -- x -->")
    found = [one for one in judged(rule("a", wrong_words), text=text).findings if one.rule == "unknown-rule"]
    assert words(found, text) == ["aa", "bb"]
    moved = text.replace("<!-- copydesk allow: aa -- quoted -->\n\n", "")
    (left,) = (one for one in judged(rule("a", wrong_words), text=moved).findings if one.rule == "unknown-rule")
    assert left.fingerprint == found[1].fingerprint


def housekeeping() -> Ruling:
    return Ruling({name: one.severity for name, one in HOUSEKEEPING.items()}, HOUSEKEEPING, lambda _: ())


def test_an_article_that_cannot_be_read_is_one_finding() -> None:
    (found,) = refused(article(), [DataProblem("Line 3 is no YAML.", Span(9, 14))], housekeeping()).findings
    assert (found.rule, found.message, found.start) == ("unreadable-article", "Line 3 is no YAML.", Position(3, 1))
    assert refused(article(), [DataProblem("x", Span(0, 0))], Ruling({}, {}, lambda _: ())) == Judgement()


def test_a_file_without_text_is_found_at_its_line() -> None:
    (found,) = unreadable("a.md", "The file is UTF-16. Save it as UTF-8.", 7, housekeeping()).findings
    assert (found.path, found.start, found.severity) == ("a.md", Position(7, 1), Severity.ERROR)


def test_an_enormous_line_is_held_once() -> None:
    text = "# Sleep\n\n" + "Sleep helps. " * 20_000
    found = judged(rule("a", wrong_words), text=text).findings
    assert len(found) == 20_000
    assert len({id(one.source_line) for one in found}) == 1
