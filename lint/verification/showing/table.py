"""The table at the end of a run: what needs a person, and how many sources there are of each standing."""

from collections.abc import Iterator, Sequence

from lint.verification.standing import ALWAYS, TOLD, Judged, Standing, counts


def lines(found: Sequence[Judged], articles: int, questions: int) -> Iterator[str]:
    """The places first, then the table."""
    told = [one for one in found if one.standing in TOLD]
    for one in told:
        yield f"{one.source.path}:{one.source.line}: {one.standing}: reference {one.source.key}"
    if told:
        yield ""
    number = counts(found)
    for standing in Standing:
        if standing in ALWAYS or number[standing]:
            yield f"{standing!s:<13} {number[standing]:>6,}"
    yield ""
    asked = f"{counted(questions, 'question')} {'was' if questions == 1 else 'were'} asked"
    yield f"{counted(len(found), 'reference')} in {counted(articles, 'article')}; {asked}."
    if told:
        yield "`copydesk check` says what is wrong, `copydesk evidence FILE` shows both sides."
    if number[Standing.UNCHECKED]:
        yield "`copydesk check` says why some are unchecked; the next run asks for them again."


def counted(count: int, what: str) -> str:
    """``1 work``, ``2 works``."""
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"
