"""The work of a whole run: the cache gives what still stands, the rest is worked on, and then each is held against all.

An article is judged before all others are known. What it asked of them is noted with the answers; when all are known,
those that got another answer than they would now are judged once more.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lint.context import Enough
from lint.corpus.files import Files, plain
from lint.inputs import look, spoil
from lint.project import Project, Selection
from lint.projects import Projects
from lint.sources import Request, Source
from lint.work.asking import Answers, answers, quick_answers, stands
from lint.work.desk import Desk
from lint.work.facts import FACTS, PASSAGES
from lint.work.spread import WORTH, over
from lint.work.texts import articles
from lint.work.verdict import Asked, Order, Result, Verdict

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

    from lint.cache.memory import Memory, Recalled
    from lint.corpus.copies import Copies
    from lint.corpus.sources import SourceText
    from lint.passages.facts import Facts


class _Ordered(NamedTuple):
    """An order, and what was remembered of its article; None where nothing may be kept of it."""

    order: Order
    recalled: "Recalled | None"


class Whole:
    """The work of a run under way, and of what comes after it when someone watches.

    ``judged``: the articles that are asked for, by their numbers; the others are only known of. ``known``: what is
    known of some of these already.
    """

    def __init__(
        self,
        asked: Sequence[Source],
        projects: Projects,
        selection: Selection,
        request: Request,
        judged: Collection[int],
        known: Mapping[int, Result],
    ) -> None:
        self.asked = asked
        self.verdicts = [Verdict()] * len(asked)
        self._judged = judged
        self._known = known
        self._spread = over(request.jobs, request.cluster)
        self._told = request.told
        self._projects = projects.all()
        self._scratch: TemporaryDirectory[str] | None = None
        self._memories = self._remembering(selection, request)
        is_alone = len(asked) == 1 and not any(map(texts_of, self._projects))
        self._compares = bool(self._memories) or not is_alone
        self._desk = Desk(projects, selection, packs=bool(self._memories), compares=self._compares)
        self._titles, self._digests = [""] * len(asked), [""] * len(asked)
        self._fresh: set[int] = set()

    def _remembering(self, selection: Selection, request: Request) -> "dict[int, Memory]":
        """The memory of each project: in its cache, and otherwise for this run alone, where it may be worth while."""
        if request.stdin is not None:
            return {}
        if request.cache:
            found = _memories(self._projects, selection)
            if len(found) == len(self._projects):
                return found
            spoil()
        if len(self.asked) < WORTH:
            return {}
        from tempfile import TemporaryDirectory

        self._scratch = TemporaryDirectory(prefix="copydesk-")
        return _memories(self._projects, selection, Path(self._scratch.name))

    def first(self) -> None:
        """A verdict on each article by what is known of it and of the files about it."""
        orders: dict[int, _Ordered] = {}
        for at, source in enumerate(self.asked):
            if at in self._known:
                self._note(at, self._known[at])
                continue
            recalled = self._recalled(source)
            result = recalled and (recalled.result if at in self._judged else recalled.bare)
            if result:
                self._note(at, result)
            else:
                orders[at] = _Ordered(_order(source, recalled)._replace(judge=at in self._judged), recalled)
        self._work(orders)

    def again(self) -> None:
        """Judges those once more that would now get other answers."""
        self._gather()
        whole = {} if self._known else {number: self._corpus(number) for number in self._memories}
        same = {number for number, corpus in whole.items() if self._memories[number].is_corpus(corpus)}
        self._redo(self._doubtful(range(len(self.asked)), same))
        for number, corpus in whole.items():
            self._memories[number].take_corpus(corpus)

    def renew(self, numbers: Collection[int]) -> set[int]:
        """Judges these anew, and those whose answers have changed with them. Returns all that were judged.

        What is copied is as it was, until `settle`.
        """
        titles = {self._titles[at] for at in numbers}
        self._redo(numbers, quick_answers)
        titles |= {self._titles[at] for at in numbers}
        self._gather(frozenset())
        paths = {self.asked[at].path for at in numbers}
        doubtful = [
            at
            for at, verdict in enumerate(self.verdicts)
            if at in numbers or self._titles[at] in titles or _asks(verdict.asked, paths)
        ]
        again = self._doubtful(doubtful, copies=False)
        self._redo(again, quick_answers)
        return {*numbers, *again}

    def settle(self, numbers: Collection[int]) -> set[int]:
        """Judges those anew for which these have changed what is copied. Returns all that were judged.

        What stands in more than a few places may wait for the next run.
        """
        comparing = [at for at in numbers if any(kind == "copies" for kind, _, _ in self.verdicts[at].asked)]
        if not comparing:
            return set()
        alike = self._told_of({self.asked[at].path for at in comparing})
        self._gather(frozenset().union(*(self._shingles(at) for at in comparing)))
        partners = {path for at in comparing for path in self._near(at)}
        alike |= {at for at, source in enumerate(self.asked) if source.path in partners}
        if alike:
            self._gather(frozenset().union(*(self._shingles(at) for at in {*comparing, *alike})))
        again = self._doubtful({*comparing, *alike})
        self._redo(again)
        return {*again}

    def _told_of(self, paths: Collection[str]) -> set[int]:
        """The articles of which a rule was told that they share something with one of these."""
        told = (
            (at, answer)
            for at, verdict in enumerate(self.verdicts)
            for kind, _, answer in verdict.asked
            if kind == "copies"
        )
        return {at for at, answer in told if any(copy[1] in paths for copy in answer)}

    def _near(self, at: int) -> set[str]:
        """The articles with which one shares something now."""
        source = self.asked[at]
        return {copy.path for copy in source.project.files.copies(source.path, Enough())}

    def warm(self) -> None:
        """Loads what the next article will need."""
        for project in self._projects:
            root = project.config.root
            self._desk.work(Order(str(root), str(root / "a.md"), "a.md", "a.md", content=b"# A title\n\nA text.\n"))

    def commit(self) -> None:
        """Writes what is to be kept."""
        for each in self._memories.values():
            each.commit()

    def close(self) -> None:
        for each in self._memories.values():
            each.close([source.path for source in self.asked])
        if self._scratch:
            self._scratch.cleanup()

    def _gather(self, only: frozenset[int] | None = None) -> None:
        """Tells the projects what their articles say. ``only``: the shingles by which passages may be found."""
        for project in self._projects:
            titles: dict[str, list[str]] = {}
            mine = [at for at, source in enumerate(self.asked) if source.project is project]
            for at in mine:
                if title := self._titles[at]:
                    titles.setdefault(title, []).append(self.asked[at].path)
            held = {self.asked[at].path: self.asked[at] for at in mine}
            project.gather(titles, copies=_copies(project, held, only) if self._compares else None)

    def _corpus(self, number: int) -> str:
        """What changes with any article of a project and with its source texts."""
        mine = [at for at, source in enumerate(self.asked) if id(source.project) == number]
        texts = [text.file for project in self._projects if id(project) == number for text in texts_of(project)]
        return repr(([(self.asked[at].path, self._digests[at]) for at in mine], [(str(at), look(at)) for at in texts]))

    def _doubtful(self, numbers: Iterable[int], same: Collection[int] = (), copies: bool = True) -> list[int]:
        """Those whose questions have other answers now.

        ``same``: projects in which nothing else is copied than was. ``copies``: whether to ask for that at all.
        """
        found = []
        for at in numbers:
            source, asked = self.asked[at], self.verdicts[at].asked
            if not copies or (id(source.project) in same and at not in self._fresh):
                asked = tuple(one for one in asked if one[0] != "copies")
            if asked and not stands(source.project.files, asked, source.path):
                found.append(at)
        return found

    def _shingles(self, at: int) -> frozenset[int]:
        source = self.asked[at]
        facts: Facts | None = source.project.facts.get(PASSAGES, {}).get(source.path)
        return facts.kept() if facts else frozenset()

    def _redo(self, numbers: Iterable[int], ask: Callable[[Files, Sequence[Asked], str], Answers] = answers) -> None:
        orders: dict[int, _Ordered] = {}
        for at in numbers:
            source = self.asked[at]
            recalled = self._recalled(source)
            known = ask(source.project.files, self.verdicts[at].asked, source.path)
            orders[at] = _Ordered(_order(source, recalled)._replace(**known._asdict()), recalled)
        self._work(orders)

    def _work(self, orders: Mapping[int, _Ordered]) -> None:
        self.commit()
        results = self._spread(self._desk, {at: one.order for at, one in orders.items()})
        for done, (at, result) in enumerate(results, 1):
            self._told(done, len(orders))
            source, ordered = self.asked[at], orders[at]
            self._note(at, result)
            self._fresh.add(at)
            if ordered.recalled and ordered.order.judge:
                self._memories[id(source.project)].take(source, ordered.recalled, result)
        self.commit()

    def _recalled(self, source: Source) -> "Recalled | None":
        memory = self._memories.get(id(source.project))
        return memory.recall(source) if memory else None

    def _note(self, at: int, result: Result) -> None:
        source = self.asked[at]
        self.verdicts[at] = result.verdict
        self._titles[at], self._digests[at] = plain(result.title), result.digest
        for name in FACTS:
            held = source.project.facts.setdefault(name, {})
            held.pop(source.path, None)
            if name in result.facts:
                held[source.path] = FACTS[name].read(result.facts[name])


def _asks(asked: Sequence[Asked], paths: Collection[str]) -> bool:
    return any(about in paths for kind, about, _ in asked if kind in ("exists", "anchors"))


def texts_of(project: Project) -> "Collection[SourceText]":
    """The source texts that articles are compared with."""
    return project.source_texts[0].values()


def _copies(project: Project, sources: Mapping[str, Source], only: frozenset[int] | None) -> "Copies":
    """What the articles share. Without the project itself: a circle would keep git open."""
    from lint.corpus.copies import Copies

    facts = project.facts.get(PASSAGES, {})
    article = articles(project.config, project.store, sources)
    return Copies(lambda: facts, article, project.source_texts[0], only)


def _order(source: Source, recalled: "Recalled | None") -> Order:
    root, known = str(source.project.config.root), recalled.known if recalled else ""
    return Order(root, str(source.file.absolute()), source.shown, source.path, source.named, source.content, known)


def _memories(projects: Sequence[Project], selection: Selection, scratch: Path | None = None) -> "dict[int, Memory]":
    from lint.cache.memory import memory

    found = {id(project): memory(project, selection, scratch) for project in projects}
    return {number: one for number, one in found.items() if one is not None}
