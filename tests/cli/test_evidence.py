import json
import shutil
from pathlib import Path

import pytest

from tests.cli.run import copydesk
from tests.publication import write
from tests.verification.works import BACK, article, entry

FIXTURE = Path(__file__).parents[1] / "fixtures" / "verification"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A publication of one article, verified."""
    monkeypatch.chdir(tmp_path)
    for path in FIXTURE.iterdir():
        shutil.copy(path, tmp_path)
    write(tmp_path, {"copydesk.toml": ""})
    return tmp_path


def test_both_sides_stand_beside_each_other(root: Path) -> None:
    lines = copydesk("evidence", "article.md", "4").stdout.splitlines()
    assert lines[0].startswith("article.md:82 reference 4")
    assert "  mismatch: not what the entry says, Crossref, 2026-11-01" in lines
    (title,) = (line for line in lines if line.startswith("    ! title"))
    assert title == "    ! title   Heat, cold and the muscles of    Nesting habits of an invented"
    assert "cited under: Heat and cold" in lines[-1]


@pytest.mark.parametrize("width", [80, 120])
def test_no_line_is_wider_than_the_terminal(width: int, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = copydesk("evidence", "article.md").stdout.splitlines()
    assert max(map(len, lines)) <= width
    assert max(map(len, lines)) > width - 25


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("1", "verified: the entry is what it says"),
        ("2", "missing: nobody was asked yet (`copydesk verify`)"),
        ("3", "unknown: it does not exist, doi.org, 2026-11-01"),
        ("5", "The DOI and PMID name two works."),
        ("6", "notice: retraction, 2024-03-01, publisher, 10.1234/notice.6"),
        ("7", "notice: concern, 2025-03, Retraction Watch"),
        ("9", "archived at https://archive.example.org/back-at-work"),
        ("10", "found by its words: DOI 10.1234/example.10 (Crossref: Draft J, Outline K."),
        ("12", "unchecked: nobody could say: it refuses programs (403), the web"),
        ("13", "the year is 1 year later"),
    ],
)
def test_each_kind_of_evidence_is_said(key: str, said: str, root: Path) -> None:
    assert said in " ".join(copydesk("evidence", "article.md", key).stdout.split())


def test_as_json(root: Path) -> None:
    document = json.loads(copydesk("evidence", "article.md", "--json").stdout)
    assert [one["standing"] for one in document["references"]] == [
        *("verified", "unchecked", "unknown", "mismatched", "mismatched", "retracted", "verified", "verified"),
        *("dead", "no identifier", "verified", "unchecked", "verified"),
    ]
    fourth = document["references"][3]["identifiers"][0]
    assert fourth["record"] == {
        "authors": "Feather F",
        "title": "Nesting habits of an invented bird",
        "journal": "Birds of Examples",
        "year": "2011",
    }
    assert [one["field"] for one in fourth["differences"]] == ["title", "author", "year", "journal"]
    assert document["references"][4]["conflict"] == ["doi", "pmid"]
    assert document["references"][9]["found"]["identifier"] == "doi:10.1234/example.10"


def test_an_escape_sequence_in_a_record_reaches_no_terminal(root: Path) -> None:
    lock = (root / "references.lock.json").read_text("utf-8")
    write(root, {"references.lock.json": lock.replace("Nesting", "\\u001b[31m\\u202eNesting")})
    for arguments in (("article.md", "4"), ("article.md", "4", "--json")):
        output = copydesk("evidence", *arguments, "--color", "never").stdout
        assert "\x1b" not in output
        assert "\u202e" not in output
        assert "Nesting" in output


def test_the_retracted_are_listed_with_every_place_that_cites_them(root: Path) -> None:
    shutil.copy(root / "article.md", root / "other.md")
    (work,) = json.loads(copydesk("evidence", "--retracted", "--json").stdout)
    assert work["identifier"] == "doi:10.1234/example.6"
    assert [(one["path"], one["key"], one["sections"]) for one in work["cited"]] == [
        ("article.md", "6", ["A firm mattress"]),
        ("other.md", "6", ["A firm mattress"]),
    ]
    assert work["issue"]["title"] == "Retracted source: doi:10.1234/example.6"
    assert "- `other.md:84`, reference `6`: `A firm mattress`" in work["issue"]["body"]
    plain = copydesk("evidence", "--retracted", "other.md").stdout
    assert plain.splitlines()[1:] == ["  other.md:84 reference 6: A firm mattress"]


def test_only_what_is_newly_retracted(root: Path) -> None:
    lock = json.loads((root / "references.lock.json").read_text("utf-8"))
    assert json.loads(copydesk("evidence", "--retracted", "--json", "--since", "references.lock.json").stdout) == []
    del lock["references"]["doi:10.1234/example.6"]["notices"]
    write(root, {"before.json": json.dumps(lock)})
    for before in ("before.json", "nowhere.json"):
        (work,) = json.loads(copydesk("evidence", "--retracted", "--json", "--since", before).stdout)
        assert work["identifier"] == "doi:10.1234/example.6"
    assert copydesk("evidence", "--retracted", "--since", "references.lock.json").stdout == (
        "No article cites a source that is known to be retracted.\n"
    )


def test_what_a_registry_says_is_code_in_an_issue(root: Path) -> None:
    lock = (root / "references.lock.json").read_text("utf-8")
    write(
        root, {"references.lock.json": lock.replace("Sleep on a firm", "@someone ``a`` [x](http://example.org) Sleep")}
    )
    (work,) = json.loads(copydesk("evidence", "--retracted", "--json").stdout)
    first = work["issue"]["body"].splitlines()[0]
    assert first.startswith("A source was retracted: ``` Proof H. @someone ``a`` [x](http://example.org) Sleep")
    assert first.endswith(" ```")


def test_without_a_lock_it_says_what_to_do(root: Path) -> None:
    (root / "references.lock.json").unlink()
    write(root, {"article.md": article(entry(BACK))})
    done = copydesk("evidence", "article.md")
    assert "run `copydesk verify` first" in done.stderr
    assert "article.md:7 reference 1" in done.stdout
    assert "missing: nobody was asked yet" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "name an article"),
        (("nowhere.md",), "nowhere.md: no such file"),
        (("article.md", "99"), 'article.md: no reference "99"; there are 1, 2, 3'),
        (("article.md", "--since", "x"), "--since says which retractions are new"),
        (("broken.md",), "broken.md: it cannot be read"),
    ],
)
def test_a_mistake_in_the_call_is_told(arguments: tuple[str, ...], said: str, root: Path) -> None:
    (root / "broken.md").write_bytes(b"\xff")
    done = copydesk("evidence", *arguments)
    assert done.exit_code == 2
    assert said in done.stderr
