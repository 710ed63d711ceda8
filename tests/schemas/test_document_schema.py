"""Every article's document has the shape that is described."""

from pathlib import Path

import pytest

import schemas
from lint.article.parse import parse
from lint.article.settings import Settings

ROOT = Path(__file__).parent.parent.parent
ARTICLES = [*sorted((ROOT / "articles").glob("*.md")), *sorted((ROOT / "tests" / "fixtures").rglob("*.md"))]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_shape(path: Path) -> None:
    def beside(name: str) -> str | None:
        file = path.parent / name
        return file.read_text(encoding="utf-8") if file.is_file() else None

    article = parse(path.name, path.read_text(encoding="utf-8"), Settings(), beside).article
    assert list(schemas.failures("document", article.document)) == []


def test_the_shape_is_closed() -> None:
    assert [failure.keyword for failure in schemas.failures("document", {"own": 1})].count("required") == 7
