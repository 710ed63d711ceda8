"""Files: the articles of a publication, each with what is agreed on written into its references."""

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lint.article import Article
from lint.corpus import Unreadable
from lint.fixes import files
from lint.run import read_article
from lint.verification.collecting import Collected
from lint.verification.lock import Lock
from lint.verification.mending.mend import Mended, mend


class Rewritten(NamedTuple):
    """An article that was mended. ``why_not``: what kept it from being written, in words for a writer."""

    path: str
    mended: Mended
    why_not: str = ""


def rewrite(collected: Collected, lock: Lock) -> Iterator[Rewritten]:
    """Writes what a lock allows into the articles that cite something; tells of those that changed."""
    for shown in dict.fromkeys(source.path for source in collected.sources):
        path = Path(shown)
        content = path.read_bytes()
        mended = _mended(collected, path, content, lock)
        if mended.fixes or mended.left:
            yield Rewritten(shown, mended, _saved(path, content, mended.text) if mended.fixes else "")


def _mended(collected: Collected, path: Path, content: bytes, lock: Lock) -> Mended:
    def read(text: str) -> Article | None:
        try:
            parsed = read_article(path, collected.config, text.encode())
        except Unreadable:
            return None
        return None if parsed.problems else parsed.article

    parsed = read_article(path, collected.config, content)
    return mend(parsed.article, lock, read)


def _saved(path: Path, old: bytes, text: str) -> str:
    mark = codecs.BOM_UTF8 if old.startswith(codecs.BOM_UTF8) else b""
    try:
        files.replace(path, old, mark + text.encode())
    except files.ChangedError:
        return "it was changed meanwhile"
    except OSError as error:
        return f"it cannot be written ({(error.strerror or 'unknown error').lower()})"
    return ""
