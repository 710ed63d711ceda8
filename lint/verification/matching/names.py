"""Names: the authors of a record as a reader writes them."""

import re

from lint.verification.record import Author, Record


def people(record: Record) -> str:
    """A record's authors for a reader, the first six of them."""
    names = [name(author) for author in record.authors or record.editors]
    return ", ".join(names[:6]) + (", et al." if len(names) > 6 else "")


def name(author: Author) -> str:
    given = "".join(filter(str.isalpha, author.given))
    if not given.isupper() or len(given) > 4:
        given = "".join(word[0] for word in re.findall(r"[^\W\d_]+", author.given))
    return author.collective or f"{author.family} {given}".strip()
