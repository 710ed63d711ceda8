"""A record as a citation in one line, and as the work that an entry probably means."""

from collections.abc import Sequence

from lint.evidence import Warrant
from lint.verification.record import Author, Record

_NAMED = 3
_KINDS = ("doi", "pmid", "pmcid", "arxiv", "isbn", "url")


def line(record: Record) -> str:
    """``Smith J, Jones A, et al. A title. Journal. 2016.``"""
    title = f"{record.title}: {record.subtitle}" if record.subtitle else record.title
    parts = (names(record.authors), title.rstrip("."), record.container, "/".join(map(str, record.years.all)))
    return ". ".join(part for part in parts if part) + "."


def names(authors: Sequence[Author]) -> str:
    """The first authors, as a reference list has them."""
    listed = [name(author) for author in authors[:_NAMED]]
    return ", ".join([*listed, "et al"] if len(authors) > _NAMED else listed)


def name(author: Author) -> str:
    """``Smith JA``."""
    initials = "".join(part[0] for part in author.given.replace("-", " ").replace(".", " ").split())
    return author.collective or f"{author.family} {initials}".strip()


def warrant(record: Record) -> Warrant | None:
    """The work by its best identifier; None where the record has none."""
    kind = next((kind for kind in _KINDS if record.identifier(kind)), None)  # type: ignore[arg-type]
    if kind is None:
        return None
    return Warrant(f"{kind}:{record.identifier(kind)}", line(record), record.source)  # type: ignore[arg-type]
