"""``--changed``: in real repositories, what a branch brings is judged, and nothing else."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import schemas
from lint.config.load import _default, _in_folder, read_config
from tests.cli.run import CLEAN, UNCITED, copydesk, reworded
from tests.cli.run import folder as folder
from tests.publication import commit, write

ROOT = Path(__file__).parents[2]
DAY = "2026-11-20"
BROKEN = CLEAN.replace(" ([1](#ref-1))", "")
WORSE = BROKEN.replace(" ([2](#ref-2))", "")


@pytest.fixture(autouse=True)
def _settings_anew() -> Iterator[None]:
    """A process reads each configuration once; here, one process stands for many."""
    yield
    for cached in (read_config, _in_folder, _default):
        cached.cache_clear()


@pytest.fixture
def repository(folder: Path) -> Path:
    """A main branch with old findings in one article and none in another; the branch ``work`` is checked out."""
    write(folder, {"old.md": titled("Old", UNCITED), "good.md": titled("Good")})
    commit(folder, DAY)
    git(folder, "checkout", "--quiet", "-b", "work")
    return folder


def titled(title: str, text: str = CLEAN) -> str:
    return reworded(text, title.casefold()).replace("Walking and the back", title)


def git(root: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True, text=True).stdout


def report(*arguments: str) -> dict[str, Any]:
    for cached in (read_config, _in_folder, _default):
        cached.cache_clear()
    done = copydesk("check", "--output-format", "json", *arguments)
    assert done.exit_code in (0, 1), done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    assert not list(schemas.failures("report", found))
    assert not found["faults"]
    return found


def new(*arguments: str) -> set[tuple[str, str]]:
    """Article and rule of each finding."""
    return {(one["path"], one["rule"]) for one in report("--changed", *arguments)["findings"]}


def test_nothing_changed(repository: Path) -> None:
    found = report("--changed")
    assert (found["findings"], found["coverage"]["articles"]) == ([], 0)
    assert found["coverage"]["changed"] == {
        "ref": "main",
        "commit": git(repository, "rev-parse", "main").strip(),
        "articles": 2,
        "older": 0,
    }


@pytest.mark.parametrize("state", ["untracked", "unstaged", "staged", "committed"])
def test_what_is_changed_in_any_way_is_judged(repository: Path, state: str) -> None:
    changed = {"good.md": titled("Good", UNCITED)} if state != "untracked" else {"new.md": titled("New", UNCITED)}
    write(repository, changed)
    if state in ("staged", "committed"):
        git(repository, "add", "--all")
    if state == "committed":
        commit(repository, DAY)
    (name,) = changed
    assert {path for path, _ in new()} == {name}
    assert ("old.md", "uncited-section") not in new()


def test_a_change_of_the_same_size_in_the_same_second(repository: Path) -> None:
    """Git sees the times of files by the second, and looks into those as young as its index."""
    for number in range(5):
        title = "ABCDE"[number]
        write(repository, {"good.md": titled("Good").replace("Regular", f"Regula{title}")})
        git(repository, "add", "--all")
        git(repository, "commit", "--quiet", "--message", "x")
        write(repository, {"good.md": titled("Good").replace("Regular", "Regular")})
        assert report("--changed=HEAD")["coverage"]["articles"] == 1


def test_old_findings_of_a_changed_article_are_counted_and_not_shown(repository: Path) -> None:
    write(repository, {"old.md": titled("Old", UNCITED).replace("Regular walks", "Walks, taken daily,")})
    done = copydesk("check", "--changed", "--ignore", "time")
    assert (done.exit_code, done.stdout) == (0, "")
    said = " ".join(done.stderr.split())
    assert "Of 2 articles, only those were checked that differ from main (merge base " in said
    assert "and only for what is new; 2 older findings not shown." in said
    write(repository, {"old.md": titled("Old", WORSE)})
    assert new("--ignore", "time") == {("old.md", "uncited-section")}


def test_what_main_brought_since_is_not_the_branchs(repository: Path) -> None:
    write(repository, {"good.md": titled("Good", BROKEN)})
    commit(repository, DAY)
    git(repository, "checkout", "--quiet", "main")
    write(repository, {"old.md": titled("Old", WORSE)})
    commit(repository, DAY)
    git(repository, "checkout", "--quiet", "work")
    assert {path for path, _ in new("--ignore", "time")} == {"good.md"}


def test_a_renamed_article_is_compared_with_what_it_was(repository: Path) -> None:
    (repository / "moved").mkdir()
    (repository / "old.md").rename(repository / "moved" / "elsewhere.md")
    found = report("--changed", "--ignore", "time")
    assert (found["findings"], found["coverage"]["articles"], found["coverage"]["changed"]["older"]) == ([], 1, 2)
    commit(repository, DAY)
    assert new("--ignore", "time") == set()
    path = repository / "moved" / "elsewhere.md"
    path.write_text(titled("Old", WORSE), "utf-8")
    assert new("--ignore", "time") == {("moved/elsewhere.md", "uncited-section")}


def test_a_move_that_breaks_a_link_is_seen(repository: Path) -> None:
    linking = titled("Links").replace("Regular walks", "[Regular walks](good.md)")
    write(repository, {"links.md": linking})
    git(repository, "checkout", "--quiet", "main")
    commit(repository, DAY)
    git(repository, "checkout", "--quiet", "work")
    git(repository, "merge", "--quiet", "main")
    (repository / "moved").mkdir()
    (repository / "links.md").rename(repository / "moved" / "links.md")
    assert new("--select", "broken-internal-link") == {("moved/links.md", "broken-internal-link")}


def test_articles_that_link_to_what_is_gone_or_renamed_in_its_places(repository: Path) -> None:
    write(
        repository,
        {
            "file.md": titled("File").replace("Regular walks", "[Regular walks](good.md)"),
            "place.md": titled("Place").replace("Regular walks", "[Regular walks](target.md#how-to-begin)"),
            "target.md": titled("Target"),
            "dead.md": titled("Dead").replace("Regular walks", "[Regular walks](nowhere.md)"),
        },
    )
    commit(repository, DAY)
    git(repository, "branch", "--force", "main", "work")
    assert new() == set()
    (repository / "good.md").unlink()
    write(repository, {"target.md": titled("Target").replace("How to begin", "Beginning")})
    assert new("--ignore", "time") == {("file.md", "broken-internal-link"), ("place.md", "broken-internal-link")}
    assert report("--changed")["coverage"]["articles"] == 3


def test_articles_that_share_a_title_with_a_changed_one(repository: Path) -> None:
    write(repository, {"new.md": titled("  good ")})
    assert new("--select", "repeated-title") == {("new.md", "repeated-title"), ("good.md", "repeated-title")}
    commit(repository, DAY)
    git(repository, "branch", "--force", "main", "work")
    write(repository, {"new.md": titled("Good").replace("Regular", "Daily")})
    assert new("--select", "repeated-title") == set()


def test_articles_that_a_change_of_the_people_affects(repository: Path) -> None:
    people = "- name: Robin Example\n  roles: [medical]\n- name: Sam Example\n  roles: [fact-checker]\n"
    write(repository, {"copydesk.toml": "", "people.yaml": people})
    assert new() == set()
    commit(repository, DAY)
    git(repository, "branch", "--force", "main", "work")
    write(repository, {"people.yaml": people.replace("Sam", "Samuel")})
    assert new() == {("good.md", "unregistered-person"), ("old.md", "unregistered-person")}
    write(repository, {"people.yaml": "nothing that can be read: ["})
    done = copydesk("check", "--changed")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)


def test_people_that_could_not_be_read_before(repository: Path) -> None:
    write(repository, {"copydesk.toml": "", "people.yaml": "[" * 3})
    commit(repository, DAY)
    git(repository, "branch", "--force", "main", "work")
    write(repository, {"people.yaml": "- name: Robin Example\n  roles: [medical]\n"})
    assert new() == set()


def test_articles_that_a_change_of_the_settings_affects(repository: Path) -> None:
    write(repository, {"copydesk.toml": '[rules]\nuncited-section = "off"\nuncited-reference = "suggestion"\n'})
    commit(repository, DAY)
    git(repository, "branch", "--force", "main", "work")
    write(repository, {"copydesk.toml": '[rules]\nuncited-reference = "error"\n'})
    assert new() == {("old.md", "uncited-section"), ("old.md", "uncited-reference")}
    write(repository, {"copydesk.toml": "# only a remark\n" + (repository / "copydesk.toml").read_text("utf-8")})
    commit(repository, DAY)
    git(repository, "branch", "--force", "main", "work")
    write(repository, {"copydesk.toml": '[rules]\nuncited-reference = "warning"\n'})
    assert new() == set()


def test_settings_that_could_not_be_read_before(repository: Path) -> None:
    write(repository, {"copydesk.toml": "rules = nonsense\n"})
    commit(repository, DAY)
    git(repository, "branch", "--force", "main", "work")
    write(repository, {"copydesk.toml": ""})
    assert new() == set()


def test_settings_in_pyproject(repository: Path) -> None:
    write(repository, {"pyproject.toml": '[project]\nname = "x"\n'})
    commit(repository, DAY)
    git(repository, "branch", "--force", "main", "work")
    ours = '[tool.copydesk.rules]\nuncited-section = "off"\n'
    write(repository, {"pyproject.toml": f'[project]\nname = "x"\n{ours}uncited-reference = "error"\n'})
    assert new() == {("old.md", "uncited-reference")}
    commit(repository, DAY)
    git(repository, "branch", "--force", "main", "work")
    write(repository, {"pyproject.toml": ours.replace("off", "error")})
    assert new() == {("old.md", "uncited-section")}


def test_a_partial_clone_says_what_it_does_not_hold(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    git(repository, "config", "uploadpack.allowFilter", "true")
    clone = tmp_path_factory.mktemp("clones") / "clone"
    command = ("git", "clone", "--quiet", "--filter=blob:none", "--no-checkout", f"file://{repository}", str(clone))
    subprocess.run(command, check=True)
    write(clone, {"old.md": titled("Old", WORSE)})
    done = copydesk("check", "--changed=origin/main", str(clone / "old.md"))
    assert done.exit_code == 2
    assert "this clone is partial or broken; make a full one" in done.stderr
    assert done.stderr.count("\n") == 1


def test_settings_of_a_folder_that_are_new_or_gone(repository: Path) -> None:
    write(
        repository, {"news/item.md": titled("Item", UNCITED), "news/copydesk.toml": '[rules]\nuncited-section="off"\n'}
    )
    commit(repository, DAY)
    git(repository, "branch", "--force", "main", "work")
    (repository / "news" / "copydesk.toml").unlink()
    assert new() == {("news/item.md", "uncited-section")}
    write(repository, {"copydesk.toml": '[rules]\nuncited-reference = "error"\n'})
    assert new() == {
        ("news/item.md", "uncited-section"),
        *((f, "uncited-reference") for f in ("old.md", "news/item.md")),
    }


def test_a_schema_that_asks_for_more(repository: Path) -> None:
    lax = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$ref": "copydesk:article"}
    strict = lax | {
        "properties": {
            "front_matter": {
                "required": ["topics"],
                "properties": {
                    "topics": {
                        "x-rule": {"required": {"name": "missing-topics", "severity": "error", "message": "No topics."}}
                    }
                },
            }
        }
    }
    write(repository, {"copydesk.toml": 'schema = "own.json"\n', "own.json": json.dumps(lax)})
    commit(repository, DAY)
    git(repository, "branch", "--force", "main", "work")
    write(repository, {"own.json": json.dumps(strict)})
    # In a process of its own: a process reads each schema once.
    command = (sys.executable, "-m", "lint.cli", "check", "--changed", "--today", "2026-11-22", "--quiet")
    done = subprocess.run(
        command, cwd=repository, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True
    )
    assert [line.split()[2] for line in done.stdout.splitlines()] == ["missing-topics"] * 2


def test_articles_whose_bibliography_changed(repository: Path) -> None:
    bibliography = "@article{ref, author={Example, A}, title={Walking}, year={2024}, doi={10.5555/walking}}\n"
    text = titled("Bib").replace("last_modified", "bibliography: ../papers.bib\nlast_modified")
    write(repository, {"papers.bib": bibliography, "sub/bib.md": text, "good.bib": "", "good.csl.json": "[]"})
    commit(repository, DAY)
    git(repository, "branch", "--force", "main", "work")
    assert report("--changed")["coverage"]["articles"] == 0
    write(repository, {"papers.bib": "", "good.csl.json": "{"})
    found = report("--changed")
    assert found["coverage"]["articles"] + len(found["coverage"]["unchecked"]) >= 2
    assert ("good.md", "unreadable-article") in {(one["path"], one["rule"]) for one in found["findings"]}


def test_an_exception_that_is_taken_away_is_new(repository: Path) -> None:
    allowed = "<!-- copydesk allow-file: uncited-section, uncited-reference -- for a test -->\n"
    write(repository, {"old.md": titled("Old", UNCITED) + allowed})
    commit(repository, DAY)
    git(repository, "branch", "--force", "main", "work")
    write(repository, {"old.md": titled("Old", UNCITED)})
    assert {rule for _, rule in new("--ignore", "time")} == {"uncited-section", "uncited-reference"}


def test_what_could_not_be_read_before(repository: Path) -> None:
    (repository / "old.md").write_bytes(b"\xff")
    (repository / "good.md").write_text("---\n: [\n---\n\nText.\n", "utf-8")
    assert new() == {("old.md", "unreadable-article"), ("good.md", "unreadable-article")}
    commit(repository, DAY)
    git(repository, "branch", "--force", "main", "work")
    (repository / "old.md").write_bytes(b"\xff\xff")
    write(repository, {"good.md": titled("Good", BROKEN)})
    assert new("--ignore", "time") == {
        ("good.md", rule) for rule in ("uncited-section", "uncited-reference", "citation-order")
    }


def test_named_articles_and_a_named_branch(repository: Path) -> None:
    write(repository, {"good.md": titled("Good", BROKEN), "old.md": titled("Old", WORSE)})
    commit(repository, DAY)
    write(repository, {"good.md": titled("Good", WORSE)})
    assert {path for path, _ in new("HEAD", "--ignore", "time")} == {"good.md"}
    assert {path for path, _ in new("main", "old.md", "--ignore", "time")} == {"old.md"}
    git(repository, "tag", "mark")
    assert {path for path, _ in new("mark", "--ignore", "time")} == {"good.md"}


def test_a_word_that_is_a_file_and_no_branch_is_the_file(repository: Path) -> None:
    write(repository, {"good.md": titled("Good", BROKEN), "old.md": titled("Old", WORSE)})
    assert {path for path, _ in new("good.md", "--ignore", "time")} == {"good.md"}


def test_the_default_branch_of_the_remote_comes_first(
    repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    clone = tmp_path_factory.mktemp("clones") / "clone"
    git(repository, "checkout", "--quiet", "-b", "trunk", "main")
    git(repository, "branch", "-D", "main")
    subprocess.run(["git", "clone", "--quiet", str(repository), str(clone)], check=True)
    assert report("--changed", str(clone))["coverage"]["changed"]["ref"] == "origin/HEAD"


MISTAKES = [
    (("--changed=nothing",), 'git knows no branch or commit "nothing" here; fetch it, or name another'),
    (("--changed=main", "-"), "--changed compares files in git, and standard input is none"),
    (("--changed=orphan",), '--changed: HEAD and "orphan" have no commit in common; name another branch or commit'),
]


@pytest.mark.parametrize(("arguments", "said"), MISTAKES)
def test_mistakes_are_one_line_and_exit_with_2(repository: Path, arguments: tuple[str, ...], said: str) -> None:
    git(repository, "checkout", "--quiet", "--orphan", "orphan")
    commit(repository, "2026-11-01")
    git(repository, "checkout", "--quiet", "work")
    done = copydesk("check", *arguments, stdin=CLEAN)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert said in done.stderr


def test_without_a_repository_or_a_default_branch(folder: Path) -> None:
    write(folder, {"a.md": CLEAN})
    assert "--changed compares with git: not in a git repository" in copydesk("check", "--changed").stderr
    git(folder, "init", "--quiet", "--initial-branch=trunk")
    assert "--changed compares with git: nothing is committed yet" in copydesk("check", "--changed").stderr
    commit(folder, DAY)
    done = copydesk("check", "--changed")
    assert done.exit_code == 2
    assert "finds no origin/HEAD, origin/main, origin/master, main, master: name a branch" in done.stderr


def test_a_shallow_clone_says_how_to_get_the_rest(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    commit(repository, DAY)
    clone = tmp_path_factory.mktemp("clones") / "clone"
    subprocess.run(
        ["git", "clone", "--quiet", "--depth=1", "--no-single-branch", f"file://{repository}", str(clone)], check=True
    )
    done = copydesk("check", "--changed=origin/main", str(clone))
    assert done.exit_code == 2
    assert "this clone is shallow: `git fetch --unshallow` gets the rest" in done.stderr


def test_articles_of_another_repository_are_a_mistake(
    repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other")
    write(other, {"a.md": CLEAN})
    done = copydesk("check", "--changed", "good.md", str(other / "a.md"))
    assert done.exit_code == 2
    assert "so --changed cannot compare it" in done.stderr


def test_the_index_and_the_objects_stay_as_they_are(repository: Path) -> None:
    write(repository, {"new.md": titled("New", UNCITED)})
    before = {path: path.read_bytes() for path in (repository / ".git").rglob("*") if path.is_file()}
    assert new()
    assert {path: path.read_bytes() for path in (repository / ".git").rglob("*") if path.is_file()} == before


def test_with_a_baseline_what_was_accepted_stays_accepted(repository: Path) -> None:
    copydesk("baseline", "create", "--today", "2026-11-22")
    commit(repository, DAY)
    write(repository, {"old.md": titled("Old", WORSE)})
    found = report("--changed", "--ignore", "time")
    assert [one["suppressed"] for one in found["findings"]] == [None]
    assert found["coverage"]["baseline"]["accepted"] == 0
    (repository / "old.md").unlink()
    gone = report("--changed")["coverage"]["baseline"]["gone"]
    assert {one["path"] for one in gone} == {"old.md"}


def test_a_draft_that_becomes_an_article_brings_all_its_findings(repository: Path) -> None:
    write(
        repository,
        {"copydesk.toml": 'include = ["."]\nexclude = ["drafts/"]\n', "drafts/one.md": titled("One", UNCITED)},
    )
    commit(repository, DAY)
    git(repository, "branch", "--force", "main", "work")
    write(repository, {"drafts/one.md": titled("One", UNCITED) + "\n"})
    assert new() == set()
    assert new("main", "drafts/one.md") == set()
    (repository / "drafts" / "one.md").rename(repository / "one.md")
    assert {path for path, _ in new("--ignore", "time")} == {"one.md"}
    (repository / "one.md").rename(repository / "drafts" / "one.md")
    write(repository, {"copydesk.toml": 'include = ["drafts"]\n'})
    assert {path for path, _ in new("--ignore", "time")} == {"drafts/one.md"}


BARE = CLEAN.replace("<https://doi.org/10.5555/walking>", "https://doi.org/10.5555/walking")
"""With a safe fix: a link that is none."""


def test_fixes_reach_what_is_new_alone(repository: Path) -> None:
    write(repository, {"old.md": titled("Old", BARE), "other.md": titled("Other", BARE)})
    commit(repository, DAY)
    git(repository, "branch", "--force", "main", "work")
    changed = titled("Old", BARE).replace("<https://doi.org/10.5555/beginning>", "https://doi.org/10.5555/beginning")
    write(repository, {"old.md": changed})
    done = copydesk("check", "--changed", "--diff", "--select", "unlinked-identifier")
    assert done.exit_code == 1
    assert [line for line in done.stdout.splitlines() if line.startswith(("+", "-"))] == [
        "--- a/old.md",
        "+++ b/old.md",
        '-2. <a id="ref-2"></a>Example B. Beginning. *Journal of Examples*. 2025;2:3-4. https://doi.org/10.5555/beginning',
        '+2. <a id="ref-2"></a>Example B. Beginning. *Journal of Examples*. 2025;2:3-4. <https://doi.org/10.5555/beginning>',
    ]
    assert copydesk("check", "--changed", "--fix", "--select", "unlinked-identifier").exit_code == 0
    assert (repository / "old.md").read_text("utf-8") == titled("Old", BARE)
    assert (repository / "other.md").read_text("utf-8") == titled("Other", BARE)


def test_the_files_that_would_be_checked(repository: Path) -> None:
    write(repository, {"new.md": titled("Good")})
    assert copydesk("check", "--changed", "--show-files").stdout.split() == ["good.md", "new.md"]
    shards = [copydesk("check", "--changed", "--shard", f"{at}/2", "--show-files").stdout.split() for at in (1, 2)]
    assert sorted(name for shard in shards for name in shard) == ["good.md", "new.md"]


def test_shards_of_a_change_are_the_change(repository: Path) -> None:
    write(repository, {f"{name}.md": titled(name, BROKEN) for name in "abc"} | {"old.md": titled("Old", WORSE)})
    for at in (1, 2):
        copydesk("check", "--changed", "--shard", f"{at}/2", "--output-format", "json", "-o", f"{at}.json")
    whole = copydesk("check", "--changed", "--output-format", "json")
    merged = copydesk("merge", "1.json", "2.json", "--output-format", "json")
    assert (merged.stdout, merged.stderr) == (whole.stdout, whole.stderr)
    assert "1 older finding not shown" in " ".join(whole.stderr.split())
