"""The articles of a run again, after they were judged, for what only two of them side by side can tell."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from lint.article import Article
from lint.config import Config
from lint.corpus import Unreadable, decode, digest, fetch
from lint.sources import Source
from lint.work.desk import read_article

if TYPE_CHECKING:
    from lint.cache.store import Store

_NOTHING = Article("", "", {"front_matter": None, "sections": []}, {})
_HELD = 64


def articles(config: Config, store: "Store | None", sources: Mapping[str, Source]) -> Callable[[str], Article]:
    """What gives the article at a path: out of the store where that knows it, else read again.

    One that cannot be read any more is empty.
    """

    @lru_cache(maxsize=_HELD)
    def article(path: str) -> Article:
        try:
            source = sources[path]
            kept = _kept(config, store, path, source.file) if source.content is None else None
            return kept or read_article(source.file, config, source.content).article
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
