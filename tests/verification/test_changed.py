from pathlib import Path

from lint.finding import Unknown
from lint.verification.asking.run import Part
from lint.verification.changed import changed
from lint.verification.collecting import collect
from tests.publication import commit, write
from tests.verification.works import BACK, BIRD, article, entry


def part(root: Path) -> Part:
    paths = sorted(map(str, root.glob("*.md")))
    found = changed(next(collect(iter(paths))))
    assert isinstance(found, Part)
    return found


def keys(root: Path) -> list[tuple[str, str]]:
    return [(Path(one.path).name, one.key) for one in part(root).sources]


def test_an_entry_counts_as_changed_by_its_words_and_not_by_its_number(tmp_path: Path) -> None:
    write(tmp_path, {"copydesk.toml": "", "a.md": article(entry(BACK)), "b.md": article(entry(BACK))})
    commit(tmp_path, "2026-01-01")
    assert keys(tmp_path) == []
    write(tmp_path, {"a.md": article(entry(BIRD), entry(BACK)), "b.md": article(entry(BACK)) + "\nA word more.\n"})
    assert keys(tmp_path) == [("a.md", "1")]
    write(tmp_path, {"a.md": article(entry(BACK).replace("2020", "2021"))})
    assert keys(tmp_path) == [("a.md", "1")]
    write(tmp_path, {"a.md": article(entry(BACK, "10.5555/other"))})
    assert keys(tmp_path) == [("a.md", "1")]


def test_a_link_counts_where_it_is_new_to_an_article(tmp_path: Path) -> None:
    about = "\n## About this article\n\n[One](https://one.example.net)\n"
    write(tmp_path, {"copydesk.toml": "", "a.md": article(entry(BACK)) + about})
    commit(tmp_path, "2026-01-01")
    assert not list(part(tmp_path).links)
    write(tmp_path, {"a.md": article(entry(BACK)) + about + "\n[Two](https://two.example.net)\n"})
    assert list(part(tmp_path).links) == ["https://two.example.net"]


def test_an_article_that_could_not_be_read_before_is_all_new(tmp_path: Path) -> None:
    write(tmp_path, {"copydesk.toml": ""})
    (tmp_path / "a.md").write_bytes(b"\xff")
    commit(tmp_path, "2026-01-01")
    write(tmp_path, {"a.md": article(entry(BACK))})
    assert keys(tmp_path) == [("a.md", "1")]


def test_without_a_repository_nobody_can_tell(tmp_path: Path) -> None:
    write(tmp_path, {"copydesk.toml": "", "a.md": article(entry(BACK))})
    assert isinstance(changed(next(collect(iter([str(tmp_path / "a.md")])))), Unknown)
