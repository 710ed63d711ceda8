"""Comments beside lines: which findings get one, where, and in which words. Pure."""

from collections.abc import Iterator
from hashlib import sha256

from bot.case import Case, Suggestion
from bot.corrections import Correction
from bot.diff import File, Lines
from bot.findings import Found
from bot.markdown import code, fence, prose
from bot.markers import marker
from bot.plan import CreateReview, Inline, ResolveThread
from lint.finding import Severity
from lint.text import Text

LONGEST = 10
"""A finding about more lines than this is shown at the first of them."""
SIGNS = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.SUGGESTION: "Suggestion"}


def candidates(case: Case) -> tuple[Found, ...]:
    """The findings that get a comment beside their lines: new, on touched lines, and without one yet; up to the cap."""
    files = _files(case)
    fit = [one for one in case.new if one.fingerprint not in case.threads and _place(case, files.get(one.path), one)]
    return tuple(fit[: _free(case)])


def corrections(case: Case) -> list[Correction]:
    """The entries for front matter that a line can take, and that no comment proposes yet."""
    return [one for one in case.corrections if one.key in case.material.suggestions and one.key not in case.threads]


def review(case: Case) -> CreateReview | None:
    """The review that says them, once for a head."""
    files = _files(case)
    refused, found = case.material.refused, candidates(case)
    chosen = [one for one in found if one.fingerprint not in refused]
    proposed = [one for one in corrections(case)[: max(_free(case) - len(found), 0)] if one.key not in refused]
    comments = (
        *(_comment(case, files[one.path], one) for one in chosen),
        *(_proposal(one, case.material.suggestions[one.key]) for one in proposed),
    )
    if not comments:
        return None
    prints = "".join(sorted(one.fingerprint for one in comments))
    mark = marker("review", f"{case.material.head[:12]}.{sha256(prints.encode()).hexdigest()[:12]}")
    if any(one.author == case.state.me and one.body.startswith(mark) for one in case.state.reviews):
        return None  # it is there, though the list of threads may not show it yet
    return CreateReview(case.material.head, comments, f"{mark}\n{_opening(len(comments))}", mark)


def resolved(case: Case) -> Iterator[ResolveThread]:
    """Our threads whose finding is gone or was dismissed, or whose correction is stated. Of an article that could not
    be judged, nothing is known."""
    comparison = case.material.comparison
    there = {one.fingerprint for one in (*case.new, *comparison.standing)}
    there |= {one.key for one in case.corrections}
    there |= {one.after.fingerprint for one in comparison.changed} - case.dismissed.keys()
    unjudged = {one.path for one in case.new if one.rule == "unreadable-article"} | {
        path for path, _ in case.material.faults
    }
    for key, thread in case.threads.items():
        if not thread.is_resolved and key not in there and thread.path not in unjudged:
            yield ResolveThread(thread.id)


def lines_of(case: Case, one: Found) -> Lines:
    """The lines of a finding as git and GitHub count them, which end lines at LF alone."""
    last = one.end[0] - (one.end[1] == 1 and one.end[0] > one.start[0])
    subject = case.subjects.get(one.path)
    text = subject.after.text if subject and subject.after else ""
    if text.count("\r") == text.count("\r\n"):
        return Lines(one.start[0], last)
    read = Text(text)
    first, end = (text.count("\n", 0, read.offset(line)) + 1 for line in (one.start[0], last))
    return Lines(first, end)


def _files(case: Case) -> dict[str, File]:
    return {file.path: file for file in case.material.files if file.is_regular and file.status != "deleted"}


def _place(case: Case, file: File | None, one: Found) -> Lines | None:
    """The touched lines at which to show a finding."""
    if file is None:
        return None
    met = file.meeting(*lines_of(case, one))
    if met is None or met.end - met.start < LONGEST:
        return met
    return Lines(met.start, met.start)


def _comment(case: Case, file: File, one: Found) -> Inline:
    place = _place(case, file, one) or Lines(one.start[0], one.start[0])
    suggestion = case.material.suggestions.get(one.fingerprint)
    if suggestion and file.holds(suggestion.start, suggestion.end):
        place = Lines(suggestion.start, suggestion.end)
    else:
        suggestion = None
    mark = marker("finding", one.fingerprint)
    start = place.start if place.start < place.end else None
    return Inline(one.path, place.end, f"{mark}\n{_words(one, suggestion)}", mark, start, one.fingerprint)


def _proposal(one: Correction, suggestion: Suggestion) -> Inline:
    mark = marker("correction", one.key)
    issues = ", ".join(f"#{entry['issue']}" for entry in one.entries)
    said = f"This settles what readers reported ({issues}). The article may say so:"
    start = suggestion.start if suggestion.start < suggestion.end else None
    body = f"{mark}\n{said}\n\n{fence(suggestion.text, 'suggestion')}"
    return Inline(one.path, suggestion.end, body, mark, start, one.key)


def _free(case: Case) -> int:
    """How many more comments there may be beside lines."""
    return max(case.settings.inline - sum(not thread.is_resolved for thread in case.threads.values()), 0)


def _words(one: Found, suggestion: Suggestion | None) -> str:
    parts = [f"**{SIGNS[one.severity]}:** {prose(one.message)} {prose(one.help)}".rstrip()]
    if suggestion:
        parts.append(fence(suggestion.text, "suggestion"))
    parts.append(
        f"<sub>Rule {code(one.rule)}. To keep this as it is, reply `/copydesk dismiss {one.rule}` and the reason; "
        f"`/copydesk explain {one.rule}` says why it matters.</sub>"
    )
    return "\n\n".join(parts)


def _opening(count: int) -> str:
    remarks = "a remark" if count == 1 else f"{count} remarks"
    return f"Copydesk has {remarks} on lines that this pull request changes. The summary tells the rest."
