"""A record in the words of a reference list, and as the work that an entry probably means."""

from collections.abc import Sequence

from lint.evidence import Warrant, Work
from lint.verification.record import Author, Record

_NAMED = 6
_KINDS = ("doi", "pmid", "pmcid", "arxiv", "isbn", "url")


def work(record: Record) -> Work:
    """A record for people."""
    title = f"{record.title}: {record.subtitle}" if record.subtitle else record.title
    people = record.authors or record.editors
    return Work(names(people), title, record.container, " or ".join(map(str, record.years.all)))


def names(authors: Sequence[Author]) -> str:
    """The first authors, as a reference list has them."""
    listed = [name(author) for author in authors[:_NAMED]]
    return ", ".join([*listed, "et al."] if len(authors) > _NAMED else listed)


def name(author: Author) -> str:
    """``Smith JA``."""
    if author.given.isupper() and len(author.given) <= 4:
        return f"{author.family} {author.given}"
    initials = "".join(part[0] for part in author.given.replace("-", " ").replace(".", " ").split())
    return author.collective or f"{author.family} {initials}".strip()


def warrant(record: Record) -> Warrant | None:
    """The work by its best identifier; None where the record has none."""
    kind = next((kind for kind in _KINDS if record.identifier(kind)), None)  # type: ignore[arg-type]
    if kind is None:
        return None
    return Warrant(f"{kind}:{record.identifier(kind)}", work(record), record.source)  # type: ignore[arg-type]
