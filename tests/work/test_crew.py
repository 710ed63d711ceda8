"""Work by several processes, on real ones."""

import os
import signal
from datetime import date
from pathlib import Path

import pytest

from lint.finding import CopydeskError
from lint.history import GitHistory
from lint.project import Selection
from lint.projects import Projects
from lint.work.crew import DIED, Crew
from lint.work.desk import Brief, Desk
from lint.work.spread import chunks, over
from lint.work.verdict import Order, Result, Verdict
from tests.publication import commit, write


class Frail(Desk):
    """A desk whose process dies at some articles, and which knows a user's mistake at others."""

    def __init__(self) -> None:
        super().__init__(Projects(date(2026, 11, 22)), Selection())

    def brief(self) -> Brief:
        return self  # type: ignore[return-value]

    def work(self, order: Order) -> Result:
        if "deadly" in order.path:
            os.kill(os.getpid(), signal.SIGKILL)
        if "mistake" in order.path:
            raise CopydeskError("people.yaml:1: this is a mistake")
        return Result(Verdict(), digest=order.path)


class Historian(Desk):
    """A desk that tells what history tells it."""

    def __init__(self, history: GitHistory) -> None:
        super().__init__(Projects(date(2026, 11, 22)), Selection())
        self.history = history

    def work(self, order: Order) -> Result:
        return Result(Verdict(), digest=repr(list(self.history.versions(order.path, "today"))))


def orders(*names: str) -> list[tuple[int, Order]]:
    return [(at, Order("/", f"/{name}", name, name)) for at, name in enumerate(names)]


def test_a_worker_that_dies_takes_only_its_article_with_it() -> None:
    names = [f"{number}.md" for number in range(70)]
    names[9] = names[33] = "deadly.md"
    found = dict(Crew(Frail(), 2).work(chunks(orders(*names), 2)))
    assert sorted(found) == list(range(70))
    for at, name in enumerate(names):
        faults = found[at].verdict.faults
        assert [(fault.path, fault.rule, fault.error) for fault in faults] == (
            [(name, "worker", DIED)] if name == "deadly.md" else []
        )
        assert found[at].digest == ("" if faults else name)


def test_a_users_mistake_ends_all() -> None:
    with pytest.raises(CopydeskError, match="this is a mistake"):
        list(Crew(Frail(), 2).work(chunks(orders(*"ab", "mistake", *"cd"), 2)))


def test_who_stops_listening_ends_all() -> None:
    crew = Crew(Frail(), 2)
    results = crew.work([[one] for one in orders(*map(str, range(50)))])
    next(results)
    processes = [process for process, _ in crew._at_work.values()]
    results.close()
    assert processes
    assert not any(process.is_alive() for process in processes)


def test_history_answers_all_processes_alike(tmp_path: Path) -> None:
    names = [f"{number}.md" for number in range(40)]
    for day in range(1, 9):
        write(tmp_path, {name: f"{name} on {day}\n" for name in names})
        commit(tmp_path, f"2026-01-{day:02}")
    history = GitHistory(tmp_path, names, date(2026, 11, 22))
    next(history.versions("0.md", "today"))  # its processes run before the crew's begin
    found = dict(Crew(Historian(history), 2).work(chunks(orders(*names), 2)))
    expected = [repr(list(history.versions(name, "today"))) for name in names]
    history.close()
    assert [found[at].digest for at in range(40)] == expected
    assert all("Unknown" not in said for said in expected)


def test_few_articles_stay_here() -> None:
    desk = Frail()
    few = dict(orders(*map(str, range(15))))
    assert [at for at, _ in over(2)(desk, few)] == list(range(15))
    with pytest.raises(CopydeskError):
        list(over(8)(desk, dict(orders("mistake"))))


@pytest.mark.parametrize(
    ("articles", "jobs", "size"), [(20, 2, 10), (64, 2, 16), (1000, 2, 64), (300, 4, 18), (17, 16, 2), (0, 2, 0)]
)
def test_chunks(articles: int, jobs: int, size: int) -> None:
    made = chunks(orders(*map(str, range(articles))), jobs)
    assert [one for chunk in made for one in chunk] == orders(*map(str, range(articles)))
    assert max(map(len, made), default=0) == size


def test_a_brief_makes_the_same_desk(tmp_path: Path) -> None:
    (tmp_path / "copydesk.toml").write_text("minimum_words = 3\n", "utf-8")
    (tmp_path / "a.md").write_text("# A title\n\n## Sleep\n\nMany people sleep too little.\n", "utf-8")
    projects = Projects(date(2026, 11, 22))
    projects.of(tmp_path / "a.md").open(["a.md"])
    desk = Desk(projects, Selection(("uncited-section",)))
    order = Order(str(tmp_path), str(tmp_path / "a.md"), "a.md", "a.md")
    assert desk.brief().desk().work(order) == desk.work(order)
    assert [finding.rule for finding in desk.work(order).verdict.findings] == ["uncited-section"]
