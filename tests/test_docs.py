"""What the documentation shows is true: the examples of the guides pass the checks that they speak of."""

import re
import subprocess
import sysconfig
from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import pytest

from lint.formatters.coverage import statement
from lint.run import Outcome, Request, run
from tests.publication import TODAY, check, found, write

ROOT = Path(__file__).parent.parent
WRITING = (ROOT / "docs" / "writing.md").read_text(encoding="utf-8")
ADOPTION = (ROOT / "docs" / "adoption.md").read_text(encoding="utf-8")
BASELINE = (ROOT / "docs" / "baseline.md").read_text(encoding="utf-8")


def _blocks(page: str, language: str) -> list[str]:
    """The code blocks of a page, without the indentation of a list item."""
    blocks = re.findall(rf"^( *)```{language}\n(.*?)^\1```$", page, re.MULTILINE | re.DOTALL)
    return [dedent(block) for _, block in blocks]


COMPLETE, *FRAGMENTS = _blocks(WRITING, "markdown")
FRONT_MATTER = COMPLETE[: COMPLETE.index("---\n\n") + 4]
ENDING = "\n## About this article\n\n[Report a problem.](https://example.org/feedback)\n"


def test_the_complete_example_is_clean(tmp_path: Path) -> None:
    outcome = _check(tmp_path, COMPLETE)
    assert _said(outcome) == []
    coverage = outcome.report.coverage
    assert (coverage.articles, coverage.cited, coverage.uncited, coverage.references) == (1, 4, 0, 4)


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=lambda fragment: fragment[:40])
def test_the_other_examples_fit_into_an_article(fragment: str, tmp_path: Path) -> None:
    assert _said(_check(tmp_path, _article(fragment))) == []


@pytest.mark.parametrize("fragment", [one for one in FRAGMENTS if "trigger" in one], ids=lambda fragment: fragment[:40])
def test_their_citations_are_seen(fragment: str, tmp_path: Path) -> None:
    coverage = _check(tmp_path, _article(fragment)).report.coverage
    assert coverage.citations == coverage.references > 0


def test_the_allowed_place_would_be_a_finding(tmp_path: Path) -> None:
    (fragment,) = (one for one in FRAGMENTS if "copydesk allow:" in one)
    outcome = _check(tmp_path, _article(fragment))
    assert [finding.rule for finding in outcome.report.findings if finding.suppressed_by] == ["uncited-statistic"]


@pytest.mark.parametrize("page", [ADOPTION, BASELINE], ids=["adoption", "baseline"])
def test_the_workflow_that_is_shown_is_sound(page: str, tmp_path: Path) -> None:
    (workflow,) = (one for one in _blocks(page, "yaml") if "jobs:" in one)
    write(tmp_path, {".github/workflows/articles.yml": workflow})
    zizmor = Path(sysconfig.get_path("scripts")) / "zizmor"
    done = subprocess.run([zizmor, "--offline", tmp_path], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    ours = (ROOT / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8")
    assert set(re.findall("uses: .*", workflow)) <= set(re.findall("uses: .*", ours))


def test_the_settings_that_are_shown_are_understood(tmp_path: Path) -> None:
    (settings,) = _blocks(ADOPTION, "toml")
    write(tmp_path, {"copydesk.toml": settings, "article.md": COMPLETE.replace("disclosure: none\n", "")})
    assert [one.rule for one in found(check(tmp_path))] == ["missing-disclosure"]


def test_the_baseline_that_is_shown_is_read() -> None:
    from lint.baseline.entries import read

    (shown,) = _blocks(BASELINE, "json")
    assert [entry.rule for entry in read(shown, "baseline.md")] == ["stale-article"]


def test_what_a_change_reaches_is_told_in_full() -> None:
    from lint.change.affected import SETTINGS, TIES

    assert len(TIES) == len(re.findall(r"^\| .* \| (?:all |the )articles .*\|$", BASELINE, re.MULTILINE))
    assert "people file" in BASELINE
    assert all(name in BASELINE for name in SETTINGS if name != "people.yaml")


def _article(fragment: str) -> str:
    """A fragment with what an article needs around it; its own front matter is added to the example's."""
    if fragment.startswith("---\n"):
        keys, _, body = fragment.removeprefix("---\n").partition("---\n")
        return FRONT_MATTER.removesuffix("---\n") + keys + "---\n" + body + ENDING
    return f"{FRONT_MATTER}\n{fragment}{ENDING}"


def _check(root: Path, text: str) -> Outcome:
    write(root, {"article.md": text})
    return check(root, "article.md")


def _said(outcome: Outcome) -> list[tuple[str, str, int]]:
    return [(finding.rule, finding.message, finding.start.line) for finding in found(outcome)]


def test_the_readme_shows_what_a_check_of_the_articles_says() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    coverage = run(Request(TODAY, (str(ROOT / "articles"),), select=("missing-title",))).report.coverage
    counts = "\n".join(statement(replace(coverage, unchecked=())))
    assert f"No findings.\n{counts}\n" in readme
