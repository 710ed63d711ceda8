"""The journal: each answer is added to a file beside the lock as it comes, so that no end of a run can lose one."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from lint.finding import CopydeskError
from lint.verification.lock.codec import encode
from lint.verification.lock.lock import Lock, Searched, search_entry
from lint.verification.record import Answer

NAME = ".references.lock.journal"


class Journal:
    """An open journal."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def put(self, answer: Answer) -> None:
        """Keeps an answer: what was written survives the end of this process, however it comes."""
        self._line({"references": {str(answer.identifier.same): encode(answer)}})

    def put_search(self, words: str, searched: Searched) -> None:
        """Keeps what a search has found."""
        self._line({"searches": {words: search_entry(searched)}})

    def _line(self, entry: dict[str, Any]) -> None:
        self._file.write(json.dumps(entry).encode() + b"\n")
        self._file.flush()


@contextmanager
def opened(path: Path) -> Iterator[Journal]:
    """The journal, for this process alone."""
    with path.open("ab") as file:
        if not _is_ours(file.fileno()):
            raise CopydeskError(f"{path.parent}: another `copydesk verify` is under way here; let it end first")
        if file.tell() and not _ends_whole(path):
            file.write(b"\n")  # a kill came in the middle of a line
        yield Journal(file)


def read(path: Path) -> Lock:
    """What an unfinished run has asked; a line that was never finished is passed over."""
    found = Lock()
    try:
        lines = path.open("rb")
    except FileNotFoundError:
        return found
    with lines:
        for line in lines:
            try:
                entry = json.loads(line)
                left = Lock(entry.get("references", {}), entry.get("searches", {}))
                for answer in left:
                    found.put(answer)
                for words in left.searches:
                    if searched := left.search(words):
                        found.put_search(words, searched)
            except (ValueError, AttributeError):
                continue
    return found


def _ends_whole(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read() == b"\n"


def _is_ours(handle: int) -> bool:
    """Whether no other process holds the file; the hold ends with the process."""
    try:
        import fcntl
    except ImportError:  # Windows
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
