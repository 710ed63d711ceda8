"""Weakening is loud: what a pull request changes about how articles are judged, each thing in one sentence. Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from bot.diff import File
from bot.subjects import Subject
from bot.weakening.articles import disclaimers, suppressions
from bot.weakening.people import people
from bot.weakening.settings import settings
from lint.config.find import NAMES

_CHECKS = (".github/workflows/", ".github/actions/")
_CHECK_FILES = frozenset((".pre-commit-config.yaml", "action.yml", "CODEOWNERS", ".github/CODEOWNERS"))


class Weakening(NamedTuple):
    """Something that makes the check say less, or may: where, and what (plain text, as hostile as its source)."""

    path: str
    what: str


Texts = Mapping[str, str]


def weakenings(
    before: Texts, after: Texts, files: Iterable[File], subjects: Iterable[Subject]
) -> tuple[Weakening, ...]:
    """All that weakens: of the settings' files (texts at the merge base and at the head), workflows, articles."""
    return (*_of_settings(before, after), *_of_checks(files), *_of_articles(subjects))


def _of_settings(before: Texts, after: Texts) -> Iterator[Weakening]:
    for path in sorted({*before, *after}):
        if before.get(path) == after.get(path):
            continue
        old, new = before.get(path), after.get(path)
        yield from (Weakening(path, what) for what in _of_file(path, old, new))


def _of_file(path: str, old: str | None, new: str | None) -> Iterator[str]:
    name = PurePosixPath(path).name
    if name in NAMES:
        yield from settings(name, old, new)
    elif name == ".gitignore":
        added = [line for line in _more(old, new) if line.strip() and not line.startswith("#")]
        if added:
            yield f"articles that git ignores are not checked, and this is ignored now: {', '.join(added[:5])}"
    elif path.endswith((".yaml", ".yml")):
        yield from people(path, old, new)
    elif path.endswith(".jsonl"):
        if grown := len([line for line in _more(old, new) if line.strip()]):
            yield f"the baseline grows by {grown:,} accepted finding{'s' * (grown > 1)}"
    else:
        yield f"the schema that articles are held against was {_fate(old, new)}"


def _more(old: str | None, new: str | None) -> list[str]:
    return list((Counter((new or "").splitlines()) - Counter((old or "").splitlines())).elements())


def _fate(old: str | None, new: str | None) -> str:
    return "added" if old is None else "removed" if new is None else "edited"


def _of_checks(files: Iterable[File]) -> Iterator[Weakening]:
    for file in files:
        for path in dict.fromkeys((file.path, file.before)):
            if path.startswith(_CHECKS) or path in _CHECK_FILES:
                yield Weakening(path, f"how articles are checked was {file.status} here")
                break


def _of_articles(subjects: Iterable[Subject]) -> Iterator[Weakening]:
    for subject in subjects:
        for what in (*suppressions(subject), *disclaimers(subject)):
            yield Weakening(subject.path, what)
