"""The comments as people read them: compared with files that a person has looked at (`pytest --golden` writes them)."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from bot.case import Material, Suggestion
from bot.findings import Changed, Comparison
from bot.markdown import code
from bot.plan import CreateCheckRun, CreateComment, CreateReview, ReplyComment, UpdateComment
from bot.review import decide
from bot.state import State
from bot.weakening import Weakening
from lint.finding import Severity, Unchecked
from tests.bot.cases import (
    EARLIER,
    ME,
    PATH,
    TEXT,
    approval,
    approved,
    comment,
    desk,
    found,
    material,
    state,
    subject,
    thread,
)

FOLDER = Path(__file__).parent / "golden"
RENDERER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

HOSTILE = "articles/@someone #1 <!-- x --> |`b`|.md"
Made = tuple[Material, State]
CASES: dict[str, Callable[[], Made]] = {}


def case(make: Callable[[], Made]) -> Callable[[], Made]:
    CASES[make.__name__.replace("_", "-")] = make
    return make


@case
def an_article_with_findings() -> Made:
    citation = found()
    date = found(
        "malformed-date",
        14,
        message="“May 26, 2026” is not a date of the form 2026-05-26.",
        help="Write the year, the month and the day.",
        has_fix=True,
    )
    title = found("repeated-title", 1, path="articles/other.md", severity=Severity.WARNING, message="Two share it.")
    return material(
        [subject()],
        [citation, date, title],
        suggestions={date.fingerprint: Suggestion(14, 14, "last_modified: 2026-05-26")},
        unchecked=(Unchecked("edited-since-review", "the clone is shallow", (PATH,)),),
    ), state()


@case
def a_later_push() -> Made:
    """One finding settled, one dismissed in a thread, an approval of an earlier text."""
    before = TEXT.replace("ten minutes", "thirty minutes").replace("10.5555/walking", "10.5555/strolling")
    gone, dismissed = (
        found("dangling-citation", 21, message="(7) is cited, but the references hold no entry 7."),
        found(),
    )
    said = comment("/copydesk dismiss uncited-section It is our own advice.", number=501)
    stale = found("stale-article", 15, severity=Severity.WARNING, message="Last changed 2 years ago.")
    comparison = Comparison(
        new=(dismissed,),
        changed=(Changed(stale, found("stale-article", 15, message="Last changed 3 years ago.")),),
        fixed=(found("missing-reviewer", 1, message="No reviewer is named."),),
    )
    told = approved("maria-example", text=before, commit=EARLIER)
    before_this = (thread(gone.fingerprint), thread(dismissed.fingerprint, said, number=600))
    return (
        material([subject(before, TEXT)], comparison=comparison, texts=told["texts"]),
        state(threads=before_this, reviews=told["reviews"], requested=frozenset({"frida-example"})),
    )


@case
def weaker_checks() -> Made:
    lines = (
        Weakening("copydesk.toml", "rules.uncited-section: error → off"),
        Weakening("people.yaml", "Nora Example: roles author → author, medical"),
        Weakening(PATH, "a suppression was added: allow uncited-section, because: see @editor, #12"),
    )
    return material([subject(TEXT, f"{TEXT}\nMore.\n")], weakenings=lines), state()


@case
def all_is_well() -> Made:
    told = approved("maria-example", "frida-example")
    summary = comment("<!-- copydesk:summary x -->\nOwed.", ME)
    return material([subject()], texts=told["texts"]), state(reviews=told["reviews"], comments=(summary,))


@case
def hostile_words() -> Made:
    words = "“@someone <img src=x> <!-- copydesk:summary y --> [a](http://b) ```x``` \u202egnp” promises too much"
    one = found("absolute-claim", 3, path=HOSTILE, message=words, help="| a | #1 |")
    nobody = material([subject(path=HOSTILE)], [one], desk(people=None))
    return nobody, state(reviews=(approval("@x"),))


@case
def answers() -> Made:
    asked = (
        comment("/copydesk explain uncited-statistic", number=1),
        comment("/copydesk explain uncited-statistik", number=2),
        comment("/copydesk dismiss uncited-section", number=3),
        comment("/copydesk dance", number=4),
        comment("/copydesk recheck", "stranger", number=5),
        comment("Thanks!\n\n/copydesk recheck", number=6),
    )
    return material([subject(TEXT, TEXT + "\n")], [found()]), state(comments=asked)


def written(name: str) -> str:
    """All that the bot says in a case, one text after the other."""
    given, told = CASES[name]()
    return "\n\n~~~~~~~~~~\n\n".join(texts(given, told)) + "\n"


def texts(given: Material, told: State) -> Iterator[str]:
    for step in decide(given, told).plan.steps:
        match step:
            case CreateComment(body) | UpdateComment(_, body) | ReplyComment(_, body):
                yield body
            case CreateReview(_, comments, body):
                yield body
                for one in comments:
                    yield f"[{code(one.path)}, lines {one.start or one.line} to {one.line}]\n\n{one.body}"
            case CreateCheckRun():
                yield f"[{step.name}: {step.conclusion}] {step.title}\n\n{step.summary}"


@pytest.mark.parametrize("name", CASES)
def test_the_comments_are_as_somebody_read_them(name: str, pytestconfig: pytest.Config) -> None:
    path = FOLDER / f"{name}.md"
    text = written(name)
    if pytestconfig.getoption("--golden"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", CASES)
def test_they_hold_no_html_but_ours(name: str) -> None:
    given, told = CASES[name]()
    for text in texts(given, told):
        html = [
            one.content.strip()
            for token in RENDERER.parse(text)
            for one in (token, *(token.children or ()))
            if one.type in ("html_block", "html_inline")
        ]
        known = ("<details>", "<summary>", "</details>", "<sub>", "</sub>", "<!-- copydesk:")
        assert [one for one in html if not one.startswith(known)] == []


@pytest.mark.parametrize("name", CASES)
def test_they_name_nobody_and_no_issue(name: str) -> None:
    given, told = CASES[name]()
    for text in texts(given, told):
        plain = [one.content for token in RENDERER.parse(text) for one in (token.children or ()) if one.type == "text"]
        assert not re.search(r"@\w|#\d|\bGH-\d|www\.|\b[0-9a-f]{7}", "\n".join(plain))


def test_no_golden_file_is_left_over() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.md")) == sorted(CASES)
