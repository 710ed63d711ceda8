"""Shards: the reports of all parts of a check, put together, are the report of the whole, byte for byte."""

import json
import shutil
from pathlib import Path

import pytest

from lint.formatters import FORMATS
from tests.cli.run import CLEAN, UNCITED, copydesk
from tests.cli.run import folder as folder
from tests.corpora import copy
from tests.publication import write

NUMBERS = range(1, 6)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fixtures and articles with a few more: unreadable, allowed, in need of a name that is no text."""
    root = copy(tmp_path_factory.mktemp("corpus"))
    for at, path in enumerate(sorted((root / "tests" / "fixtures").iterdir())):
        if at % 6:
            shutil.rmtree(path)
    write(
        root,
        {
            "a/shared.md": UNCITED,
            "b/shared.md": UNCITED.replace("## How", "<!-- copydesk allow: uncited-section -- a test -->\n\n## How"),
            "b.md": CLEAN,
            "broken.md": "---\n: [\n---\n",
        },
    )
    (root / "a" / "bytes.md").write_bytes(b"\xff")
    (root / "a\udce9.md").write_text(UNCITED.replace("Walking", "Running"), "utf-8")
    (root / "b" / "link").symlink_to(root / "articles", target_is_directory=True)
    (root / "copydesk.toml").write_text(
        (root / "copydesk.toml").read_text("utf-8").replace('include = ["articles"]', "")
    )
    return root


@pytest.fixture(scope="module")
def shards(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[int, list[str]]:
    """For each number of shards, their reports."""
    reports = tmp_path_factory.mktemp("reports")
    found: dict[int, list[str]] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(corpus)
        for of in NUMBERS:
            for index in range(1, of + 1):
                report = reports / f"{index}of{of}.json"
                done = copydesk("check", "--shard", f"{index}/{of}", "--output-format", "json", "-o", str(report))
                assert done.exit_code in (0, 1), done.stderr
                found.setdefault(of, []).append(str(report))
    return found


@pytest.mark.parametrize("name", FORMATS)
def test_the_parts_are_the_whole(
    corpus: Path, shards: dict[int, list[str]], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(corpus)
    whole = copydesk("check", "--output-format", name, "--statistics")
    assert whole.stdout_bytes
    monkeypatch.chdir("/")
    for of in NUMBERS:
        merged = copydesk("merge", *reversed(shards[of]), "--output-format", name, "--statistics")
        assert (of, merged.exit_code, merged.stderr) == (of, whole.exit_code, whole.stderr)
        assert merged.stdout_bytes == whole.stdout_bytes, of


def test_each_article_is_in_one_part_and_the_parts_are_even(shards: dict[int, list[str]]) -> None:
    for of, reports in shards.items():
        parts = [json.loads(Path(report).read_bytes())["shard"]["articles"] for report in reports]
        numbers = sorted(number for part in parts for number in part.values())
        assert numbers == list(range(len(numbers)))
        assert max(map(len, parts)) - min(map(len, parts)) <= 1, of


def test_a_new_article_moves_few_others(folder: Path) -> None:
    write(folder, {f"{number}.md": CLEAN.replace("Walking", str(number)) for number in range(20)})

    def parts() -> list[set[str]]:
        return [set(copydesk("check", "--shard", f"{at}/4", "--show-files").stdout.split()) for at in range(1, 5)]

    before = parts()
    write(folder, {"new.md": CLEAN})
    assert sum(len(new - old) for old, new in zip(before, parts(), strict=True)) <= 4


def test_the_report_of_a_shard_is_valid(shards: dict[int, list[str]]) -> None:
    import schemas

    for report in shards[2]:
        assert not list(schemas.failures("report", json.loads(Path(report).read_bytes())))


def test_with_a_baseline_and_with_changes(folder: Path) -> None:
    texts = {f"{name}.md": UNCITED.replace("Walking", name) for name in "abcdef"}
    write(folder, texts)
    copydesk("baseline", "create", "--today", "2026-11-22")
    (folder / "f.md").unlink()
    write(folder, {"a.md": CLEAN.replace("Walking", "a"), "g.md": UNCITED})
    for index in range(1, 4):
        copydesk("check", "--shard", f"{index}/3", "--output-format", "json", "-o", f"{index}.json")
    whole = copydesk("check", "--output-format", "json")
    merged = copydesk("merge", "1.json", "2.json", "3.json", "--output-format", "json")
    assert merged.stdout == whole.stdout
    assert merged.stderr == whole.stderr
    assert "gone" in whole.stderr
    assert merged.exit_code == whole.exit_code == 1


def test_what_fails_is_as_the_settings_or_the_options_say(folder: Path) -> None:
    write(folder, {"a.md": UNCITED, "copydesk.toml": 'fail_on = "never"\noutput_format = "jsonl"\n'})
    copydesk("check", "--shard", "1/1", "--output-format", "json", "-o", "1.json")
    (folder / "copydesk.toml").unlink()
    merged = copydesk("merge", "1.json")
    assert merged.exit_code == 0
    assert json.loads(merged.stdout.splitlines()[0])["rule"] == "uncited-section"
    assert copydesk("merge", "1.json", "--fail-on", "warning").exit_code == 1
    assert copydesk("merge", "1.json", "--fail-on", "warning", "--exit-zero").exit_code == 0


def _edited(report: str, **changes: object) -> str:
    data = json.loads(Path(report).read_text("utf-8"))
    data["shard"] |= changes
    path = Path("edited.json")
    path.write_text(json.dumps(data), "utf-8")
    return str(path)


def test_parts_that_make_no_whole(shards: dict[int, list[str]], folder: Path) -> None:
    one, two, three = shards[3]
    write(folder, {"whole.json": '{"version": 1, "findings": []}', "none.json": "{}", "text.json": "x", "a.md": CLEAN})
    copydesk("check", "--shard", "2/2", "--output-format", "json", "-o", "other.json")
    cases = {
        (one, three): "the report of shard 2/3 is missing: give those of all 3 shards",
        (two,): "the report of shards 1/3, 3/3 is missing",
        (one, two, two): f"{two}: this is shard 2/3 again, which is {two}, too",
        (one, shards[2][1]): f"{shards[2][1]}: of another number of shards (2, not 3)",
        (shards[2][0], "other.json"): "other.json: of another check: other articles, another day or another",
        (one, _edited(two, version="0.0")): "edited.json: made by another release of Copydesk (0.0, not ",
        (one, "whole.json"): "whole.json: this report is whole, not that of a shard; make it with `copydesk check",
        (one, "none.json"): "none.json: this is no report of this version of Copydesk",
        (one, "text.json"): "text.json: this is no JSON",
        (one, "missing.json"): "missing.json: cannot be read (no such file or directory)",
    }
    for reports, said in cases.items():
        done = copydesk("merge", *reports)
        assert (done.exit_code, done.stderr.count("\n")) == (2, 1), said
        assert done.stderr.startswith(f"copydesk: {said}"), done.stderr
    done = copydesk("merge", _edited(one, rules=[1]), two, three)
    assert done.stderr.startswith("copydesk: edited.json: this report is damaged")
    done = copydesk("merge", _edited(one, lines=[]), two, three)
    assert done.stderr.startswith("copydesk: edited.json: this report is damaged")
    assert "with other settings" in copydesk("merge", _edited(one, fail_on=None), two, three).stderr


@pytest.mark.parametrize("shard", ["", "1", "0/2", "3/2", "a/b", "1/2/3", "-1/2", "1/0"])
def test_a_part_that_cannot_be(folder: Path, shard: str) -> None:
    done = copydesk("check", f"--shard={shard}")
    assert (done.exit_code, done.stderr) == (
        2,
        f'copydesk: --shard is a part and the number of parts, such as 2/5, not "{shard}"\n',
    )
