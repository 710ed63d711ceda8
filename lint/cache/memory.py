"""What is remembered of the articles of one project: which verdicts still stand, and what is to be kept of new ones."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from lint.cache import pack
from lint.cache.folder import folder, store_file, tidy
from lint.cache.key import key, moment
from lint.cache.store import Row, Store
from lint.corpus import Unreadable, digest, fetch
from lint.finding import Coverage
from lint.inputs import look, spoil
from lint.project import Project, Selection
from lint.sources import Source
from lint.tally import COUNTS
from lint.work.desk import bibliography
from lint.work.facts import FACTS
from lint.work.verdict import Beside, Json, Result, Verdict

_CORPUS = "corpus"


class Recalled(NamedTuple):
    """What is remembered of an article. ``stat``: its file's state when we looked.

    ``known``: under which name the store holds what it says by itself; empty where it does not. ``beside``: the files
    beside it that belong to that. ``result``: what was said of it in this moment; None where the moment has passed.
    ``bare``: what others must know of it, in any moment.
    """

    stat: str = ""
    known: str = ""
    beside: Beside = ()
    result: Result | None = None
    bare: Result | None = None


class Memory:
    """``moment``: what changes with the day, the history and the people; empty where that cannot be told."""

    def __init__(self, project: Project, store: Store, moment: str) -> None:
        self._root = str(project.config.root)
        self._limit = project.config.max_file_size
        self._store = store
        self._moment = moment

    def recall(self, source: Source) -> Recalled | None:
        """What is remembered of the article as it stands on disk now; None where nothing may be kept of it."""
        if source.content is not None or not _is_below(self._root, source):
            spoil()
            return None
        now = ":".join(map(str, look(source.file) or ()))
        row = self._store.row(source.path)
        if row is None or not (self._same(source, now, row)):
            return Recalled(now)
        said = pack.load(row.said)
        beside = tuple((name, then) for name, then in said["beside"])
        if any(_digest(source.file.parent / name, self._limit) != then for name, then in beside):
            return Recalled(now)
        known = _known(row.digest, beside)
        facts = self._facts(source.path, known)
        if facts is None:
            return Recalled(now, known, beside)
        bare = Result(Verdict(), said["title"], row.digest, facts=facts)
        if not row.moment or row.moment != self._moment:
            return Recalled(now, known, beside, None, bare)
        return Recalled(now, known, beside, bare._replace(verdict=_verdict(said, source.shown)), bare)

    def take(self, source: Source, recalled: Recalled, result: Result) -> None:
        """Keeps what was said of an article: first what it says by itself, then what that makes of it."""
        verdict = result.verdict
        for name, _ in result.beside:
            look(source.file.parent / name)
        if verdict.faults or not verdict.lasting or not self._moment:
            spoil()
        if verdict.faults or not result.digest:
            return
        self._store.note("", _CORPUS, "", b"-")  # until all is done, what is copied is not known
        beside = recalled.beside if result.kept is None else result.beside
        known = _known(result.digest, beside)
        if result.kept is not None:
            self._store.keep(source.path, known, result.kept)
        for name, fact in result.facts.items():
            self._store.note(source.path, name, known, pack.dump(fact))
        moment = self._moment if verdict.lasting else ""
        self._store.put(Row(source.path, recalled.stat, result.digest, moment, pack.dump(_said(result, beside))))

    def is_corpus(self, corpus: str) -> bool:
        """Whether what these articles copy from each other is what it was."""
        return self._store.fact("", _CORPUS, digest(corpus.encode("utf-8", "surrogatepass"))) is not None

    def take_corpus(self, corpus: str) -> None:
        """Says that what these articles copy from each other is kept with them."""
        if not self.is_corpus(corpus):
            self._store.note("", _CORPUS, digest(corpus.encode("utf-8", "surrogatepass")), b"-")

    def commit(self) -> None:
        """Writes what was taken, so that other processes see it."""
        self._store.commit()

    def close(self, seen: Iterable[str]) -> None:
        """Writes what is left, and drops what vanished. ``seen``: the paths of this run."""
        self._store.forget(seen, Path(self._root))
        self._store.commit()
        self._store.close()
        tidy(self._store.file.parent)

    def _same(self, source: Source, now: str, row: Row) -> bool:
        """Whether the file holds the bytes that were looked at then; a look at its state often tells."""
        if now and now == row.stat:
            return True
        try:
            same = digest(fetch(source.file, self._limit)) == row.digest
        except Unreadable:
            return False
        if same and now:
            self._store.put(row._replace(stat=now))
        return same

    def _facts(self, path: str, name: str) -> dict[str, Json] | None:
        found = {key: self._store.fact(path, key, name) for key in FACTS}
        return (
            {key: pack.load(fact) for key, fact in found.items() if fact is not None} if all(found.values()) else None
        )


def memory(project: Project, selection: Selection, scratch: Path | None = None) -> Memory | None:
    """The memory of a project, its folder made where it can be; None where there can be none.

    ``scratch``: an empty folder to use instead, for a memory that ends with the run.
    """
    place = folder(project.config.root) if scratch is None else scratch
    if place is None:
        return None
    name = key(project, selection) if scratch is None else f"{id(project)}"
    project.remember(store_file(place, name))
    return Memory(project, project.store, moment(project) if scratch is None else "") if project.store else None


def _digest(file: Path, limit: int) -> str | None:
    """The digest of a bibliography; as a rule there is none."""
    look(file)
    return bibliography(file, limit)[0] if os.path.lexists(file) else None


def _is_below(root: str, source: Source) -> bool:
    """Whether the article's path names it from the root on, in letters that the store can hold."""
    try:
        source.path.encode()
    except UnicodeEncodeError:
        return False
    return os.path.abspath(source.file) == os.path.normpath(f"{root}/{source.path}")  # noqa: PTH100 - a text


def _known(name: str, beside: Beside) -> str:
    """Under which name the store holds what an article of these bytes, with these files beside it, says by itself."""
    return f"{name}.{digest(pack.dump(beside))}"


def _said(result: Result, beside: Beside) -> Json:
    verdict = result.verdict
    covered = verdict.coverage
    return {
        "title": result.title,
        "beside": beside,
        "findings": [pack.finding(one) for one in verdict.findings],
        "covered": covered and [getattr(covered, name) for name in COUNTS],
        "unchecked": verdict.unchecked,
        "asked": verdict.asked,
    }


def _verdict(said: Json, shown: str) -> Verdict:
    return Verdict(
        tuple(pack.found(one, shown) for one in said["findings"]),
        Coverage(*said["covered"]) if said["covered"] else None,
        tuple((what, why) for what, why in said["unchecked"]),
        asked=tuple((kind, about, noted) for kind, about, noted in said["asked"]),
    )
