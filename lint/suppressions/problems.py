"""What is wrong with suppressions themselves: unused, unknown, unexplained, expired."""

import re
from collections.abc import Collection, Iterator
from datetime import date

from lint.finding import Edit, Fix, Problem, Span
from lint.suppressions.suppression import FORMS, Suppression

Named = tuple[str, Problem]
_EXAMPLE = "Write `<!-- copydesk allow: rule -- reason -->`."


def is_over(one: Suppression, today: date) -> bool:
    """Whether its last day has passed; what is no date has passed too, for nothing may be allowed by mistake."""
    return one.until is not None and (one.expires is None or today > one.expires)


def problems(
    one: Suppression,
    today: date,
    known: Collection[str],
    ran: Collection[str],
    used: Collection[tuple[Span, str]],
    text: str,
) -> Iterator[Named]:
    """All that is wrong with one suppression."""
    if one.form not in FORMS:
        yield _misspelt(one)
        return
    if one.form == "end allow":
        if one.region is None:
            yield _unused(one, "This `end allow` closes nothing.", text)
        return
    if not one.names:
        yield "unknown-rule", Problem((), "This comment names no rule, so it allows nothing.", _EXAMPLE, span=one.span)
        return
    yield from (_unknown(name, span, known) for name, span in one.names if name not in known)
    if not one.reason:
        yield "unexplained-suppression", Problem((), f"{_list(one)} is allowed without a reason.", span=one.span)
    if one.until is not None and one.expires is None:
        message = f'"{one.until}" is not a date, so nothing is allowed.'
        yield "expired-suppression", Problem((), message, "Write `until 2027-01-31`.", span=one.span)
    elif is_over(one, today):
        yield "expired-suppression", Problem((), f"{_list(one)} was allowed until {one.until}.", span=one.span)
    elif one.form == "begin allow" and one.region is None:
        yield _unused(one, "This `begin allow` is never closed, so it allows nothing.", text, "Add `end allow`.")
    else:
        yield from _needless(one, known, ran, used, text)


def _needless(
    one: Suppression, known: Collection[str], ran: Collection[str], used: Collection[tuple[Span, str]], text: str
) -> Iterator[Named]:
    """The names that allowed nothing; when all did, the comment goes as a whole."""
    idle = [(name, span) for name, span in one.names if name in ran and (one.span, name) not in used]
    if idle and len(idle) == len(one.names):
        yield _unused(one, f"There is no {_list(one, 'or')} here to allow.", text)
        return
    for name, span in idle:
        fix = Fix(f"Remove {name}", (Edit(_with_comma(text, span), ""),), safe=True)
        yield "unused-suppression", Problem((), f"There is no {name} here to allow.", span=span, fix=fix)


def _misspelt(one: Suppression) -> Named:
    from difflib import get_close_matches

    close = get_close_matches(one.form.casefold(), (*FORMS, "role"), 1, 0.6)
    hint = (
        f"Did you mean `{close[0]}`?"
        if close
        else f"Copydesk knows {', '.join(f'`{form}`' for form in FORMS)} and `role`."
    )
    return "unused-suppression", Problem(
        (), f'Copydesk knows no comment "{one.form}", so this one does nothing.', hint, span=one.span
    )


def _unused(one: Suppression, message: str, text: str, help_text: str = "") -> Named:
    fix = None if help_text else Fix("Remove the comment", (Edit(_whole(text, one.span), ""),), safe=True)
    if not help_text and one.form == "allow":
        help_text = "Remove it. To allow something for the whole article, write `allow-file`."
    return "unused-suppression", Problem((), message, help_text, fix, one.span)


def _unknown(name: str, span: Span, known: Collection[str]) -> Named:
    from difflib import get_close_matches

    close = get_close_matches(name.casefold().replace("_", "-"), known, 1, 0.7)
    hint = f" Did you mean {close[0]}?" if close else " `copydesk rule --all` lists them."
    fix = Fix(f"Write {close[0]}", (Edit(span, close[0]),)) if close else None
    return "unknown-rule", Problem((), f"There is no rule {name}.{hint}", span=span, fix=fix)


def _list(one: Suppression, word: str = "and") -> str:
    *most, last = (name for name, _ in one.names)
    return f"{', '.join(most)} {word} {last}" if most else last


def _whole(text: str, span: Span) -> Span:
    """A comment with the space before it, and its line where it stands alone on it."""
    start, end = span
    while start and text[start - 1] in " \t":
        start -= 1
    alone = start == 0 or text[start - 1] in "\r\n"
    while alone and end < len(text) and text[end] in " \t":
        end += 1
    if alone and text.startswith("\r\n", end):
        return Span(start, end + 2)
    return Span(start, end + 1) if alone and text[end : end + 1] in ("\r", "\n") else Span(start, end)


def _with_comma(text: str, span: Span) -> Span:
    """A name in a list with the comma behind it, or the one before the last name."""
    behind = re.compile(r"\s*,\s*").match(text, span.end)
    if behind:
        return Span(span.start, behind.end())
    start = span.start
    while text[start - 1].isspace():
        start -= 1
    return Span(start - 1, span.end) if text[start - 1] == "," else span
