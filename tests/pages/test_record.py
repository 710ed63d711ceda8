from lint.pages.record import record
from tests.pages.rules import FULL, PLAIN


def test_a_record_holds_all_of_the_page() -> None:
    assert record(FULL) == {
        "name": "absolute-claim",
        "category": "claims",
        "severity": "error",
        "fix": "suggest",
        "standard": "HON 5",
        "summary": "A claim | goes too far.",
        "why": "Readers believe it.",
        "help": "Say what the source says.",
        "bad": [
            {"label": "people.yaml", "text": "- name: Jane Example\n"},
            {"label": "The article", "text": "Yoga cures.\n\n```\ncode\n```\n"},
        ],
        "good": [{"label": "", "text": "Yoga may help.\n"}],
        "options": [
            {"name": "minimum", "kind": "whole number", "default": "3", "text": "With fewer, nothing is said."},
            {"name": "words", "kind": "list", "default": '["first", "second"]', "text": "Words | signs."},
        ],
    }


def test_what_there_is_not_is_null() -> None:
    assert (record(PLAIN)["fix"], record(PLAIN)["standard"], record(PLAIN)["options"]) == (None, None, [])
