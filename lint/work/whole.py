"""The work of a whole run: the cache gives what still stands, the rest is worked on, and then each is held against all.

An article is judged before all others are known. What it asked of them is noted with the answers; when all are known,
those that got another answer than they would now are judged once more.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from lint.corpus.files import plain
from lint.inputs import spoil
from lint.project import Project, Selection
from lint.projects import Projects
from lint.sources import Request, Source
from lint.work.asking import others, stands
from lint.work.desk import Desk
from lint.work.spread import over
from lint.work.verdict import Order, Result, Verdict

if TYPE_CHECKING:
    from lint.cache.memory import Memory, Recalled


class _Ordered(NamedTuple):
    """An order, and what was remembered of its article; None where nothing may be kept of it."""

    order: Order
    recalled: "Recalled | None"


class Whole:
    """The work of a run under way, and of what comes after it when someone watches."""

    def __init__(self, asked: Sequence[Source], projects: Projects, selection: Selection, request: Request) -> None:
        self.asked = asked
        self.verdicts = [Verdict()] * len(asked)
        self._spread = over(request.jobs, request.cluster)
        self._told = request.told
        self._projects = projects.all()
        self._memories = _memories(self._projects, selection) if request.cache and request.stdin is None else {}
        self._desk = Desk(projects, selection, packs=bool(self._memories))
        self._titles = [""] * len(asked)

    def first(self) -> None:
        """A verdict on each article by what is known of it and of the files about it."""
        orders: dict[int, _Ordered] = {}
        for at, source in enumerate(self.asked):
            recalled = self._recalled(source)
            if recalled is not None and recalled.result is not None:
                self._note(at, recalled.result)
            else:
                orders[at] = _Ordered(_order(source, recalled), recalled)
        self._work(orders)

    def again(self) -> None:
        """Judges those once more that would now get other answers."""
        self._gather()
        self._redo(self._doubtful(range(len(self.asked))))

    def renew(self, numbers: Collection[int]) -> set[int]:
        """Judges these anew, and those whose answers have changed with them. Returns all that were judged."""
        titles = {self._titles[at] for at in numbers}
        self._redo(numbers)
        titles |= {self._titles[at] for at in numbers}
        about = {plain(title) for title in titles} | {self.asked[at].path for at in numbers}
        self._gather()
        doubtful = [
            at
            for at, verdict in enumerate(self.verdicts)
            if any((plain(what) if kind == "titled" else what) in about for kind, what, _ in verdict.asked)
        ]
        again = self._doubtful(doubtful)
        self._redo(again)
        return {*numbers, *again}

    def _gather(self) -> None:
        titles: dict[int, dict[str, list[str]]] = {id(project): {} for project in self._projects}
        for source, title in zip(self.asked, self._titles, strict=True):
            if title:
                titles[id(source.project)].setdefault(title, []).append(source.path)
        for project in self._projects:
            project.gather(titles[id(project)])

    def _doubtful(self, numbers: Iterable[int]) -> list[int]:
        """Those whose questions have other answers now."""
        pairs = ((at, self.asked[at], self.verdicts[at].asked) for at in numbers)
        return [at for at, source, asked in pairs if asked and not stands(source.project.files, asked, source.path)]

    def _redo(self, numbers: Iterable[int]) -> None:
        orders: dict[int, _Ordered] = {}
        for at in numbers:
            source = self.asked[at]
            recalled = self._recalled(source)
            titled = others(source.project.files, self.verdicts[at].asked, source.path)
            orders[at] = _Ordered(_order(source, recalled)._replace(titled=titled), recalled)
        self._work(orders)

    def warm(self) -> None:
        """Loads what the next article will need."""
        for project in self._projects:
            root = project.config.root
            self._desk.work(Order(str(root), str(root / "a.md"), "a.md", "a.md", content=b"# A title\n\nA text.\n"))

    def close(self) -> None:
        for each in self._memories.values():
            each.close([source.path for source in self.asked])

    def _work(self, orders: Mapping[int, _Ordered]) -> None:
        self.commit()
        results = self._spread(self._desk, {at: one.order for at, one in orders.items()})
        for done, (at, result) in enumerate(results, 1):
            self._told(done, len(orders))
            source = self.asked[at]
            self._note(at, result)
            if recalled := orders[at].recalled:
                self._memories[id(source.project)].take(source, recalled, result)
        self.commit()

    def commit(self) -> None:
        """Writes what is to be kept."""
        for each in self._memories.values():
            each.commit()

    def _recalled(self, source: Source) -> "Recalled | None":
        memory = self._memories.get(id(source.project))
        return memory.recall(source) if memory else None

    def _note(self, at: int, result: Result) -> None:
        source = self.asked[at]
        self.verdicts[at] = result.verdict
        self._titles[at] = result.title
        for name, fact in result.facts.items():
            source.project.facts.setdefault(name, {})[source.path] = fact


def _order(source: Source, recalled: "Recalled | None") -> Order:
    root, known = str(source.project.config.root), recalled.known if recalled else ""
    return Order(root, str(source.file.absolute()), source.shown, source.path, source.named, source.content, known)


def _memories(projects: Sequence[Project], selection: Selection) -> "dict[int, Memory]":
    from lint.cache.memory import memory

    found = {id(project): memory(project, selection) for project in projects}
    if None in found.values():
        spoil()
    return {number: one for number, one in found.items() if one is not None}
