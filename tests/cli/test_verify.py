import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from lint.verification.asking.journal import NAME as JOURNAL
from lint.verification.lock import NAME, read
from lint.verification.record import Answer, State
from lint.verification.retractions import NAME as RETRACTIONS
from tests.cli.run import copydesk
from tests.publication import commit, write
from tests.verification.fakes import Registries, Update, Work, faults
from tests.verification.retractions.test_table import row, table
from tests.verification.works import BACK, BIRD, article, entry, many, publication

DAY = ("--today", "2026-11-22")


@pytest.fixture
def fakes() -> Iterator[Registries]:
    with Registries() as fakes:
        fakes.add(BACK, BIRD)
        yield fakes


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def verify(*arguments: str) -> dict[str, int]:
    """The table of a run; its exit code as ``exit``."""
    done = copydesk("verify", *DAY, *arguments)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.output
    rows = (line.rsplit(maxsplit=1) for line in done.stdout.splitlines() if line[:1].islower() and ":" not in line)
    return {name.strip(): int(number) for name, number in rows} | {"exit": done.exit_code}


def held(root: Path) -> dict[str, Answer]:
    lock = read(root / NAME, whole=True)
    assert lock is not None
    return {str(answer.identifier): answer for answer in lock}


def test_each_source_gets_its_place_in_the_table(root: Path, fakes: Registries) -> None:
    taken_back = Work(
        "A study that was taken back", "10.5555/gone", authors=("Sorry, Sue",), updates=(Update("retraction"),)
    )
    fakes.add(taken_back)
    fakes.pages.statuses |= {"/gone": 404, "/closed": 403}
    page = "A page. Example Clinic. <{}>. Accessed May 2, 2026.".format
    publication(
        root,
        fakes,
        [entry(BACK), entry(BACK, "10.5555/bird"), entry(BACK, "10.5555/nothing"), entry(taken_back)],
        [page(fakes.page(path)) for path in ("/there", "/gone", "/closed")],
    )
    assert verify() == {
        "verified": 1,
        "mismatched": 1,
        "unknown": 1,
        "retracted": 1,
        "dead": 1,
        "unchecked": 1,
        "reachable": 1,
        "exit": 1,
    }
    assert not (root / JOURNAL).exists()
    assert held(root)["doi:10.5555/nothing"].state is State.UNKNOWN
    assert held(root)[f"url:{fakes.page('/closed')}"].state is State.UNCHECKED


def test_the_check_says_what_the_right_identifier_is(root: Path, fakes: Registries) -> None:
    publication(root, fakes, [entry(BACK, "10.5555/bird")])
    verify()
    asked = fakes.requests
    done = copydesk("check", "--select", "verification", "--output-format", "json")
    assert fakes.requests == asked
    (finding,) = json.loads(done.stdout)["findings"]
    assert finding["rule"] == "mismatched-reference"
    assert "Nesting habits of an invented bird" in finding["message"]
    assert "10.5555/back" in finding["help"]
    assert finding["fix"]["safe"] is False
    assert [edit["replacement"] for edit in finding["fix"]["edits"]] == ["10.5555/back"]


def test_an_entry_without_an_identifier_is_searched_and_nothing_is_written_by_itself(
    root: Path, fakes: Registries
) -> None:
    publication(
        root, fakes, [entry(BACK).partition(" <")[0], "Nobody N. A title that nobody ever wrote. *J Ex*. 2020."]
    )
    before = (root / "articles/1.md").read_bytes()
    assert verify()["no identifier"] == 2
    assert (root / "articles/1.md").read_bytes() == before
    findings = json.loads(copydesk("check", "--select", "verification", "--output-format", "json").stdout)["findings"]
    assert [(one["rule"], one["severity"]) for one in findings] == [("unverified-reference", "suggestion")]
    assert "10.5555/back" in findings[0]["message"]
    asked = fakes.requests
    verify()
    assert fakes.requests == asked


def test_only_what_is_missing_or_old_is_asked(root: Path, fakes: Registries) -> None:
    publication(root, fakes, [entry(BACK)])
    verify()
    write(root, {"articles/2.md": article(entry(BIRD))})
    asked = len(fakes.crossref.asked)
    verify()
    assert len(fakes.crossref.asked) == asked + 1
    copydesk("verify", "--today", "2027-11-22", "--max-age", "2y")
    assert len(fakes.crossref.asked) == asked + 1
    copydesk("verify", "--today", "2027-11-22", "--max-age", "400")
    assert len(fakes.crossref.asked) == asked + 1
    copydesk("verify", "--today", "2027-11-22")
    assert len(fakes.crossref.asked) == asked + 3
    copydesk("verify", "--today", "2027-11-22", "--refresh", "articles/1.md")
    assert len(fakes.crossref.asked) == asked + 4
    assert {str(one.asked) for one in held(root).values()} == {"2027-11-22"}


def test_the_age_may_stand_in_the_configuration(root: Path, fakes: Registries) -> None:
    publication(root, fakes, [entry(BACK)])
    config = (root / "copydesk.toml").read_text("utf-8")
    write(root, {"copydesk.toml": config.replace("[verify]\n", '[verify]\nmax_age = "10d"\n')})
    verify()
    asked = fakes.requests
    copydesk("verify", "--today", "2026-12-02")
    assert fakes.requests == asked
    copydesk("verify", "--today", "2026-12-03")
    assert fakes.requests > asked


def test_what_no_article_cites_any_more_leaves_the_lock_with_a_run_over_all(root: Path, fakes: Registries) -> None:
    publication(root, fakes, [entry(BACK)], [entry(BIRD)])
    verify()
    (root / "articles/2.md").unlink()
    verify("articles/1.md")
    assert set(held(root)) == {"doi:10.5555/back", "doi:10.5555/bird"}
    write(root, {"articles/3.md": "\udcff".encode("utf-8", "surrogateescape").decode("latin-1")})
    (root / "articles/3.md").write_bytes(b"\xff")
    done = copydesk("verify", *DAY)
    assert "articles/3.md" in done.stderr
    assert set(held(root)) == {"doi:10.5555/back", "doi:10.5555/bird"}
    (root / "articles/3.md").unlink()
    verify()
    assert set(held(root)) == {"doi:10.5555/back"}


def test_a_registry_in_trouble_is_no_error_and_no_pass(root: Path, fakes: Registries) -> None:
    publication(root, fakes, [entry(BACK)])
    fakes.crossref.fail(faults.html)
    found = verify()
    assert (found["verified"], found["unchecked"], found["exit"]) == (0, 1, 0)
    assert "`copydesk check` says why some are unchecked" in copydesk("verify", *DAY).output
    done = copydesk("check", "--select", "verification")
    assert done.exit_code == 0
    assert "Not checked: references against Crossref" in " ".join(done.output.split())
    fakes.crossref.fail(lambda right: right)
    assert verify()["verified"] == 1


def test_an_old_answer_outlives_a_registry_in_trouble(root: Path, fakes: Registries) -> None:
    publication(root, fakes, [entry(BACK)])
    verify()
    fakes.crossref.fail(faults.html)
    copydesk("verify", "--today", "2027-11-22")
    assert held(root)["doi:10.5555/back"].state is State.FOUND
    assert str(held(root)["doi:10.5555/back"].asked) == "2026-11-22"


def test_only_changed_sources_are_asked(root: Path, fakes: Registries) -> None:
    works = many(4)
    fakes.add(*works)
    publication(root, fakes, [entry(works[0])], [entry(works[1])])
    commit(root, "2026-11-01")
    write(root, {"articles/2.md": article(entry(works[1]), entry(works[2])), "articles/3.md": article(entry(works[3]))})
    assert verify("--changed")["verified"] == 2
    assert set(held(root)) == {"doi:10.5555/3", "doi:10.5555/4"}


def test_a_branch_is_compared_with_where_it_left_the_main_one(root: Path, fakes: Registries) -> None:
    works = many(3)
    fakes.add(*works)
    publication(root, fakes, [entry(works[0])])
    commit(root, "2026-11-01")
    _git(root, "switch", "--quiet", "--create", "change")
    write(root, {"articles/2.md": article(entry(works[1]))})
    commit(root, "2026-11-02")
    _git(root, "switch", "--quiet", "main")
    write(root, {"articles/3.md": article(entry(works[2]))})
    commit(root, "2026-11-03")
    _git(root, "switch", "--quiet", "change")
    verify("--changed")
    assert set(held(root)) == {"doi:10.5555/2"}
    verify("--changed", "--base", "main")
    assert set(held(root)) == {"doi:10.5555/2"}


def test_without_git_all_that_the_lock_lacks_is_asked(root: Path, fakes: Registries) -> None:
    publication(root, fakes, [entry(BACK)])
    done = copydesk("verify", "--changed", *DAY)
    assert "not in a git repository, so all that the lock lacks is asked" in done.stderr
    assert set(held(root)) == {"doi:10.5555/back"}


def test_the_retraction_list_is_enough_for_the_check(root: Path) -> None:
    write(root, {"articles/1.md": article(entry(BACK), entry(BIRD))})
    write(root, {"copydesk.toml": ""})
    done = copydesk("verify", *DAY, "--retractions", str(table(root / "table.csv", row("10.5555/BACK"))))
    assert (done.exit_code, done.stdout) == (
        0,
        f"Wrote {RETRACTIONS}: 1 work retracted or under a concern.\n",
    )
    assert not (root / NAME).exists()
    findings = json.loads(copydesk("check", "--select", "verification", "--output-format", "json").stdout)["findings"]
    assert [(one["rule"], one["severity"]) for one in findings] == [("retracted-source", "error")]
    assert "10.5555/back" in findings[0]["message"]


def test_two_publications_keep_a_lock_each(root: Path, fakes: Registries) -> None:
    publication(root / "one", fakes, [entry(BACK)])
    publication(root / "two", fakes, [entry(BIRD)])
    verify("one", "two")
    assert set(held(root / "one")) == {"doi:10.5555/back"}
    assert set(held(root / "two")) == {"doi:10.5555/bird"}


def test_links_in_the_text_are_asked_too_but_for_the_publications_own(root: Path, fakes: Registries) -> None:
    fakes.pages.statuses["/gone"] = 410
    text = f"See [this]({fakes.page('/gone')}), [ours](https://www.example.org/a) and [a note](other.md).\n"
    write(root, {"articles/1.md": article(entry(BACK)) + "\n## About this article\n\n" + text})
    write(root, {"copydesk.toml": 'include = ["articles"]\n[sources]\nown = ["example.org"]\n' + fakes.toml()})
    verify()
    assert set(held(root)) == {"doi:10.5555/back", f"url:{fakes.page('/gone')}"}
    done = copydesk("check", "--select", "dead-link", "--output-format", "concise")
    assert done.stdout.startswith("articles/1.md:")
    assert "This link leads to a page that is gone" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--max-age", "soon"), '--max-age: "soon" is no length of time'),
        (("--base", "main"), "--base says what --changed compares with"),
        (("nowhere",), "nowhere"),
    ],
)
def test_a_mistake_in_the_call_is_told(arguments: tuple[str, ...], said: str, root: Path) -> None:
    done = copydesk("verify", *arguments)
    assert done.exit_code == 2
    assert said in done.stderr


def test_a_damaged_lock_stops_the_run_before_anything_is_asked(root: Path, fakes: Registries) -> None:
    publication(root, fakes, [entry(BACK)])
    write(root, {NAME: '{\n  "version": 1,\n<<<<<<< HEAD\n'})
    for command in (("verify", *DAY), ("check",), ("evidence", "articles/1.md")):
        done = copydesk(*command)
        assert done.exit_code == 2
        assert f"{NAME}:3: git left both sides of a merge here" in done.stderr
    assert fakes.requests == 0


def test_an_answer_that_is_none_is_the_lock_s_mistake_and_not_ours(root: Path) -> None:
    write(root, {"articles/1.md": article(entry(BACK)), "copydesk.toml": ""})
    write(root, {NAME: '{"version": 1, "references": {"doi:10.5555/back": {"outcome": "found", "asked": "never"}}}'})
    done = copydesk("check")
    assert done.exit_code == 2
    assert "doi:10.5555/back is not written as an answer is" in done.stderr


def test_nothing_to_ask_writes_nothing(root: Path) -> None:
    write(root, {"copydesk.toml": "", "articles/1.md": "# A note\n\nNothing is cited here.\n"})
    assert verify()["exit"] == 0
    assert not (root / NAME).exists()
    assert not (root / JOURNAL).exists()


def _git(root: Path, *arguments: str) -> None:
    import subprocess

    subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True)


def test_the_registries_ask_who_is_asking(root: Path, fakes: Registries) -> None:
    publication(root, fakes, [entry(BACK)])
    config = (root / "copydesk.toml").read_text("utf-8")
    write(root, {"copydesk.toml": config.replace('mailto = "desk@example.org"\n', "")})
    assert "[verify] mailto" in copydesk("verify", *DAY).stderr
    assert "[verify] mailto" not in copydesk("verify", *DAY).stderr


def test_quiet_prints_nothing_and_exit_zero_exits_with_it(root: Path, fakes: Registries) -> None:
    publication(root, fakes, [entry(BACK, "10.5555/nothing")])
    done = copydesk("verify", *DAY, "--quiet", "--exit-zero")
    assert (done.exit_code, done.output) == (0, "")
    assert copydesk("verify", *DAY, "--quiet").exit_code == 1


def test_a_folder_without_articles(root: Path) -> None:
    write(root, {"copydesk.toml": ""})
    done = copydesk("verify", *DAY)
    assert done.exit_code == 0
    assert "No articles were found." in done.stderr


def test_references_are_fixed_where_record_and_entry_agree(root: Path, fakes: Registries) -> None:
    without = entry(BACK).partition(" <")[0].partition(" doi")[0]
    publication(root, fakes, [without, without.replace("2020", "2011")])
    done = copydesk("verify", *DAY, "--fix-references")
    assert "Add the DOI 10.5555/back" in done.stderr
    assert "1 reference fixed." in done.stderr
    (text,) = [path.read_text("utf-8") for path in root.rglob("*.md")]
    assert f"{without} <https://doi.org/10.5555/back>" in text
    assert text.count("https://doi.org/10.5555/back") == 1
    assert verify()["verified"] == 1
    assert "0 references fixed." in copydesk("verify", *DAY, "--fix-references").stderr
