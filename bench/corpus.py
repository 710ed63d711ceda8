"""Makes a corpus of invented articles of any size from a seed: the same seed, the same bytes.

An article depends on the seed and its number alone, so a larger corpus begins with the smaller one. One in three has a
planted defect: ``planted.json`` holds its path and the rule that must find it. All identifiers are in the test prefix
10.5555. With ``--git`` the corpus is a repository: an article enters it short and grows on the day of its last change.
"""

import argparse
import json
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path

from generated.defects import planted
from generated.draft import PEOPLE, Draft
from generated.render import markdown

CONFIGURATION = 'include = ["articles/**/*.md"]\npeople = "people.yaml"\n'
Change = tuple[str, str, bytes]
"""A file's path and text from a day on: (day, path, text)."""


def main() -> None:
    parser = argparse.ArgumentParser(description="Make a corpus of invented articles.")
    parser.add_argument("out", type=Path, help="a folder that does not exist yet")
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--git", action="store_true", help="with a history")
    given = parser.parse_args()
    if given.out.exists():
        parser.error(f"{given.out} exists already")
    size = make(given.out, given.articles, given.seed, given.git)
    print(f"{given.out}: {given.articles:,} articles, {size / 1e6:.1f} MB")


def make(out: Path, articles: int, seed: int = 1, git: bool = False) -> int:
    """Writes the corpus and returns the size of its articles in bytes."""
    rules: dict[str, str] = {}
    changes: list[Change] = []
    size = 0
    for number in range(articles):
        draft, rule = planted(seed, number)
        text = markdown(draft).encode()
        size += len(text)
        _write(out / draft.path, text)
        if rule:
            rules[draft.path] = rule
        if git:
            changes += _history(draft, text)
    for name, content in _settings(rules).items():
        _write(out / name, content)
        changes.append(("2020-01-01", name, content))
    if git:
        _commit(out, changes)
    return size


def _settings(rules: dict[str, str]) -> dict[str, bytes]:
    entries = ((name, role) for role, names in PEOPLE.items() for name in names)
    people = "".join(f"- name: {name}\n  credentials: MD\n  roles: [{role}]\n" for name, role in entries)
    files = {"copydesk.toml": CONFIGURATION, "people.yaml": people, "planted.json": json.dumps(rules, indent=1)}
    return {name: text.encode() for name, text in files.items()}


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _history(draft: Draft, text: bytes) -> Iterator[Change]:
    """The article without its last section on the day it was published, and as it is when it was modified."""
    published, modified = (draft.front.get(key, "2026-01-05") for key in ("published", "last_modified"))
    if published[:2] == "20" and published < modified:
        young = replace(draft, sections=draft.sections[:-1], front=draft.front | {"last_modified": published})
        yield published, draft.path, markdown(young).encode()
    yield min(modified, "2026-11-22"), draft.path, text


def _commit(out: Path, changes: list[Change]) -> None:
    """A repository with one commit a day; one stream into git, whatever the size."""
    git = ["git", "-C", str(out)]
    subprocess.run([*git, "init", "--quiet", "--initial-branch=main"], check=True)
    with subprocess.Popen([*git, "fast-import", "--quiet"], stdin=subprocess.PIPE) as process:
        assert process.stdin is not None
        for day, group in groupby(sorted(changes), key=lambda change: change[0]):
            process.stdin.write(_commit_of(day, list(group)))
    if process.returncode:
        raise SystemExit("git fast-import failed")
    subprocess.run([*git, "reset", "--quiet"], check=True)


def _commit_of(day: str, changes: list[Change]) -> bytes:
    moment = int(datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC).timestamp())
    lines = [
        b"commit refs/heads/main",
        b"committer Example <example@example.org> %d +0000" % moment,
        b"data 7\nEdit it",
    ]
    lines += [b"M 100644 inline %s\ndata %d\n%s" % (path.encode(), len(text), text) for _, path, text in changes]
    return b"\n".join(lines) + b"\n"


if __name__ == "__main__":
    main()
