"""Whatever changes, a cached run says what one without the cache says."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cache.process import check, said
from tests.cli.run import CLEAN, UNCITED
from tests.publication import commit, write

FILES = {
    "copydesk.toml": 'include = ["articles"]\npeople = "people.yaml"\n',
    "people.yaml": """\
- {name: Robin Example, credentials: MD, roles: [medical]}
- {name: Sam Example, roles: [fact-checker]}
""",
    "articles/walking.md": CLEAN,
    "articles/uncited.md": UNCITED.replace("Walking and the back", "Standing and the back"),
    "articles/linked.md": CLEAN.replace("Walking and the back", "Links").replace(
        "## About this", "See [why](walking.md#why-walking-helps) and [a list](list.md#top-ten).\n\n## About this"
    ),
    "articles/allowed.md": CLEAN.replace("Walking and the back", "Allowed").replace(
        "## How to begin",
        "<!-- copydesk allow: uncited-section until 2026-12-01 -- it is being written -->\n\n## How to begin",
    ),
    "articles/broken.md": "---\ntitle: [\n---\n\nText.\n",
    "articles/latin.md": "x",
}


@pytest.fixture
def publication(tmp_path: Path) -> Path:
    root = tmp_path / "publication"
    write(root, FILES)
    (root / "articles/latin.md").write_bytes("Müsli".encode("latin-1"))
    commit(root, "2026-11-20")
    said(root)
    return root


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def same_size_and_time(root: Path) -> None:
    path = root / "articles/walking.md"
    before = path.stat()
    edit(root, "articles/walking.md", "2026-11-20", "2026-99-20")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def rename(root: Path) -> None:
    (root / "articles/walking.md").rename(root / "articles/striding.md")


def swap(root: Path) -> None:
    one, other = root / "articles/walking.md", root / "articles/uncited.md"
    texts = one.read_bytes(), other.read_bytes()
    one.write_bytes(texts[1])
    other.write_bytes(texts[0])


def branch(root: Path) -> None:
    """HEAD alone moves: the article is as new as its commit now says."""
    edit(root, "articles/walking.md", "Start with ten minutes", "Begin with ten minutes")
    commit(root, "2026-11-22")


SCHEMA = """\
{"$ref": "copydesk:article", "properties": {"front_matter": {"$ref": "ours/parts.json#/$defs/front"}}}
"""
PARTS = """\
{"$defs": {"front": {"required": ["editor"], "x-rule": {"required": {"name": "no-editor", "severity": "%s"}}}}}
"""


def test_a_part_of_an_own_schema_is_seen(publication: Path) -> None:
    write(publication, {"copydesk.toml": 'include = ["articles"]\nschema = "schema.json"\n', "schema.json": SCHEMA})
    write(publication, {"ours/parts.json": PARTS % "error"})
    before = said(publication)
    assert said(publication) == before
    assert "error no-editor" in before[1]
    write(publication, {"ours/parts.json": PARTS % "warning"})
    after = said(publication)
    assert after == said(publication, "--no-cache")
    assert "warning no-editor" in after[1]


CHANGES: dict[str, Callable[[Path], object]] = {
    "a text": lambda root: edit(root, "articles/walking.md", " ([2](#ref-2))", ""),
    "a text of the same size, its time set back": same_size_and_time,
    "a title that stands twice": lambda root: edit(root, "articles/walking.md", "Walking and", "Standing and"),
    "a heading that another links to": lambda root: edit(root, "articles/walking.md", "Why walking", "Why a walk"),
    "a file that another links to": lambda root: write(root, {"articles/list.md": CLEAN + "\n## Top ten\n"}),
    "an article that goes": lambda root: (root / "articles/walking.md").unlink(),
    "an article that comes": lambda root: write(root, {"articles/deep/new.md": UNCITED}),
    "a name": rename,
    "two texts that change places": swap,
    "a commit": branch,
    "a change that is not committed": lambda root: edit(root, "articles/walking.md", "ten minutes", "five minutes"),
    "the people": lambda root: edit(root, "people.yaml", "Robin", "Rob"),
    "the configuration": lambda root: write(root, {"copydesk.toml": FILES["copydesk.toml"] + "minimum_words = 200\n"}),
    "what git ignores": lambda root: write(root, {".gitignore": "uncited.md\n"}),
    "what git ignores in a folder": lambda root: write(root, {"articles/.gitignore": "uncited.md\n"}),
    "a nearer configuration": lambda root: write(root, {"articles/copydesk.toml": "minimum_words = 200\n"}),
    "a bibliography": lambda root: write(root, {"articles/walking.bib": "@article{2, title={A}, year={1990"}),
    "no repository": lambda root: (root / ".git").rename(root / "git"),
    "an article that can be read now": lambda root: write(root, {"articles/latin.md": CLEAN}),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=list(CHANGES))
def test_a_change_is_seen(publication: Path, change: Callable[[Path], object]) -> None:
    before = said(publication)
    change(publication)
    after = said(publication)
    assert after == said(publication, "--no-cache")
    assert after == said(publication)
    assert after != before


def test_the_day_is_seen(publication: Path) -> None:
    for day in ("2026-12-02", "2028-11-30", "2031-01-01"):
        options = ("--today", day)
        assert said(publication, *options) == said(publication, *options, "--no-cache")


def test_another_way_to_call_is_another_question(publication: Path) -> None:
    for options in (
        ["articles/walking.md"],
        ["--ignore", "uncited-section"],
        ["--select", "time"],
        ["-q"],
        ["-o", "x"],
    ):
        assert said(publication, *options) == said(publication, "--no-cache", *options)
    assert (publication / "x").read_text("utf-8")
    (publication / "x").unlink()
    assert said(publication, "-o", "x")[0] == 1
    assert (publication / "x").exists()


def test_what_belongs_to_an_article_is_not_forgotten_with_the_day(publication: Path) -> None:
    later = ("--today", "2028-11-30")
    said(publication, *later)
    for text in ("@article{2, title={A}, year={1990", "@article{2, title={A}, year={1990}}"):
        write(publication, {"articles/walking.bib": text})
        for options in (later, (), later):
            assert said(publication, *options) == said(publication, *options, "--no-cache")


LOADED = """
named = {name.partition('.')[0] for name in sys.modules}
print(sorted(named & {'click', 'git', 'jsonschema', 'mistune', 'yaml'}))
"""
OURS = "print(sorted(name for name in sys.modules if name.startswith(('lint', 'schemas'))))"


def test_a_warm_run_loads_next_to_nothing(publication: Path) -> None:
    done = check(publication, code=LOADED + OURS)
    *_, loaded, ours = done.stdout.splitlines()
    assert loaded == "[]"
    assert ours == "['lint', 'lint.cache', 'lint.cache.record', 'lint.inputs', 'lint.start']"


def test_a_run_that_is_asked_otherwise_parses_nothing(publication: Path) -> None:
    done = check(publication, "--output-format", "json", code="import sys; sys.stdout = sys.stderr\n" + LOADED)
    assert done.stderr.splitlines()[-1] == "['click']"
    later = check(publication, "--today", "2026-12-02", code="import sys; sys.stdout = sys.stderr\n" + LOADED)
    assert "'mistune'" not in later.stderr.splitlines()[-1]


def test_git_is_asked_as_often_for_many_articles_as_for_few(publication: Path, tmp_path: Path) -> None:
    def processes(*options: str) -> int:
        trace = tmp_path / "trace"
        trace.unlink(missing_ok=True)
        check(publication, "-j1", *options, GIT_TRACE=str(trace))
        return trace.read_text("utf-8").count(" git ") if trace.exists() else 0

    few = processes("--no-cache")
    assert few > 0
    assert processes() == 0
    write(publication, {f"articles/more/{number}.md": UNCITED for number in range(40)})
    commit(publication, "2026-11-21")
    assert processes("--no-cache") == few
