"""What an article's ``last_modified`` was, and is, on the default branch."""

from datetime import datetime
from functools import cached_property, lru_cache
from pathlib import Path

from lint.config import Config
from lint.corpus import Unreadable
from lint.finding import CopydeskError
from lint.history.trees import Trees, opened
from lint.rules import dates
from lint.run import read_article

_OURS = "refs/copydesk/default"


class Versions:
    """The history of a checkout whose root is that of its repository. Without one, nothing is known."""

    def __init__(self, root: Path, config: Config) -> None:
        self._root, self._config = root, config
        self._modified = lru_cache(maxsize=1000)(self._read)

    def now(self, path: str) -> str | None:
        """``last_modified`` as it stands; empty where there is no date, None where the article cannot be read."""
        return self._modified(self._head, path) if self._head else None

    def at(self, path: str, moment: datetime) -> str | None:
        """The same, as it stood then; None where the history does not reach back so far."""
        then = self._trees.before(self._head, moment) if self._trees and self._head else None
        return self._modified(then, path) if then else None

    def close(self) -> None:
        """Ends git's processes."""
        if self._trees:
            self._trees.close()

    @cached_property
    def _trees(self) -> Trees | None:
        try:
            return opened(self._root)
        except CopydeskError:
            return None

    @cached_property
    def _head(self) -> str:
        """The newest commit of the default branch: fetched, or as far as it is known here."""
        if self._trees is None:
            return ""
        fetched = self._trees.fetch("origin", f"+HEAD:{_OURS}")
        for name in (*([_OURS] if fetched else []), "refs/remotes/origin/HEAD", "HEAD"):
            try:
                return self._trees.commit(name)
            except CopydeskError:
                continue
        return ""

    def _read(self, commit: str, path: str) -> str | None:
        assert self._trees
        entry = next((one for one in self._trees.files(commit) if one.path == path), None)
        content = self._trees.content(entry.blob) if entry and entry.mode.startswith("100") else None
        if content is None:
            return None
        try:
            found = read_article(self._root / path, self._config, content)
        except (Unreadable, CopydeskError):
            return None
        value = None if found.problems else dates.front(found.article, "last_modified")
        return None if found.problems else str(value or "")
