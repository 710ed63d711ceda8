"""The articles of a run again, after they were judged, for what only two of them side by side can tell."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from lint.article import Article
from lint.config import Config
from lint.corpus import Unreadable, decode, digest, fetch
from lint.work.desk import read_article

if TYPE_CHECKING:
    from lint.cache.store import Store

_NOTHING = Article("", "", {"front_matter": None, "sections": []}, {})
_HELD = 64


def articles(config: Config, store: "Store | None", files: Mapping[str, Path]) -> Callable[[str], Article]:
    """What gives the article at a path: out of the store where that knows it, else read again.

    One that cannot be read any more is empty.
    """

    @lru_cache(maxsize=_HELD)
    def article(path: str) -> Article:
        try:
            return _kept(config, store, path, files[path]) or read_article(files[path], config).article
        except Unreadable:
            return _NOTHING

    return article


def _kept(config: Config, store: "Store | None", path: str, file: Path) -> Article | None:
    if store is None:
        return None
    data = fetch(file, config.max_file_size)
    packed = store.kept(path, digest(data))
    if packed is None:
        return None
    from lint.cache.pack import parsed

    return parsed(packed, path, decode(data, config.max_file_size))[0].article
