"""What must hold of any article when fixes are applied to it, the fixtures, our articles and mutated ones."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.article import Article
from lint.article.blocks import Block, blocks
from lint.article.front_matter.fences import split
from lint.article.parse import parse
from lint.article.settings import Settings
from lint.finding import Severity
from lint.fixes.guard import signed
from tests.corpora import NAMES, TEXTS, copy, report
from tests.fixes.mending import mended

REWORDING = {
    "altered-disclaimer",
    "citation-order",
    "duplicate-reference",
    "missing-disclaimer",
    "missing-feedback-link",
    "unlinked-identifier",
    "malformed-identifier",
}
"""Whose fixes change words that a reader sees; that of the others change spaces at most."""

EXTRAS = (
    "",
    "Stretching eases stiffness (2, 1).(3) Walking does so too. (1–2)\n",
    "<!-- copydesk allow: dangling-citation, citation-order -- for now -->\n",
    "\n```\n",
    "<!-- \n",
    "## References\n\n1. Example A. A title. 2020. doi:10.5555/x.\n2. Example A. A title. 2020. doi:10.5555/x\n",
    "[^1]: Example A. A title. 2020. PMID: 123\n",
    "> quoted (2)\n",
    "published: May 24, 2026\n",
    "reviewed_by: [{name: Robin Example, on: 'May 24, 2026'}]\n",
    "| a (2) | b.(1) |\n|---|---|\n",
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy(tmp_path_factory.mktemp("articles"))
    settings = folder / "copydesk.toml"
    settings.write_text('feedback_link = "https://example.org/feedback"\n' + settings.read_text("utf-8"), "utf-8")
    return folder


def errors(root: Path, name: str, text: str | bytes) -> Counter[str]:
    found = report(root, name, text).active
    return Counter(finding.rule for finding in found if finding.severity is Severity.ERROR)


def shown(text: str) -> str:
    """What a reader sees, without white space."""
    return "".join("".join(words(block)) for block in blocks(text, split(text)[1]))


def words(block: Block) -> list[str]:
    own = [] if block.kind == "html" else block.text.split()
    return own + [word for child in block.children for word in words(child)]


def article(text: str) -> Article:
    return parse("article.md", text, Settings()).article


def holds(root: Path, name: str, text: str) -> None:
    one = mended(root, text, name=name)
    after = one.after.decode()
    again = mended(root, after, name=name)
    assert not again.changed, (again.mended.fixed, "".join(again.diff()))
    assert not errors(root, name, after) - errors(root, name, text)
    assert signed(article(after)) == signed(article(text))
    if not REWORDING & {finding.rule for finding in one.mended.fixed}:
        assert shown(after) == shown(text)
    assert set(re.findall(r"\r\n|\r|\n", after)) <= set(re.findall(r"\r\n|\r|\n", text)) | {"\n"}
    assert after[len(after.rstrip()) :] == text[len(text.rstrip()) :]


@pytest.mark.parametrize("name", NAMES)
def test_fixes_hold_what_they_promise(root: Path, name: str) -> None:
    holds(root, name, TEXTS[name])


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize("name", NAMES)
def test_line_ends_mark_and_last_line_stay(root: Path, name: str, end: str) -> None:
    text = TEXTS[name].rstrip("\n")
    plain = mended(root, text, name=name)
    other = mended(root, b"\xef\xbb\xbf" + text.replace("\n", end).encode(), name=name)
    assert other.after == b"\xef\xbb\xbf" + plain.after.decode().replace("\n", end).encode()
    assert not plain.after.endswith(b"\n")


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, str]:
    """An article with lines gone, doubled, moved or put in."""
    name = draw(st.sampled_from(NAMES))
    lines = TEXTS[name].splitlines(keepends=True)
    for _ in range(draw(st.integers(1, 4))):
        at, to = (draw(st.integers(0, max(len(lines) - 1, 0))) for _ in range(2))
        match draw(st.sampled_from(("cut", "double", "move", "put", "swap"))):
            case "cut":
                del lines[at : at + 1]
            case "double":
                lines[to:to] = lines[at : at + 1]
            case "move":
                line = lines[at : at + 1]
                del lines[at : at + 1]
                lines[to:to] = line
            case "put":
                lines.insert(at, draw(st.sampled_from(EXTRAS)))
            case "swap":
                old, new = draw(st.tuples(st.integers(1, 9), st.integers(1, 12)))
                lines = [line.replace(f"({old})", f"({new})").replace(f"[{old}]", f"[{new}]") for line in lines]
    return name, "".join(lines)


@settings(max_examples=150)
@given(mutated())
def test_fixes_hold_it_for_mutated_articles_too(root: Path, case: tuple[str, str]) -> None:
    holds(root, *case)
