"""Random changes, one after another: a run that remembers says what one without a memory says, after each."""

import os
import random
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from lint.cache.record import nearest, question, recall
from lint.cli import main
from lint.inputs import rest
from lint.projects import forget
from tests.cli.run import CLEAN, UNCITED
from tests.publication import commit, write

STEPS = 25
PASSAGES = (
    "A short walk after each meal keeps the lower back moving, and most people who keep at it for six weeks say that"
    " they get out of bed with less trouble than before.",
    "A mattress that is neither soft as a cloud nor hard as a board lets most people with a stiff back sleep through"
    " the night, and a pillow under the knees helps the rest of them.",
)
ANSWER = (
    '{"version": 1, "references": {"doi:10.5555/walking": {"outcome": "%s", "asked": "2026-11-01", "source": "doi"}}}'
)


def said(*options: str) -> tuple[int, str]:
    """The exit code and what is printed, as the command answers it, in this process."""
    forget()
    arguments = ["check", "--today", "2026-11-22", "--output-format", "json", *options]
    asked = question(arguments)
    folder = nearest(str(Path.cwd()))
    again = recall(folder, asked) if folder else None
    if again is not None:
        return again[0], "".join(text for _, text in again[1])
    try:
        done = CliRunner().invoke(main, arguments, obj=asked)
    finally:
        rest()
    return done.exit_code, done.output


class Hand:
    """Changes a publication at random, always in the same way for a seed."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root = root
        self.dice = random.Random(seed)
        self.days = 0

    def text(self) -> str:
        title = self.dice.choice(("Walking and", "Standing and", f"Walk {self.dice.random()} and"))
        text = self.dice.choice((CLEAN, UNCITED)).replace("Walking and", title)
        link = f"See [this](a{self.dice.randrange(12)}.md#why-walking-helps) and [that](picture.png)."
        more = self.dice.choice((*PASSAGES, *[link] * 8))
        return text.replace("## About this", f"{more}\n\n## About this")

    def any(self) -> Path:
        return self.dice.choice(sorted((self.root / "articles").glob("*.md")))

    def edit(self) -> None:
        self.any().write_text(self.text(), "utf-8")

    def edit_unseen(self) -> None:
        """The size and the time of change stay what they were."""
        path = self.any()
        before = path.stat()
        path.write_bytes(path.read_bytes().replace(b"2026-", self.dice.choice((b"2025-", b"2O26-")), 1))
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    def touch(self) -> None:
        os.utime(self.any(), ns=(0, self.dice.randrange(2 * 10**18)))

    def come(self) -> None:
        write(self.root, {f"articles/a{self.dice.randrange(30)}.md": self.text()})

    def go(self) -> None:
        if len(list((self.root / "articles").glob("*.md"))) > 8:
            self.any().unlink()

    def rename(self) -> None:
        self.any().rename(self.root / f"articles/a{self.dice.randrange(30)}.md")

    def swap(self) -> None:
        one, other = self.any(), self.any()
        texts = one.read_bytes(), other.read_bytes()
        other.write_bytes(texts[0])
        one.write_bytes(texts[1])

    def link(self) -> None:
        path = self.root / "articles/link.md"
        path.unlink(missing_ok=True)
        path.symlink_to(self.dice.choice(("a1.md", "nowhere.md", "../other.md")))

    def commit(self) -> None:
        self.days += 1
        commit(self.root, f"2026-10-{self.days % 28 + 1:02}")

    def check_out(self) -> None:
        subprocess.run(["git", "checkout", "-q", "-f", self.dice.choice(("main", "main~1"))], cwd=self.root, check=True)

    def beside(self) -> None:
        """A file about the articles comes, changes or goes."""
        name, *texts = self.dice.choice(
            (
                (
                    "copydesk.toml",
                    SETTINGS,
                    f"minimum_words = 200\n{SETTINGS}",
                    f'{SETTINGS}[rules]\nuncited-section = "warning"\n',
                ),
                ("articles/copydesk.toml", "minimum_words = 300\n", ""),
                ("people.yaml", "- {name: Robin Example, credentials: MD, roles: [medical]}\n", "[]\n"),
                ("references.lock.json", ANSWER % "unknown", ANSWER % "unchecked"),
                ("articles/a1.bib", "@article{2, title={A}, year={1990", "@article{2, title={A}, year={1990}}"),
                ("articles/.gitignore", "a1*\n", "a2.md\n"),
                ("articles/picture.png", ""),
                ("texts/book.txt", PASSAGES[0], "Another."),
                ("other.md", self.text()),
            )
        )
        path = self.root / name
        if path.exists() and name != "copydesk.toml" and self.dice.random() < 0.5:
            path.unlink()
        else:
            write(self.root, {name: self.dice.choice(texts)})

    def change(self) -> str:
        """Makes one to three changes, and says which."""
        often: list[Callable[[], None]] = [self.edit, self.edit_unseen, self.come, self.rename, self.beside]
        seldom: list[Callable[[], None]] = [self.touch, self.go, self.swap, self.link, self.commit, self.check_out]
        chosen = self.dice.choices([*often, *often, *seldom, *[self.beside] * 8], k=self.dice.randrange(1, 4))
        for one in chosen:
            one()
        return ", ".join(one.__name__ for one in chosen)


SETTINGS = 'include = ["articles"]\npeople = "people.yaml"\nsources.texts = ["texts"]\n'


@pytest.mark.parametrize("seed", [2, 3])
def test_whatever_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    hand = Hand(tmp_path, seed)
    write(tmp_path, {"copydesk.toml": SETTINGS, "people.yaml": "[]\n", "texts/book.txt": PASSAGES[0]})
    write(tmp_path, {f"articles/a{number}.md": hand.text() for number in range(24)})
    commit(tmp_path, "2026-09-01")
    commit(tmp_path, "2026-09-02")
    monkeypatch.chdir(tmp_path)
    seen = set()
    for step in range(STEPS):
        changes = hand.change() if step else "nothing"
        new = said()
        assert new == said("--no-cache"), f"step {step}: {changes}"
        assert new == said(), f"step {step}, again: {changes}"
        assert new[0] in (0, 1, 2)
        seen.add(new)
    assert len(seen) > STEPS // 2
