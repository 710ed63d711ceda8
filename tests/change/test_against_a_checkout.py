"""What ``--changed`` reports, held to the difference of two full checks: of the working tree, and of the merge base."""

import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lint.check import check
from lint.config.load import _default, _in_folder, read_config
from lint.finding import Finding
from lint.run import Request
from tests.cli.run import CLEAN, UNCITED
from tests.publication import commit, write

TODAY = date(2026, 11, 22)
NAMES = ("a.md", "b.md", "c.md", "sub/d.md", "sub/e.md")
PEOPLE = "- name: Robin Example\n  roles: [medical]\n- name: Sam Example\n  roles: [fact-checker]\n"
LINKS = ("b.md", "sub/d.md#how-to-begin", "../a.md", "e.md", "missing.md", "image.png")


def article(name: str, link: str, text: str = CLEAN) -> str:
    return text.replace("Walking and the back", name).replace("Regular walks", f"[Regular walks]({link})")


EDITS: dict[str, Callable[[Path, str], None]] = {
    "uncite": lambda root, name: _replace(root, name, " ([1](#ref-1))", ""),
    "retitle": lambda root, name: _replace(root, name, f"title: {Path(name).stem}", "title: A"),
    "rename a section": lambda root, name: _replace(root, name, "How to begin", "Beginning"),
    "remove": lambda root, name: (root / name).unlink(missing_ok=True),
    "another reviewer": lambda root, name: _replace(root, name, "Robin Example", "Alex Example"),
    "other people": lambda root, name: write(root, {"people.yaml": PEOPLE.replace("Robin", "Kim")}),
    "no people": lambda root, name: (root / "people.yaml").unlink(missing_ok=True),
    "stricter": lambda root, name: write(root, {"copydesk.toml": '[rules]\nuncited-reference = "error"\n'}),
    "laxer": lambda root, name: write(root, {"copydesk.toml": '[rules]\nuncited-section = "off"\n'}),
    "overridden": lambda root, name: write(root, {"sub/copydesk.toml": "minimum_words = 1\n"}),
    "a new one": lambda root, name: write(root, {"sub/new.md": article("d", name, UNCITED)}),
    "an image": lambda root, name: write(root, {"image.png": ""}),
    "a bibliography": lambda root, name: write(root, {f"{name[:-3]}.bib": "@article{x, title={Y}}\n"}),
    "exclude": lambda root, name: write(root, {"copydesk.toml": f'exclude = ["{name}"]\n'}),
    "allow": lambda root, name: _replace(
        root, name, "## Why", "<!-- copydesk allow-file: uncited-section -- x -->\n\n## Why"
    ),
}


def _replace(root: Path, name: str, old: str, new: str) -> None:
    if (root / name).exists():
        (root / name).write_text((root / name).read_text("utf-8").replace(old, new), "utf-8")


def findings(root: Path, changed: str | None = None) -> Counter[tuple[str, str, bool]]:
    for cached in (read_config, _in_folder, _default):
        cached.cache_clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        report = check(Request(today=TODAY, changed=changed)).report
    assert not report.faults
    return Counter(map(_key, report.findings))


def _key(finding: Finding) -> tuple[str, str, bool]:
    return f"{finding.rule} {finding.fingerprint}", str(finding.severity), finding.suppressed_by is not None


def older(one: tuple[str, str, bool], before: Counter[tuple[str, str, bool]]) -> bool:
    """Whether a finding was there: as grave at least, and active if it is active now."""
    levels = ("suggestion", "warning", "error")
    mark, severity, allowed = one
    return any(
        there == mark and levels.index(weight) >= levels.index(severity) and (allowed or not was_allowed)
        for there, weight, was_allowed in before
    )


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    st.tuples(*(st.sampled_from(LINKS) for _ in NAMES)),
    st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.sampled_from(NAMES)), max_size=3),
    st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.sampled_from(NAMES)), min_size=1, max_size=4),
    st.booleans(),
)
def test_it_is_the_difference_of_two_full_checks(
    tmp_path_factory: pytest.TempPathFactory,
    links: tuple[str, ...],
    before: list[tuple[str, str]],
    after: list[tuple[str, str]],
    committed: bool,
) -> None:
    root = tmp_path_factory.mktemp("work")
    texts = {name: article(Path(name).stem, link) for name, link in zip(NAMES, links, strict=True)}
    write(root, texts | {"copydesk.toml": "", "sub/copydesk.toml": "", "people.yaml": PEOPLE})
    for edit, name in before:
        EDITS[edit](root, name)
    commit(root, "2026-11-20")
    there = tmp_path_factory.mktemp("base") / "base"
    shutil.copytree(root, there)
    subprocess.run(["git", "checkout", "--quiet", "-b", "work"], cwd=root, check=True)
    for edit, name in after:
        EDITS[edit](root, name)
    if committed:
        commit(root, "2026-11-21")
    base = findings(there)
    assert findings(root, "main") == Counter({one: n for one, n in findings(root).items() if not older(one, base)})
