"""A run of asking: the lock and what an unfinished run has left, the plan, the registries, and the lock again."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lint.verification import lock as locks
from lint.verification.asking import journal
from lint.verification.asking.plan import Due, cited, plan, searches
from lint.verification.collecting import Collected, Source
from lint.verification.lock import Lock, Searched

if TYPE_CHECKING:
    from lint.verification.registries import Desk

_CACHE = ".copydesk_cache"
_SEARCHES = 4
"""So many searches are under way at a time."""

Tell = Callable[[int, int], None]
"""Takes how many questions are answered, and of how many."""


class Order(NamedTuple):
    """What to ask. ``refresh``: whatever its age. ``only``: of these sources and web addresses alone.

    ``whole``: the articles are all that the publication has, so that what none of them cites may leave the lock.
    """

    today: date
    max_age: int
    refresh: bool = False
    only: "Part | None" = None
    whole: bool = False


class Part(NamedTuple):
    """The part of what the articles cite that is to be asked about."""

    sources: Sequence[Source]
    links: Iterable[str]


class Asked(NamedTuple):
    """The lock after a run, and how many questions were put. ``stopped``: of how many, where the run was stopped."""

    lock: Lock
    questions: int
    stopped: int = 0


def ask(collected: Collected, order: Order, tell: Tell) -> Asked:
    """Asks what is due and writes the lock; each answer is kept as it comes, whatever ends the run."""
    folder = collected.config.root
    path, diary = folder / locks.NAME, folder / journal.NAME
    with journal.opened(diary) as keeper:
        lock = locks.read(path, whole=True) or Lock()
        left = journal.read(diary)
        lock.merge(left)
        work = _Work(collected, order, lock, _due(order, left), keeper, tell)
        stopped = False
        try:
            asyncio.run(work.done())
        except KeyboardInterrupt:
            stopped = True
        finally:
            _write(path, lock, collected, order, stopped)
            if diary.stat().st_size == 0:
                diary.unlink()
    if not stopped:
        diary.unlink(missing_ok=True)
    return Asked(lock, work.answered, work.total if stopped else 0)


def _due(order: Order, left: Lock) -> Due:
    """A refresh asks everything once: what a run of today or yesterday has asked is not asked again."""
    before = order.today + timedelta(days=1) if order.refresh else order.today - timedelta(days=order.max_age)
    lately = (order.today - timedelta(days=1)).isoformat()
    kept = {key for table in (left.references, left.searches) for key, one in table.items() if one["asked"] >= lately}
    return Due(before, kept)


def _write(path: Path, lock: Lock, collected: Collected, order: Order, stopped: bool) -> None:
    if order.whole and not stopped and not collected.unread:
        lock.keep(*cited(collected.sources, collected.links))
    if lock.references or lock.searches or path.exists():
        locks.write(path, lock)


def _replies(root: Path) -> Path | None:
    """The file of earlier replies, in a folder that git passes over; None where there can be none."""
    folder = root / _CACHE
    try:
        if not folder.exists():
            folder.mkdir()
            (folder / ".gitignore").write_text("# Made by Copydesk, which makes it again.\n*\n", encoding="utf-8")
    except OSError:
        return None
    return folder / "registries.replies"


class _Work:
    """The questions of a run, put one after the other."""

    def __init__(
        self, collected: Collected, order: Order, lock: Lock, due: Due, keeper: journal.Journal, tell: Tell
    ) -> None:
        part = order.only or Part(collected.sources, collected.links)
        self._settings, self._root = collected.config.verify, collected.config.root
        self._today = order.today
        self._sources = part.sources
        self._lock, self._due, self._keeper, self._tell = lock, due, keeper, tell
        listed = replace(collected, sources=list(part.sources), links={url: [] for url in part.links})
        self._identifiers = plan(listed.identifiers(), lock, due)
        self.answered, self.total = 0, len(self._identifiers)

    async def done(self) -> None:
        """Asks about the identifiers; then searches, as the answers may call for it."""
        if not self._identifiers and not any(searches(self._sources, self._lock, self._due)):
            return
        from lint.verification.registries import open_desk

        async with open_desk(self._settings, today=self._today, cache=_replies(self._root)) as desk:
            self._tell(0, self.total)
            async for answer in desk.ask(self._identifiers):
                self._keeper.put(answer)
                self._lock.put(answer)
                self._step()
            found = list(searches(self._sources, self._lock, self._due))
            self.total += len(found)
            waiting = iter(found)
            while chunk := list(islice(waiting, _SEARCHES)):
                await asyncio.gather(*(self._search(desk, words, source) for words, source in chunk))

    async def _search(self, desk: "Desk", words: str, source: Source) -> None:
        from lint.verification.matching import likeliest

        search = await desk.search(words)
        if not search.unchecked:
            searched = Searched(self._today, likeliest(source.reference, search))
            self._keeper.put_search(words, searched)
            self._lock.put_search(words, searched)
        self._step()

    def _step(self) -> None:
        self.answered += 1
        self._tell(self.answered, self.total)
