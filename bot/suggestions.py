"""Suggestions: fixes that were applied to a copy and found good, in the form in which GitHub offers them."""

from collections.abc import Iterable, Iterator, Mapping

from bot.case import Suggestion
from bot.diff import File
from bot.findings import Found
from bot.markdown import seen
from lint.article.parsed import Parsed
from lint.finding import Finding
from lint.fixes.articles import Reader
from lint.fixes.rounds import mend
from lint.run import Source

MOST_LINES = 15


def suggestions(
    findings: Iterable[Found], opened: Mapping[str, tuple[Source, Parsed]], files: Iterable[File]
) -> Iterator[tuple[str, Suggestion]]:
    """The fixes of these findings that may be suggested, by fingerprint.

    Each is made on a copy of the text, and the article is checked again (`lint.fixes`): it must settle the finding and
    change nothing else. The lines that it replaces must all be new in the pull request, for GitHub takes no other.
    """
    by_path = {file.path: file for file in files}
    for one in findings:
        if one.has_fix and one.path in opened and one.path in by_path:
            source, parsed = opened[one.path]
            suggestion = _suggestion(one, source, parsed, by_path[one.path])
            if suggestion:
                yield one.fingerprint, suggestion


def _suggestion(one: Found, source: Source, parsed: Parsed, file: File) -> Suggestion | None:
    text = parsed.article.text
    if "\r" in text:
        return None  # GitHub writes line ends of its own

    def wanted(finding: Finding) -> bool:
        return finding.fingerprint == one.fingerprint

    mended = mend(text, Reader(source).read, wanted)
    if not any(wanted(finding) for finding in mended.fixed):
        return None
    return _lines(text, mended.text, file)


def _lines(before: str, after: str, file: File) -> Suggestion | None:
    """The lines that differ; an insertion takes the line above it, or below, along."""
    old, new = before.split("\n"), after.split("\n")
    start = next(
        (at for at, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), min(len(old), len(new))
    )
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    if start == len(old) - end:  # nothing is replaced
        if start and file.holds(start, start):
            start -= 1
        elif end:
            end -= 1
    first, last = start + 1, len(old) - end
    text = "\n".join(new[start : len(new) - end])
    fits = first <= last < first + MOST_LINES and file.holds(first, last)
    return Suggestion(first, last, text) if fits and _is_plain(text) else None


def _is_plain(text: str) -> bool:
    """Whether a reader sees all of it; what is hidden must not be taken over with a click."""
    return all(seen(line) == " ".join(line.split()) for line in text.split("\n"))
