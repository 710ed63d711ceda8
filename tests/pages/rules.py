"""Rules made by hand, with pages."""

from dataclasses import dataclass

from lint.finding import Severity
from lint.rules.rule import Page, Rule


@dataclass(frozen=True, slots=True)
class Options:
    """Options."""

    minimum: int = 3
    """With fewer, nothing is said."""
    words: tuple[str, ...] = ("first", "second")
    """Words | signs."""


PAGE = Page(
    "A claim | goes too far.",
    why="Readers believe it.",
    help="Say what the source says.",
    bad="people.yaml:\n\n    - name: Jane Example\n\nThe article:\n\n    Yoga cures.\n\n    ```\n    code\n    ```",
    good="    Yoga may help.",
)
FULL = Rule("absolute-claim", "claims", Severity.ERROR, PAGE, "HON 5", "suggest", options=Options)
PLAIN = Rule("stale-article", "time", Severity.WARNING, Page("It is old."))
ENGINE = Rule("unused-suppression", "housekeeping", Severity.WARNING, Page("It allows nothing."), fix="safe")
