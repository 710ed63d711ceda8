"""The work of a whole run: the cache gives what still stands, the rest is worked on, and then each is held against all.

An article is judged before all others are known. What it asked of them is noted with the answers; when all are known,
those that got another answer than they would now are judged once more.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lint.cache.memory import Memory, Recalled
from lint.inputs import spoil
from lint.project import Project, Selection
from lint.projects import Projects
from lint.sources import Request, Source
from lint.work.asking import stands
from lint.work.desk import Desk
from lint.work.spread import over
from lint.work.verdict import Order, Result, Verdict


def judged(asked: Sequence[Source], projects: Projects, selection: Selection, request: Request) -> list[Verdict]:
    """The verdict on each article."""
    whole = _Whole(asked, projects, selection, request)
    try:
        whole.first()
        whole.again()
    finally:
        whole.close()
    return whole.verdicts


class _Ordered(NamedTuple):
    """An order, and what was remembered of its article; None where nothing may be kept of it."""

    order: Order
    recalled: "Recalled | None"


class _Whole:
    """A run under way."""

    def __init__(self, asked: Sequence[Source], projects: Projects, selection: Selection, request: Request) -> None:
        self.asked = asked
        self.verdicts = [Verdict()] * len(asked)
        self._spread = over(request.jobs, request.cluster)
        self._told = request.told
        self._projects = projects.all()
        self._memories = _memories(self._projects, selection) if request.cache and request.stdin is None else {}
        self._desk = Desk(projects, selection, packs=bool(self._memories))
        self._titles: dict[int, dict[str, list[str]]] = {id(project): {} for project in self._projects}

    def first(self) -> None:
        """A verdict on each article by what is known of it and of the files about it."""
        orders: dict[int, _Ordered] = {}
        for at, source in enumerate(self.asked):
            recalled = self._recalled(source)
            if recalled is not None and recalled.result is not None:
                self._note(at, recalled.result)
            else:
                orders[at] = _Ordered(_order(source, recalled is not None and recalled.known), recalled)
        self._work(orders)

    def again(self) -> None:
        """Judges those once more that would now get other answers."""
        for project in self._projects:
            project.gather(self._titles[id(project)])
        orders: dict[int, _Ordered] = {}
        for at, (source, verdict) in enumerate(zip(self.asked, self.verdicts, strict=True)):
            if verdict.asked and not stands(source.project.files, verdict.asked, source.path):
                recalled = self._recalled(source)
                orders[at] = _Ordered(_order(source, recalled is not None), recalled)
        self._work(orders)

    def close(self) -> None:
        for each in self._memories.values():
            each.close([source.path for source in self.asked])

    def _work(self, orders: Mapping[int, _Ordered]) -> None:
        self._commit()
        results = self._spread(self._desk, {at: one.order for at, one in orders.items()})
        for done, (at, result) in enumerate(results, 1):
            self._told(done, len(orders))
            source = self.asked[at]
            self._note(at, result)
            if recalled := orders[at].recalled:
                self._memories[id(source.project)].take(source, recalled.stat, result)
        self._commit()

    def _commit(self) -> None:
        for each in self._memories.values():
            each.commit()

    def _recalled(self, source: Source) -> Recalled | None:
        memory = self._memories.get(id(source.project))
        return memory.recall(source) if memory else None

    def _note(self, at: int, result: Result) -> None:
        source = self.asked[at]
        self.verdicts[at] = result.verdict
        if result.title:
            self._titles[id(source.project)].setdefault(result.title, []).append(source.path)
        for name, fact in result.facts.items():
            source.project.facts.setdefault(name, {})[source.path] = fact


def _order(source: Source, known: bool) -> Order:
    root = str(source.project.config.root)
    return Order(root, str(source.file.absolute()), source.shown, source.path, source.named, source.content, known)


def _memories(projects: Sequence[Project], selection: Selection) -> dict[int, Memory]:
    from lint.cache.memory import memory

    found = {id(project): memory(project, selection) for project in projects}
    if None in found.values():
        spoil()
    return {number: one for number, one in found.items() if one is not None}
