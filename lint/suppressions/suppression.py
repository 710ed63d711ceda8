"""A suppression: one comment, what it allows and where."""

from dataclasses import dataclass
from datetime import date

from lint.finding import Span

FORMS = ("allow", "allow-file", "allow-next-line", "begin allow", "end allow")


@dataclass(frozen=True, slots=True)
class Suppression:
    """What a comment allows. ``region``: where findings must start; None where it allows nothing.

    ``form``: one of `FORMS`, or what was written in its place. ``names``: each rule with its span. ``until``: what was
    written, whether it is a date or not.
    """

    form: str
    span: Span
    names: tuple[tuple[str, Span], ...]
    reason: str = ""
    until: str | None = None
    region: Span | None = None

    @property
    def expires(self) -> date | None:
        """The last day; None for ever, or where what was written is no date."""
        try:
            return date.fromisoformat(self.until or "")
        except ValueError:
            return None
