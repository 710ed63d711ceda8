"""The cache saves bytes and decides nothing."""

import sqlite3
from pathlib import Path

import pytest

from lint.verification.http import Reply
from lint.verification.http.cache import Cache
from lint.verification.record import Identifier, State
from tests.verification.desk import ask
from tests.verification.fakes import Registries, Work

URL = "https://registry.example/works/1"
REPLY = Reply(200, {"etag": '"1"', "content-type": "application/json", "set-cookie": "x"}, b'{"a": 1}')


def test_what_was_kept_comes_back_with_the_question_whether_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "new" / "replies.sqlite3"
    with Cache(path) as cache:
        assert cache.get(URL) is None
        cache.put(URL, REPLY)
    with Cache(path) as cache:
        stored = cache.get(URL)
    assert stored is not None
    assert stored.conditions == {"If-None-Match": '"1"'}
    assert stored.reply == Reply(200, {"etag": '"1"', "content-type": "application/json"}, REPLY.body)


@pytest.mark.parametrize(
    "reply", [Reply(200, {}, b"{}"), Reply(200, {"etag": '"1"'}, bytes(3_000_000))], ids=["no sign", "too large"]
)
def test_what_is_not_kept(tmp_path: Path, reply: Reply) -> None:
    with Cache(tmp_path / "cache") as cache:
        cache.put(URL, reply)
        assert cache.get(URL) is None


def test_a_damaged_file_is_an_empty_cache(tmp_path: Path) -> None:
    (tmp_path / "cache").write_bytes(b"no database" * 1_000)
    with Cache(tmp_path / "cache") as cache:
        cache.put(URL, REPLY)
        assert cache.get(URL) is None


def test_a_file_that_cannot_be_written_is_an_empty_cache(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with Cache(tmp_path / "file" / "cache") as cache:
        cache.put(URL, REPLY)
        assert cache.get(URL) is None


@pytest.mark.parametrize("body", [b"not packed", None, "text"])
def test_a_damaged_entry_is_none(tmp_path: Path, body: object) -> None:
    with Cache(tmp_path / "cache") as cache:
        cache.put(URL, REPLY)
    with sqlite3.connect(tmp_path / "cache") as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE replies SET headers = ?, body = ?", ('{"etag": 1}', body or b""))
    connection.close()
    with Cache(tmp_path / "cache") as cache:
        assert cache.get(URL) is None


def test_it_does_not_grow_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lint.verification.http.cache._ENTRIES", 2)
    with Cache(tmp_path / "cache") as cache:
        for number in range(3):
            cache.put(f"{URL}{number}", REPLY)
    with Cache(tmp_path / "cache") as cache:
        assert cache.get(f"{URL}2") is None


def test_a_second_run_is_told_that_nothing_changed(tmp_path: Path) -> None:
    doi, url = Identifier("doi", "10.5555/example.1"), tmp_path / "cache"
    with Registries() as fakes:
        fakes.add(Work("An example title", doi.value))
        first = ask(fakes, doi, cache=url)
        second = ask(fakes, doi, cache=url)
        assert fakes.crossref.asked[0].headers.get("if-none-match") is None
        assert fakes.crossref.asked[1].headers["if-none-match"].startswith('"')
        assert first == second
        assert first[doi].state is State.FOUND
        fakes.crossref.works[doi.value]["title"] = ["Another title"]
        changed = ask(fakes, doi, cache=url)[doi].record
    assert changed is not None
    assert changed.title == "Another title"
