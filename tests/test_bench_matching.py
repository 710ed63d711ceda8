"""The benchmarks of matching and reading: their data, their goals, and the page that shows them."""

import importlib
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "bench"))
    return importlib.import_module("matching")


def test_the_pairs_are_as_many_and_of_the_kinds_that_they_should_be(bench: ModuleType) -> None:
    counts = Counter((pair.half, pair.kind) for pair in bench.pairs())
    assert sum(counts.values()) >= 1000
    assert set(counts) == {(half, kind) for half in bench.HALVES for kind in bench.KINDS}
    assert min(counts.values()) >= 40
    assert min(counts[half, "right, varied"] for half in bench.HALVES) >= 200


def test_no_work_is_in_both_halves_and_each_names_its_source(bench: ModuleType) -> None:
    halves: dict[str, set[str]] = {}
    for pair in bench.pairs():
        halves.setdefault(pair.record.title, set()).add(pair.half)
    assert all(len(found) == 1 for found in halves.values())
    assert all(work["source"] for work in bench._lines("works.jsonl"))


def test_no_right_entry_is_called_wrong_and_the_wrong_ones_are_caught(bench: ModuleType) -> None:
    found = bench.score([pair for pair in bench.pairs() if pair.half == "tuning"])
    assert found.alarms == 0
    assert found.caught >= 0.95


def test_entries_are_read_in_all_styles(bench: ModuleType) -> None:
    found = bench.references.shares()
    assert found["all"]["entries"] >= 200
    assert min(style["entries"] for style in found.values()) >= 15
    assert all(found["all"][name] >= 0.95 for name in bench.references.FIELDS)


def test_the_page_shows_the_figures_of_now(bench: ModuleType) -> None:
    text = bench.PAGE.read_text("utf-8")
    assert bench.page(text) == text, "run: python bench/matching.py --write"
