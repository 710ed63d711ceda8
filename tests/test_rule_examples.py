"""Every rule's page holds a Bad example that the rule finds and a Good one that it does not."""

import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest

from lint.catalogue import catalogue
from lint.rules.rule import Rule
from tests.publication import check, commit, found, write

RULES = catalogue()


def blocks(example: str) -> Iterator[tuple[str, str]]:
    """The indented blocks of an example, each with the label above it (empty for the article)."""
    label, lines = "", []
    for line in [*example.splitlines(), "end"]:
        if line.startswith("    ") or not line.strip():
            lines.append(line)
            continue
        if "".join(lines).strip():
            yield label, dedent("\n".join(lines)).strip("\n") + "\n"
        label, lines = line.strip().removesuffix(":"), []


def lay_out(root: Path, example: str) -> None:
    """Writes an example to disk: its files, its earlier states as commits, and the article last."""
    settings = ""
    for label, text in blocks(example):
        if day := re.fullmatch(r"Committed (\d{4}-\d\d-\d\d)", label):
            write(root, {"article.md": text})
            commit(root, day[1])
        elif label == "copydesk.toml":
            settings += text
        elif label:
            write(root, {label: text})
            settings = 'people = "people.yaml"\n' + settings if label == "people.yaml" else settings
        else:
            write(root, {"article.md": text})
    write(root, {"copydesk.toml": settings})


def said(root: Path, rule: Rule) -> set[str]:
    """The rules that are found when this one alone is selected; what is unused only all rules together can show."""
    if rule.category == "housekeeping":
        return {finding.rule for finding in found(check(root)) if finding.rule == rule.name}
    return {finding.rule for finding in found(check(root, select=(rule.name,)))}


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_the_bad_example_is_found(rule: Rule, tmp_path: Path) -> None:
    lay_out(tmp_path, rule.page.bad)
    assert said(tmp_path, rule) == {rule.name}


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_the_good_example_is_not(rule: Rule, tmp_path: Path) -> None:
    lay_out(tmp_path, rule.page.good)
    assert said(tmp_path, rule) == set()
    assert any(path.suffix == ".md" for path in tmp_path.iterdir())


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_the_page_is_complete(rule: Rule) -> None:
    page = rule.page
    assert page.summary.endswith(".")
    assert all((page.why, page.help, page.bad, page.good))
