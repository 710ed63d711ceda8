"""Gathers the material of a review: from git's objects, the reports, and the settings of the base branch."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from bot import exports
from bot.case import Material
from bot.diff import File, parse
from bot.findings import compare, found
from bot.reports import Reports
from bot.state import Review
from bot.subjects import Subject
from bot.weakening import weakenings
from bot.workflow import Desk
from lint.article import Article
from lint.article.parse import parse as read_article
from lint.article.parsed import Parsed
from lint.catalogue import catalogue
from lint.config import Config, load
from lint.corpus import SUFFIXES, Found, Unreadable, decode, discover
from lint.corpus.discover import includes
from lint.finding import Unchecked
from lint.history import GitHistory
from lint.history.trees import Entry, Trees
from lint.people import load as load_people
from lint.rules.edited_since_review import Options as Edited
from lint.run import Request, Source, opened

_ARTICLES = tuple(f":(icase)*{suffix}" for suffix in SUFFIXES)


class Commits(NamedTuple):
    """The commits of a pull request. ``base``: the tip of the base branch; ``fork``: the merge base."""

    head: str
    base: str
    fork: str


class Gathered(NamedTuple):
    """The material, and the articles of the head as they were opened, by path: to try fixes on."""

    material: Material
    opened: Mapping[str, tuple[Source, Parsed]]

    def close(self) -> None:
        """Ends the processes of git that the articles' histories hold."""
        for history in {id(source.project): source.project.history for source, _ in self.opened.values()}.values():
            if isinstance(history, GitHistory):
                history.close()


def commits(trees: Trees, head: str, base: str) -> Commits:
    """The commits that two revisions name."""
    head, base = trees.commit(head), trees.commit(base)
    return Commits(head, base, trees.merge_base(base, head))


def gather(
    trees: Trees, at: Commits, given: Reports, reviews: Iterable[Review], today: date, folder: Path, server: str
) -> Gathered:
    """All that a plan is made of. ``folder``: an empty one, for the files of the head as data."""
    root = exports.export(trees, at.head, at.base, folder)
    place = "" if root == folder else root.relative_to(folder).as_posix()
    config = load(root)
    files = tuple(_files(trees, at))
    articles = _articles(folder, config)
    changed = [one for file in files if (one := _touched(file, articles, place, config))]
    side = _Side(trees, at.fork, folder)
    heads = dict(_opened(folder, [file.path for file in changed if file.path in articles], today))
    subjects = tuple(_subject(file, side, heads) for file in changed)
    moved = {one.file.before: one.path for one in subjects if one.file.status == "renamed"}
    gone = {one.path for one in subjects if one.is_gone}
    before = [one for one in found(given.base, place) if one.path not in gone]  # what went is not settled
    texts = _texts(subjects, moved)
    material = Material(
        head=at.head,
        subjects=subjects,
        comparison=compare(before, found(given.head, place), moved, texts),
        desk=_desk(config, subjects, place, today),
        files=files,
        unchecked=tuple(_unchecked(given, place)),
        faults=tuple((_below(place, one["path"]), one["rule"]) for one in given.head["faults"]),
        weakenings=weakenings(exports.settings(trees, at.fork), exports.settings(trees, at.head), files, subjects),
        texts=dict(_approved(trees, reviews, subjects)),
        rules=catalogue(config.schema),
        fail_on=config.fail_on,
        server=server,
    )
    return Gathered(material, heads)


def _files(trees: Trees, at: Commits) -> Iterator[File]:
    """Every file that the pull request touches, of articles with their lines."""
    lines = {file.path: file for file in parse(trees.diff(at.fork, at.head, _ARTICLES))}
    for file in parse(trees.diff(at.fork, at.head)):
        touched = lines[file.path].touched if file.path in lines else ()
        yield File(file.path, file.status, file.before, touched, file.is_regular)


def _articles(folder: Path, config: Config) -> frozenset[str]:
    """The paths of the articles that the settings include."""
    listed = (one.path for one in discover((), config) if isinstance(one, Found))
    return frozenset(path.relative_to(folder).as_posix() for path in listed)


def _touched(file: File, articles: frozenset[str], place: str, config: Config) -> File | None:
    """The file where it is an article; where it was one, and went or moved to where nobody checks, a deletion."""
    if file.path in articles:
        return file
    if file.before and file.before.startswith(place) and file.status in ("deleted", "renamed"):
        inside = file.before.removeprefix(f"{place}/") if place else file.before
        if includes(inside, config):
            return File(file.before, "deleted", file.before, is_regular=False)
    return None


class _Side:
    """The articles as they were at the merge base."""

    def __init__(self, trees: Trees, commit: str, folder: Path) -> None:
        self._trees, self._folder = trees, folder
        self._blobs = {entry.path: entry for entry in trees.files(commit)}

    def article(self, path: str) -> Article | None:
        """The article under a path; None where there is none, or none that can be read."""
        config = load(self._folder / path)
        text = self._text(path, config.max_file_size)
        if text is None:
            return None
        near = path.rpartition("/")[0]

        def beside(name: str) -> str | None:
            return self._text(f"{near}/{name}" if near else name, config.max_file_size)

        return read_article(path, text, config.settings, beside).article

    def _text(self, path: str, limit: int) -> str | None:
        return _decoded(self._trees, self._blobs.get(path), limit)


def _decoded(trees: Trees, entry: Entry | None, limit: int) -> str | None:
    if entry is None or not entry.mode.startswith("100") or (entry.size or 0) > limit:
        return None
    try:
        return decode(trees.content(entry.blob) or b"", limit)
    except Unreadable:
        return None


def _opened(folder: Path, paths: list[str], today: date) -> Iterator[tuple[str, tuple[Source, Parsed]]]:
    if not paths:
        return
    request = Request(today, tuple(str(folder / path) for path in paths))
    for source, parsed in opened(request, lambda sources, _: sources):
        yield source.file.relative_to(folder).as_posix(), (source, parsed)


def _subject(file: File, before: _Side, heads: Mapping[str, tuple[Source, Parsed]]) -> Subject:
    after = heads[file.path][1].article if file.path in heads else None
    return Subject(file, before.article(file.before) if file.before else None, after)


def _texts(subjects: Iterable[Subject], moved: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """The texts of renamed articles, by old and by new path."""
    renamed = [one for one in subjects if one.file.before in moved]
    old = {one.file.before: one.before.text for one in renamed if one.before}
    return old, {one.path: one.after.text for one in renamed if one.after}


def _desk(config: Config, subjects: Iterable[Subject], place: str, today: date) -> Desk:
    people = load_people(config.people) if config.people else None
    inside = ((one.path, one.path.removeprefix(f"{place}/") if place else one.path) for one in subjects)
    options = {path: config.options(name).get(Edited, Edited()) for path, name in inside}
    return Desk(config.bot, people, today, {path: one.minimum_words for path, one in options.items()})


def _unchecked(given: Reports, place: str) -> Iterator[Unchecked]:
    for one in given.head["coverage"]["unchecked"]:
        yield Unchecked(one["what"], one["why"], tuple(_below(place, path) for path in one["paths"]))


def _below(place: str, path: str) -> str:
    return f"{place}/{path}" if place else path


def _approved(
    trees: Trees, reviews: Iterable[Review], subjects: Iterable[Subject]
) -> Iterator[tuple[tuple[str, str], str | None]]:
    """The texts of the articles at the commits that were approved, as far as the repository holds those."""
    listed = tuple(subjects)
    for commit in dict.fromkeys(one.commit for one in reviews if one.state == "APPROVED"):
        if not trees.holds(commit):
            continue
        blobs = {entry.path: entry for entry in trees.files(commit)}
        for path in {path for one in listed for path in (one.path, one.file.before) if path}:
            yield (commit, path), _decoded(trees, blobs.get(path), exports.LARGEST)
