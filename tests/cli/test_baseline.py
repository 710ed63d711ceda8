"""``copydesk baseline``, and what a check then says."""

import json
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from lint.article import Article
from lint.config.load import _default, _in_folder, read_config
from lint.config.model import BASELINE
from lint.context import Context
from lint.finding import Problem
from lint.rules import RULES
from tests.cli.run import CLEAN, UNCITED, copydesk, reworded
from tests.cli.run import folder as folder
from tests.publication import commit, write

DAY = ("--today", "2026-11-22")
OTHER = reworded(UNCITED, "en").replace("Walking and", "Running and")
WORSE = UNCITED.replace(" ([1](#ref-1))", "")
"""UNCITED with one section more that has no source."""


def lines(folder: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in (folder / BASELINE).read_text("utf-8").splitlines()[1:]]


@pytest.fixture(autouse=True)
def _read_settings_anew() -> Iterator[None]:
    """A process reads each configuration once; here, one process stands for many."""
    yield
    forget()


def forget() -> None:
    for cached in (read_config, _in_folder, _default):
        cached.cache_clear()


def report(*arguments: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(copydesk("check", "--output-format", "json", *arguments).stdout)
    return found


def test_what_is_there_is_accepted_and_what_is_new_fails(folder: Path) -> None:
    write(folder, {"walking.md": UNCITED})
    made = copydesk("baseline", "create", *DAY, "--reason", "the old archive")
    assert (made.exit_code, made.stderr) == (0, f"wrote  {BASELINE}: 2 findings accepted\n")
    assert {(one["path"], one["accepted"], one["reason"]) for one in lines(folder)} == {
        ("walking.md", "2026-11-22", "the old archive")
    }
    done = copydesk("check")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "No findings (2 findings accepted in the baseline)." in done.stderr
    write(folder, {"walking.md": WORSE})
    done = copydesk("check")
    assert done.exit_code == 1
    assert [line.split()[2] for line in done.stdout.splitlines()] == ["uncited-section"]


def test_accepted_findings_are_in_the_machine_formats_with_reason_and_day(folder: Path) -> None:
    import schemas

    write(folder, {"walking.md": UNCITED})
    copydesk("baseline", "create", *DAY, "--reason", "the old archive")
    found = report()
    assert not list(schemas.failures("report", found))
    assert [one["suppressed"] for one in found["findings"]] == [  # type: ignore[attr-defined]
        {"reason": "the old archive", "accepted": "2026-11-22"}
    ] * 2
    assert found["coverage"]["baseline"] == {"accepted": 2, "gone": []}  # type: ignore[index]
    sarif = json.loads(copydesk("check", "--output-format", "sarif").stdout)["runs"][0]["results"]
    assert [one["suppressions"][0]["kind"] for one in sarif] == ["external", "external"]
    assert 'skipped message="the old archive"' in copydesk("check", "--output-format", "junit").stdout


def test_an_edit_above_leaves_it_accepted(folder: Path) -> None:
    write(folder, {"walking.md": UNCITED})
    copydesk("baseline", "create", *DAY)
    write(folder, {"walking.md": UNCITED.replace("## Why", "Walk every day, in any weather.\n\n## Why")})
    assert copydesk("check").exit_code == 0


def test_what_is_gone_is_said_and_pruned(folder: Path) -> None:
    write(folder, {"walking.md": UNCITED, "running.md": OTHER})
    copydesk("baseline", "create", *DAY)
    write(folder, {"walking.md": CLEAN})
    (folder / "running.md").unlink()
    done = copydesk("check")
    assert done.exit_code == 0
    said = " ".join(done.stderr.split())
    assert "Baseline: 4 findings are gone (uncited-reference in running.md, uncited-section in running.md, " in said
    assert "and 1 more); `copydesk baseline prune` removes what accepts nothing." in said
    gone = report()["coverage"]["baseline"]["gone"]  # type: ignore[index]
    assert [(one["path"], one["rule"]) for one in gone] == [
        (path, rule) for path in ("running.md", "walking.md") for rule in ("uncited-reference", "uncited-section")
    ]
    pruned = copydesk("baseline", "prune", *DAY)
    assert pruned.exit_code == 0
    assert "0 findings accepted" in pruned.stderr
    assert lines(folder) == []
    assert "gone" not in copydesk("check").stderr


@pytest.mark.parametrize(
    "arguments", [("walking.md",), ("--select", "metadata"), ("--ignore", "citations"), ("drafts",), ("--no-baseline",)]
)
def test_nothing_is_called_gone_where_nobody_looked(folder: Path, arguments: tuple[str, ...]) -> None:
    write(folder, {"walking.md": CLEAN, "running.md": OTHER, "drafts/clean.md": CLEAN.replace("Walking and", "A walk")})
    copydesk("baseline", "create", *DAY)
    (folder / "running.md").unlink()
    assert "gone" not in copydesk("check", *arguments).stderr
    assert "gone" in copydesk("check", ".").stderr


def test_nothing_is_called_gone_in_an_article_that_cannot_be_read(folder: Path) -> None:
    write(folder, {"walking.md": UNCITED})
    copydesk("baseline", "create", *DAY)
    (folder / "walking.md").write_bytes(b"\xff\xfe")
    done = copydesk("check")
    assert "unreadable-article" in done.stdout
    assert "gone" not in done.stderr


def test_a_rule_that_is_switched_off_leaves_its_entries_gone(folder: Path) -> None:
    write(folder, {"walking.md": UNCITED})
    copydesk("baseline", "create", *DAY)
    write(folder, {"copydesk.toml": '[rules]\nuncited-reference = "off"\n'})
    forget()
    assert "1 finding is gone (uncited-reference in walking.md)" in " ".join(copydesk("check").stderr.split())


def test_growth_is_refused_unless_asked_for(folder: Path) -> None:
    write(folder, {"walking.md": UNCITED})
    copydesk("baseline", "create", *DAY, "--reason", "old")
    before = (folder / BASELINE).read_bytes()
    write(folder, {"walking.md": WORSE})
    refused = copydesk("baseline", "update", *DAY)
    assert refused.exit_code == 1
    assert (folder / BASELINE).read_bytes() == before
    assert "walking.md:20:4: error uncited-section" in refused.stdout
    assert "would grow by 1 finding, so nothing is written" in refused.stderr
    grown = copydesk("baseline", "update", "--today", "2026-12-01", "--allow-growth", "--reason", "a  move\nto us")
    assert (grown.exit_code, grown.stdout) == (0, "")
    assert "2 findings accepted, 1 of them new" in grown.stderr
    assert sorted((one["reason"], one["accepted"]) for one in lines(folder)) == [
        ("a move to us", "2026-12-01"),
        ("old", "2026-11-22"),
    ]
    assert copydesk("check").exit_code == 0


def test_update_takes_out_what_is_gone_and_nothing_else(folder: Path) -> None:
    write(folder, {"walking.md": UNCITED, "running.md": OTHER})
    copydesk("baseline", "create", *DAY)
    write(folder, {"walking.md": CLEAN, "running.md": CLEAN.replace("Walking and", "Running and")})
    done = copydesk("baseline", "update", *DAY, "walking.md")
    assert done.exit_code == 0
    assert "gone: walking.md: uncited-section: " in done.stderr
    assert {one["path"] for one in lines(folder)} == {"running.md"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("create",), f"{BASELINE}: it is there already; `copydesk baseline update` brings it up to date"),
        (("create", "--reason", " "), "--reason is empty: say in a few words why these findings are accepted"),
        (("update", "--grow", "--reason", ""), "--reason is empty"),
        (("update", "--allow-growth"), "give both, or neither: --allow-growth --reason"),
        (("update", "--reason", "x"), "give both, or neither: --allow-growth --reason"),
        (("update", "--baseline", "none"), "none: there is no such baseline; `copydesk baseline create` writes one"),
        (("prune", "--select", "no-rule"), '--select: no rule or category "no-rule"'),
        (("show", "--baseline", "none"), "none: there is no such baseline"),
    ],
)
def test_mistakes_are_one_line_and_exit_with_2(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    write(folder, {"walking.md": CLEAN})
    copydesk("baseline", "create", *DAY)
    done = copydesk("baseline", *arguments)
    assert done.exit_code == 2
    assert done.stderr.startswith(f"copydesk: {said}")
    assert done.stderr.count("\n") == 1


def test_the_file_may_have_another_name(folder: Path) -> None:
    write(folder, {"walking.md": UNCITED, "copydesk.toml": 'baseline = "editing/accepted.jsonl"\n'})
    done = copydesk("check")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "editing/accepted.jsonl: there is no such baseline" in done.stderr
    assert copydesk("baseline", "create", *DAY).exit_code == 0
    assert (folder / "editing" / "accepted.jsonl").is_file()
    assert copydesk("check").exit_code == 0
    assert copydesk("check", "--no-baseline").exit_code == 1
    (folder / "copydesk.toml").unlink()
    forget()
    assert copydesk("check").exit_code == 1
    assert copydesk("check", "--baseline", "editing/accepted.jsonl").exit_code == 0
    assert copydesk("check", "--baseline", "none").exit_code == 2
    assert copydesk("check", "--baseline", "none", "--no-baseline").exit_code == 2


def test_a_damaged_file_is_a_mistake_with_its_line(folder: Path) -> None:
    write(folder, {"walking.md": UNCITED, BASELINE: '{"copydesk_baseline": 1}\n{"path"\n'})
    done = copydesk("check")
    assert (done.exit_code, done.stderr) == (
        2,
        f"copydesk: {BASELINE}:2: this line is no JSON; mend the line or remove it\n",
    )


def test_prune_finishes_a_merge(folder: Path) -> None:
    write(folder, {"walking.md": UNCITED})
    copydesk("baseline", "create", *DAY)
    text = (folder / BASELINE).read_text("utf-8")
    first, one, two = text.splitlines()
    write(folder, {BASELINE: "\n".join([first, "<<<<<<< HEAD", one, "=======", two, ">>>>>>> theirs", ""])})
    done = copydesk("check")
    assert done.exit_code == 2
    assert f"{BASELINE}:2: git left this merge unfinished; `copydesk baseline prune` finishes it" in done.stderr
    assert copydesk("baseline", "prune", *DAY).exit_code == 0
    assert (folder / BASELINE).read_text("utf-8") == text


def test_a_renamed_article_takes_its_entries_along(folder: Path) -> None:
    write(folder, {"drafts/walking.md": UNCITED + "\n" + UNCITED.partition("---\n\n")[2]})
    commit(folder, "2026-11-20")
    copydesk("baseline", "create", *DAY)
    accepted = {line["rule"]: line["accepted"] for line in lines(folder)}
    for old, new in (("drafts/walking.md", "walking.md"), ("walking.md", "walks/back.md")):
        (folder / new).parent.mkdir(exist_ok=True)
        (folder / old).rename(folder / new)
        assert copydesk("check").stdout == ""
        commit(folder, "2026-11-21")
    done = copydesk("check")
    assert done.stdout == ""
    assert "gone" not in done.stderr
    assert copydesk("baseline", "update", "--today", "2026-12-24").exit_code == 0
    assert {line["path"] for line in lines(folder)} == {"walks/back.md"}
    assert {line["rule"]: line["accepted"] for line in lines(folder)} == accepted
    assert copydesk("check").stdout == ""


def test_a_renamed_article_of_which_a_rule_cannot_tell_yet(folder: Path) -> None:
    dated = CLEAN.replace("2026-11-20", "2026-06-01")
    write(folder, {"walking.md": dated})
    commit(folder, "2026-06-01")
    write(folder, {"walking.md": dated.replace("keep the muscles", "have kept the old muscles")})
    commit(folder, "2026-07-01")
    copydesk("baseline", "create", *DAY)
    assert {line["rule"] for line in lines(folder)} == {"outdated-last-modified"}
    (folder / "walking.md").rename(folder / "walks.md")
    done = copydesk("check")
    assert "edited-since-review in walks.md: not committed to git yet" in " ".join(done.stderr.split())
    assert "gone" not in done.stderr
    for index in (1, 2):
        assert "gone" not in copydesk("check", "--shard", f"{index}/2").stderr
    assert copydesk("baseline", "prune", *DAY).exit_code == 0
    commit(folder, "2026-11-21")
    done = copydesk("check")
    assert (done.stdout, "gone" in done.stderr) == ("", False)


def test_without_git_a_renamed_article_is_gone_and_new(folder: Path) -> None:
    write(folder, {"walking.md": UNCITED})
    copydesk("baseline", "create", *DAY)
    (folder / "walking.md").rename(folder / "walks.md")
    done = copydesk("check")
    assert done.exit_code == 1
    assert "2 findings are gone" in done.stderr


def test_show_lists_what_is_accepted_since_when_and_why(folder: Path) -> None:
    write(folder, {"walking.md": UNCITED, "old/running.md": OTHER})
    copydesk("baseline", "create", *DAY, "--reason", "the old archive")
    shown = copydesk("baseline", "show")
    assert shown.exit_code == 0
    assert "Accepted on 2026-11-22: the old archive" in " ".join(shown.stdout.split())
    assert shown.stdout.endswith("4 findings accepted:\n     2  uncited-reference\n     2  uncited-section\n")
    part = copydesk("baseline", "show", "old/", "--json")
    assert {one["path"] for one in json.loads(part.stdout)} == {"old/running.md"}
    assert copydesk("baseline", "show", "none.md").stdout == "0 findings accepted.\n"


def test_in_a_repository_git_is_told_how_to_merge_it(folder: Path) -> None:
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)
    write(folder, {"walking.md": UNCITED})
    made = copydesk("baseline", "create", *DAY)
    assert "wrote  .gitattributes: git merges the lines of two branches' baselines" in made.stderr
    assert (folder / ".gitattributes").read_text("utf-8") == f"/{BASELINE} merge=union\n"


def test_each_configuration_has_a_baseline_of_its_own(folder: Path) -> None:
    write(folder, {"walking.md": UNCITED, "copydesk.toml": "", "news/copydesk.toml": "", "news/running.md": OTHER})
    assert copydesk("baseline", "create", *DAY).stderr.count("wrote") == 2
    assert [one["path"] for one in lines(folder / "news")] == ["running.md"] * 2
    assert copydesk("check").exit_code == 0
    (folder / "news" / BASELINE).unlink()
    assert copydesk("check").stdout.count("\n") == 2


def test_a_configuration_that_comes_later_gets_its_baseline(folder: Path) -> None:
    write(folder, {"walking.md": UNCITED, "copydesk.toml": "", "news/running.md": OTHER})
    copydesk("baseline", "create", *DAY)
    write(folder, {"news/copydesk.toml": ""})
    forget()
    assert copydesk("baseline", "prune", *DAY).exit_code == 0
    assert not (folder / "news" / BASELINE).exists()
    assert copydesk("baseline", "update", *DAY).exit_code == 1
    made = copydesk("baseline", "create", *DAY)
    assert (made.exit_code, made.stderr) == (0, f"wrote  news/{BASELINE}: 2 findings accepted\n")
    write(folder, {"news/running.md": CLEAN})
    assert copydesk("baseline", "update", *DAY).exit_code == 0
    (folder / "news" / BASELINE).unlink()
    assert "news" not in copydesk("baseline", "update", *DAY).stderr


def test_a_fault_of_ours_writes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, {"walking.md": UNCITED})

    def broken(article: Article, context: Context) -> Iterator[Problem]:
        raise ValueError("boom")

    monkeypatch.setitem(RULES, "thin-section", replace(RULES["thin-section"], check=broken))
    done = copydesk("baseline", "create", *DAY)
    assert (done.exit_code, done.stderr) == (
        2,
        "copydesk: walking.md: thin-section broke, so nothing is written; `copydesk check` says more\n",
    )
    assert not (folder / BASELINE).exists()


def test_a_text_on_standard_input_has_its_findings_accepted(folder: Path) -> None:
    write(folder, {"walking.md": UNCITED, "running.md": OTHER})
    copydesk("baseline", "create", *DAY)
    (folder / "running.md").unlink()
    done = copydesk("check", "-", "--stdin-filename", "walking.md", stdin=UNCITED)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "gone" not in done.stderr
