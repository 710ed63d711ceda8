"""The retraction list: a compact index, beside the lock, of the works that Retraction Watch knows to be retracted.

A line a notice, sorted: identifier, kind, date and the notice's own DOI, between tabs. The file is searched as it is,
so that a check pays for the works that it asks about and not for the length of the list.
"""

from collections.abc import Iterator
from pathlib import Path

from lint.evidence import Notice
from lint.finding import CopydeskError
from lint.verification.record import Identifier
from lint.verification.shelf import RETRACTIONS

NAME = RETRACTIONS
HEAD = b"# Copydesk retraction list 1\t"
SOURCE = "Retraction Watch"


class Retractions:
    """An index in memory, as bytes."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def of(self, identifier: Identifier) -> Iterator[Notice]:
        """The notices of a work that still count."""
        if identifier.kind not in ("doi", "pmid"):
            return
        key = identifier.same.value.encode() + b"\t"
        at = self._first(key)
        while self._data.startswith(key, at):
            end = self._data.index(b"\n", at)
            _, kind, day, doi = self._data[at:end].decode().split("\t")
            yield Notice(kind, doi, day, SOURCE)
            at = end + 1

    def _first(self, key: bytes) -> int:
        """Where the first line stands that is not less than the key."""
        low, high = self._data.index(b"\n") + 1, len(self._data)
        while low < high:
            middle = self._data.rfind(b"\n", low - 1, (low + high) // 2) + 1
            end = self._data.find(b"\n", middle) + 1
            if self._data[middle:end] < key:
                low = end
            else:
                high = middle
        return low


def read(path: Path) -> Retractions | None:
    """The index in a file, None where there is none."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        raise CopydeskError(f"{path}: the retraction list cannot be read ({reason})") from None
    if not data.startswith(HEAD) or not data.endswith(b"\n"):
        raise CopydeskError(
            f"{path}: this is no whole retraction list: make it anew, `copydesk verify --retractions FILE`"
        )
    return Retractions(data)
