from datetime import date

import pytest
from markdown_it import MarkdownIt

from bot.feedback.issues import Cited, Facts, Group, Voice, draft, key_of
from bot.feedback.issues.merge import END
from bot.feedback.passages import Place
from bot.feedback.report import Kind, Risk
from bot.markdown import LIMIT

DAY = date(2026, 11, 22)
HOSTILE = (
    "@octocat #1 <!-- copydesk:feedback 0 --> ![x](http://x.example) ```\n# Title\n- [ ] do\n<script>a</script> \u202e"
)


def voice(comment: str = "The figure is wrong", sender: str = "a", day: date = DAY, passage: str = "") -> Voice:
    return Voice(day, comment, passage, "en", sender, frozenset((Risk.DOSE,)))


def group(*voices: Voice, kind: Kind = Kind.INACCURATE, section: str = "Sleep") -> Group:
    return Group("a.md", section, kind, voices or (voice(),))


FACTS = Facts(
    "a.md",
    "Coffee",
    ("Alex Example",),
    ("Robin Example",),
    "2026-01-01",
    "2026-02-02",
    "2026-02-01",
    ("nutrition",),
    Place(0, "Sleep", 9, 11, "Caffeine keeps you awake.", True),
    (Cited("1", "An entry", "retracted"), Cited("2", "")),
    "https://github.example/o/r/blob/abc/a.md?plain=1#L9-L11",
    ("alex-example",),
)


def test_an_issue_says_what_where_and_what_to_do() -> None:
    made = draft(group(), FACTS)
    assert made.title == "Reader feedback (not accurate): Coffee, Sleep"
    assert made.labels == ("reader feedback", "kind: inaccurate", "risk: dose", "topic: nutrition")
    assert made.assignees == ("alex-example",)
    assert made.body.startswith(made.marker)
    for words in (
        "One reader reports that this article is **not accurate**.",
        "lines 9 to 11",
        "> Caffeine keeps you awake.",
        "(1) An entry — **retracted**",
        "(2) no entry of this number",
        "Written by: Alex Example",
        "Reviewed by: Robin Example, on 2026-02-01",
        "last modified: 2026-02-02",
        "2026-11-22, en: The figure is wrong",
        "- [ ] ",
    ):
        assert words in made.body


def test_each_kind_has_a_checklist_and_a_lead() -> None:
    bodies = {kind: draft(group(kind=kind), FACTS).body for kind in Kind}
    assert len({body.split("### To do")[1] for body in bodies.values()}) == len(Kind)
    assert "reports a **missing or unclear source**" in bodies[Kind.UNSOURCED]


def test_the_key_is_of_article_section_and_kind_and_of_nothing_else() -> None:
    one = key_of("a.md", "Sleep", Kind.INACCURATE)
    assert one == group(voice("other", "b")).key
    assert (
        len(
            {
                one,
                key_of("b.md", "Sleep", Kind.INACCURATE),
                key_of("a.md", "", Kind.INACCURATE),
                key_of("a.md", "Sleep", Kind.OTHER),
            }
        )
        == 4
    )


def test_a_reader_who_repeats_himself_counts_once_a_day() -> None:
    voices = (voice(sender="a"), voice(sender="a"), voice(sender="b"), voice(sender="a", day=date(2026, 11, 23)))
    assert "3 readers report" in draft(group(*voices), FACTS).body


@pytest.mark.parametrize("field", ["comment", "passage", "title", "entry", "name", "section", "heading"])
def test_nothing_hostile_gets_out_of_its_place(field: str) -> None:
    facts, said, section = FACTS, voice(), "Sleep"
    match field:
        case "comment":
            said = voice(HOSTILE)
        case "passage":
            said, facts = voice(passage=HOSTILE), Facts("a.md", "Coffee")
        case "section":
            section = HOSTILE
        case "title":
            facts = Facts("a.md", HOSTILE)
        case "entry":
            facts = Facts("a.md", "Coffee", place=FACTS.place, cited=(Cited("1", HOSTILE, HOSTILE),))
        case "name":
            facts = Facts("a.md", "Coffee", (HOSTILE,), (HOSTILE,), HOSTILE, HOSTILE, HOSTILE)
        case "heading":
            facts = Facts("a.md", "Coffee", place=Place(0, HOSTILE, 1, 1, HOSTILE, True))
    made = draft(group(said, section=section), facts)
    tokens = [
        inner
        for token in MarkdownIt("gfm-like", {"linkify": False}).parse(
            made.body.removeprefix(f"{made.marker}\n<!-- copydesk:readers 1 -->").replace(END, "")
        )
        for inner in (token, *(token.children or ()))
    ]
    assert not [token for token in tokens if token.type in ("image", "html_inline", "html_block", "fence")]
    text = "".join(token.content for token in tokens if token.type == "text")
    assert "@octocat" not in text
    assert "#1" not in text
    assert "\u202e" not in made.body + made.title
    assert made.body.count("<!--") == 3, "the marker, the number of readers, the end"


def test_a_long_issue_fits_and_says_what_was_cut() -> None:
    many = tuple(voice("word " * 900, str(at)) for at in range(400))
    body = draft(group(*many), FACTS).body
    assert len(body) <= LIMIT
    assert "400 readers report" in body
    assert "and 370 earlier ones" in body


def test_without_a_place_the_marked_words_are_shown_as_gone() -> None:
    body = draft(group(voice(passage="Old words")), Facts("a.md", "Coffee")).body
    assert "no longer found" in body
    assert "> Old words" in body
    assert "No reader marked a passage" in draft(group(), Facts("a.md", "Coffee")).body
