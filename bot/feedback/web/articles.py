"""The allow list: the articles of the publication, by their paths and by the paths of their pages."""

import re
from collections.abc import Iterable
from pathlib import Path

_DATE = re.compile(r"^\d{4}-\d{2}-\d{2}-")
_INDEX = ("index", "_index", "readme")


class Articles:
    """Finds an article by its path in the repository or by the path of its page, which ends in its name."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._paths = frozenset(paths)
        self._by_name: dict[str, list[str]] = {}
        for path in sorted(self._paths):
            self._by_name.setdefault(_name(path), []).append(path)

    def find(self, wanted: str) -> str | None:
        """The path of an article; None for one that is not known, or that the page's path does not decide."""
        if wanted in self._paths:
            return wanted
        page = wanted.partition("?")[0].partition("#")[0]
        parts = [part for part in page.casefold().split("/") if part]
        found = self._by_name.get(_name("/".join(parts)), []) if parts else []
        if len(found) > 1:
            found = [path for path in found if len(parts) > 1 and parts[-2] in path.casefold().split("/")]
        return found[0] if len(found) == 1 else None

    def __len__(self) -> int:
        return len(self._paths)


def articles(root: Path) -> Articles:
    """The articles that the configuration of a checkout includes."""
    from lint.config import load
    from lint.corpus import Found, discover
    from lint.run import path_in

    config = load(root)
    return Articles(path_in(config.root, found.path) for found in discover((), config) if isinstance(found, Found))


def _name(path: str) -> str:
    """What path and page share: the last part without ending, date and index."""
    parts = path.casefold().split("/")
    last = re.sub(r"\.\w{1,8}$", "", parts[-1])
    if last in _INDEX and len(parts) > 1:
        last = parts[-2]
    return _DATE.sub("", last)
