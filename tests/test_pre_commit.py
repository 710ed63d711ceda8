"""The hook as another repository uses it: real pre-commit, a real installation, real commits."""

import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.publication import commit, write

ROOT = Path(__file__).parent.parent
ARTICLE = "articles/hand-washing-and-infection.md"
SETTINGS = """
repos:
  - repo: {repository}
    rev: {revision}
    hooks:
      - id: copydesk
        verbose: true
"""


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A repository of what is installed from here, and its revision."""
    root = tmp_path_factory.mktemp("hooks")
    for name in ("lint", "bot", "schemas"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, root / name)
    commit(root, "2026-11-22")
    return root, _run(root, "git", "rev-parse", "HEAD").stdout.strip()


@pytest.fixture
def publication(
    hooks: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A repository with the hook. It is built and installed offline, with what this Python has at hand."""
    monkeypatch.setenv("PRE_COMMIT_HOME", str(hooks[0].parent / "pre-commit"))
    monkeypatch.setenv("PYTHONPATH", sysconfig.get_path("purelib"))
    monkeypatch.setenv("PIP_NO_BUILD_ISOLATION", "0")  # pip reads this one the other way round
    monkeypatch.setenv("PIP_NO_DEPS", "1")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    article = (ROOT / ARTICLE).read_text(encoding="utf-8")
    settings = SETTINGS.format(repository=hooks[0], revision=hooks[1])
    untouched = {f"articles/untouched-{number}.md": "No front matter at all.\n" for number in range(3)}
    write(tmp_path, {".pre-commit-config.yaml": settings, ARTICLE: article, **untouched})
    commit(tmp_path, "2026-11-22")
    return tmp_path


def test_the_hook_checks_staged_articles_in_one_run(publication: Path) -> None:
    article = (publication / ARTICLE).read_text(encoding="utf-8")
    staged = {f"articles/copy-{number}.md": article.replace("title: ", f"title: {number} ") for number in range(60)}
    write(publication, staged | {"notes.txt": "Not an article.\n"})
    _run(publication, "git", "add", ".")
    write(publication, {"articles/unstaged.md": "No front matter at all.\n"})

    done = _run(publication, sys.executable, "-m", "pre_commit", "run")

    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("Checked 60 articles") == 1
    assert "untouched" not in done.stdout
    assert "unstaged" not in done.stdout


def test_a_finding_stops_the_commit(publication: Path) -> None:
    article = (publication / ARTICLE).read_text(encoding="utf-8")
    write(publication, {ARTICLE: article.replace("reviewed_by:", "checked_by:")})
    _run(publication, "git", "add", ".")

    done = _run(publication, sys.executable, "-m", "pre_commit", "run")

    assert done.returncode == 1
    assert f"{ARTICLE}:1:1: error missing-reviewer" in done.stdout


def _run(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=root, capture_output=True, text=True)
