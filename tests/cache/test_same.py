"""A report is the same, byte for byte, without the cache, with a new one, with an old one, and by two processes."""

from dataclasses import replace
from pathlib import Path

import pytest

from lint.check import check
from lint.formatters import FORMATS, Presentation, formatter
from lint.run import Outcome, Request
from tests.cache.process import said
from tests.corpora import TODAY, copy

REQUEST = Request(TODAY, ("tests/fixtures", "articles"))


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy(tmp_path_factory.mktemp("publication"))


@pytest.fixture(scope="module")
def plain(publication: Path) -> dict[str, str]:
    """Each format's text, without a cache and by one process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(publication)
        outcome = check(REQUEST)
    assert not outcome.report.faults
    assert len(outcome.report.findings) > 300
    return texts(outcome)


def texts(outcome: Outcome) -> dict[str, str]:
    show = Presentation(80, rules=outcome.rules, version="0.1.0")
    return {name: "".join(f"{line}\n" for line in formatter(name).lines(outcome.report, show)) for name in FORMATS}


def test_in_every_format(publication: Path, plain: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(publication)
    cached = REQUEST._replace(cache=True)
    for request in (REQUEST._replace(jobs=2), cached, cached, cached._replace(jobs=2)):
        assert texts(check(request)) == plain


def test_a_report_of_another_day_is_that_of_the_day(publication: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(publication)
    later = REQUEST._replace(today=TODAY.replace(year=2029))
    check(REQUEST._replace(cache=True))
    without, old, new = (check(one) for one in (later, *[later._replace(cache=True)] * 2))
    assert texts(without) == texts(old) == texts(new)


@pytest.mark.parametrize("name", FORMATS)
def test_as_it_is_printed(publication: Path, plain: dict[str, str], name: str) -> None:
    first, again = (said(publication, "--output-format", name, *REQUEST.paths) for _ in range(2))
    assert first == again
    assert first[0] == 1
    assert first[1].startswith(plain[name])
    assert name == "full" or first[1] == plain[name]


def test_what_is_kept_is_the_article(publication: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from lint.article.parse import parse
    from lint.article.settings import Settings
    from lint.cache import pack
    from lint.config import Config
    from lint.context import Context
    from lint.engine import by_itself
    from lint.project import Project, Selection
    from tests.corpora import TEXTS

    ruling = Project(Config(publication), TODAY).ruling("a.md", Selection())
    for path, text in TEXTS.items():
        one = parse(path, text, Settings())
        own = by_itself(one.article, Context(TODAY), ruling)
        again, said_again = pack.parsed(pack.article(one, own), path, text)
        assert again == one
        assert said_again.suppressions == own.suppressions
        assert list(said_again.said) == [
            (name, replace(what, data={}) if hasattr(what, "data") else what) for name, what in own.said
        ]
