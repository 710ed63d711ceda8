"""ISBN: the check digit. No registry of books is asked, so a right one proves nothing."""

from collections.abc import AsyncIterator, Sequence

from lint.article.identifiers import check
from lint.verification.record import Answer, Identifier, Kind, State


class Isbn:
    """Answers from the number alone."""

    name = "ISBN check digit"
    kinds: frozenset[Kind] = frozenset({"isbn"})
    batch = 100

    async def ask(self, identifiers: Sequence[Identifier]) -> AsyncIterator[Answer]:
        for identifier in identifiers:
            if wrong := check("isbn", identifier.value):
                yield Answer(identifier, State.UNKNOWN, self.name, reason=f"the number {wrong}")
            else:
                yield Answer(identifier, State.UNCHECKED, self.name, reason="no registry of books is asked")
