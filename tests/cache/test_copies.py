"""What articles share is found anew when one of them changes, and by whichever process."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cache.process import said
from tests.publication import commit, write

PASSAGE = (
    "A short walk after each meal keeps the lower back moving, and most people who keep at it for six weeks say that"
    " they get out of bed with less trouble than before."
)
BOOK = (
    "A mattress that is neither soft as a cloud nor hard as a board lets most people with a stiff back sleep through"
    " the night, and a pillow under the knees helps the rest of them."
)
ONLY = ("--select", "copied-passage,repeated-title")


def article(title: str, day: str, *passages: str) -> str:
    return f"---\ntitle: {title}\npublished: {day}\n---\n\n" + "\n\n".join(passages) + "\n"


@pytest.fixture
def publication(tmp_path: Path) -> Path:
    root = tmp_path / "publication"
    write(
        root, {f"{number:02}.md": article(f"Number {number}", "2026-02-02", f"Text {number}.") for number in range(40)}
    )
    write(root, {"first.md": article("First", "2026-01-01", PASSAGE), "own.md": article("Own", "2026-01-01", "Own.")})
    write(
        root,
        {"later.md": article("Later", "2026-03-01", "Walk.", PASSAGE), "book.md": article("B", "2026-01-01", BOOK)},
    )
    write(root, {"copydesk.toml": 'exclude = ["texts"]\n[sources]\ntexts = ["texts"]\n', "texts/a.txt": BOOK})
    commit(root, "2026-11-20")
    said(root, *ONLY)
    return root


def put(name: str, text: str) -> Callable[[Path], None]:
    return lambda root: write(root, {name: text})


CHANGES: dict[str, Callable[[Path], object]] = {
    "the passage moves": put("first.md", article("First", "2026-01-01", "A line more.", PASSAGE)),
    "the passage goes": put("first.md", article("First", "2026-01-01", "Nothing.")),
    "the copy goes": put("later.md", article("Later", "2026-03-01", "Nothing.")),
    "the other is the later": put("first.md", article("First", "2026-04-01", PASSAGE)),
    "a third has it": put("own.md", article("Own", "2026-04-01", PASSAGE)),
    "an article comes that has it": put("new.md", article("New", "2026-04-01", PASSAGE)),
    "an article goes": lambda root: (root / "first.md").unlink(),
    "a source text changes": put("texts/a.txt", "Another book."),
    "a source text grows": put("texts/a.txt", f"Preface.\n\n{BOOK}"),
    "a source text comes": put("texts/b.txt", PASSAGE),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=list(CHANGES))
def test_a_change_is_seen(publication: Path, change: Callable[[Path], object]) -> None:
    before = said(publication, *ONLY)
    assert before[1].count("copied-passage") == 2
    change(publication)
    after = said(publication, *ONLY)
    assert after == said(publication, "--no-cache", *ONLY)
    assert after == said(publication, *ONLY)
    assert after != before


def test_all_processes_say_the_same(publication: Path) -> None:
    write(publication, {f"more-{number}.md": article("The same", "2026-05-01", PASSAGE) for number in range(3)})
    write(publication, {f"{number:02}.md": article("The same", "2026-02-02", f"{number}") for number in range(40)})
    alone = said(publication, "--no-cache", "--jobs", "1", *ONLY)
    assert alone[1].count("repeated-title") == 43
    assert said(publication, "--no-cache", "--jobs", "2", *ONLY) == alone


def test_a_text_that_is_on_no_disk_is_compared_as_it_is(publication: Path) -> None:
    from lint.run import Request, run
    from tests.corpora import TODAY

    text = article("Own", "2026-04-01", "A line.", BOOK)
    report = run(Request(TODAY, stdin=(str(publication / "own.md"), text.encode()), select=("copied-passage",))).report
    assert [finding.start.line for finding in report.findings] == [8]
