"""Judging again: only where what was asked has another answer."""

from datetime import date
from pathlib import Path

from lint.run import Request, run

SHARED = "A short walk after each meal keeps the lower back moving for most people who keep at it"
TURN = "A short walk after each meal keeps the lower back moving for"
OWN = (
    "and gardeners in the north say that cold mornings make every stiff joint feel older than it did a year ago",
    "while the swimmers of our own town prefer an early lane because nobody else is awake to see them float about",
)


def judged(folder: Path, passages: tuple[str, str]) -> list[int]:
    """Of how many articles each verdict was one."""
    for name, text in zip(("one.md", "other.md"), passages, strict=True):
        folder.joinpath(name).write_text(f"---\ntitle: {name}\n---\n\n{text}.\n", "utf-8")
    told: list[int] = []

    def note(done: int, of: int) -> None:
        told.append(of)

    run(Request(paths=(str(folder),), today=date(2026, 11, 22), cache=False, told=note))
    return told


def test_what_shares_a_turn_of_phrase_is_judged_once(tmp_path: Path) -> None:
    assert judged(tmp_path, (f"{TURN} {OWN[0]}", f"{TURN} {OWN[1]}")) == [2, 2]


def test_what_is_copied_is_judged_again(tmp_path: Path) -> None:
    assert judged(tmp_path, (f"{SHARED} {OWN[0]}", f"{SHARED} {OWN[1]}")) == [2, 2, 2, 2]
