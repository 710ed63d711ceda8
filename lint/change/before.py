"""What the rules would have said of an article at the merge base: its text, settings, people and neighbours of then."""

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from lint.article import Article
from lint.article.parse import parse
from lint.article.parsed import Parsed
from lint.change.corpus import BaseCorpus, plain
from lint.change.settings import differ, earlier, governing
from lint.config import Config
from lint.corpus import Files, Unreadable, decode, holds
from lint.corpus.copies import Copies, known
from lint.engine import Judgement, judge, refused, unreadable
from lint.finding import CopydeskError, Finding, Unknown
from lint.history.base import Base
from lint.project import Project, Selection
from lint.renaming import renamed
from lint.run import Request, Source


class Old(NamedTuple):
    """An article at the merge base. ``path``: relative to the root of the configuration that counted."""

    name: str
    path: str
    config: Config


class Before:
    """The articles of a run at the merge base. ``folder``: an empty one, for the settings of then."""

    def __init__(self, base: Base, folder: Path, request: Request, parsed: Sequence[tuple[Source, Parsed]]) -> None:
        self._base = base
        self._folder = folder
        self._request = request
        self._articles = [source for source, _ in parsed]
        self._anchors_now = {(source.project, source.path): one.anchors for source, one in parsed}
        self._today = {source.shown: one.article for source, one in parsed}
        self._titles_now = {source.shown: one.article.document["title"] or "" for source, one in parsed}
        self._earlier = cache(lambda name: earlier(base, name, folder))
        self._texts: dict[tuple[str, int], Parsed | Unreadable] = {}
        self._projects: dict[tuple[int, int], Project] = {}

    def close(self) -> None:
        """Ends the processes of git."""
        for project in self._projects.values():
            project.close()

    def findings(self, source: Source) -> list[Finding]:
        """The findings of then, with the fingerprints that they would have under the path of today."""
        old = self._old(source)
        if old is None:
            return []
        project = self._project(source, old)
        ruling = project.ruling(old.path, Selection(self._request.select, self._request.ignore))
        parsed = self._parsed(old)
        if isinstance(parsed, Unreadable):
            return list(unreadable(source.path, parsed.message, parsed.line, ruling).findings)
        if parsed.problems:
            said = refused(parsed.article, parsed.problems, ruling)
        else:
            said = judge(parsed.article, project.context(old.path), ruling)
        return _under(source.path, said, parsed, project)

    def _old(self, source: Source) -> Old | None:
        """The article as it was; None where it is new."""
        name = self._base.name(source.file)
        old = self._base.earlier(name) if name else None
        if old is None:
            return None
        config = self._config(source.project.config, old)
        path = posixpath.relpath(old, self._home(config) or ".")
        # A draft that is an article now brings all its findings: nobody has looked at them before.
        was_draft = self._holds(source.project.config, source.path) and not self._holds(config, path)
        return None if was_draft else Old(old, path, config)

    def _holds(self, config: Config, path: str) -> bool:
        return holds(config, path, everywhere=bool(self._request.paths))

    def _config(self, now: Config, name: str) -> Config:
        """The configuration that counted for an article; today's where it is the same, or where that was broken."""
        fixed = self._request.config
        own = self._base.name(fixed.absolute()) if fixed else governing(self._base, name)
        if own == (self._base.name(now.source) if now.source else None) and not differ(now, self._base):
            return now
        if own is None:
            return now if now.source is None or fixed else Config(self._base.top)
        return self._earlier(own) or now

    def _home(self, config: Config) -> str:
        return posixpath.dirname(self._base.name(config.root / "x") or "")

    def _project(self, source: Source, old: Old) -> Project:
        key = id(source.project), id(old.config)
        if key not in self._projects:
            self._projects[key] = self._opened(source.project, old.config)
        return self._projects[key]

    def _opened(self, now: Project, config: Config) -> Project:
        project = Project(config, self._request.today)
        try:
            _ = project.people, project.rules
        except CopydeskError:  # broken at the merge base: today's are the nearest to them
            project = Project(now.config, self._request.today)
        mine = [source for source in self._articles if source.project is now]
        olds = {source.shown: old for source in mine if (old := self._old(source))}
        project.open([old.path for old in olds.values()], self._base.commit)
        anchors = {path: found for (each, path), found in self._anchors_now.items() if each is now}
        today = Files(now.config.root, {}, now.config.max_file_size, anchors)
        project.corpus = BaseCorpus(
            self._base,
            self._home(config),
            today,
            cache(lambda: self._titles(olds)),
            self._anchors,
            self._copies(olds, now),
        )
        return project

    def _copies(self, olds: Mapping[str, Old], now: Project) -> Copies:
        """What articles shared then: those that differ as they were, the others as they are."""
        shown = {old.path: name for name, old in olds.items()}

        def article(path: str) -> Article:
            old = olds[shown[path]]
            parsed = self._parsed(old) if self._base.touched(old.name) else None
            return parsed.article if isinstance(parsed, Parsed) else self._today[shown[path]]

        return Copies(lambda: known({path: article(path) for path in shown}), article, now.source_texts[0])

    def _titles(self, olds: Mapping[str, Old]) -> Mapping[str, Sequence[str]]:
        """The paths by title: of the articles that differ, their titles of then."""
        found: dict[str, list[str]] = {}
        for shown, old in olds.items():
            title = self._titles_now[shown]
            if self._base.touched(old.name):
                parsed = self._parsed(old)
                title = "" if isinstance(parsed, Unreadable) else parsed.article.document["title"] or ""
            found.setdefault(plain(title), []).append(old.path)
        return found

    def _parsed(self, old: Old) -> Parsed | Unreadable:
        key = old.name, id(old.config)
        if key not in self._texts:
            self._texts[key] = self._read(old)
        return self._texts[key]

    def _read(self, old: Old) -> Parsed | Unreadable:
        limit = old.config.max_file_size
        beside = posixpath.dirname(old.name)
        try:
            text = decode(self._base.content(old.name) or b"", limit)
        except Unreadable as error:
            return error
        return parse(old.path, text, old.config.settings, lambda name: self._beside(beside, name, limit))

    def _beside(self, folder: str, name: str, limit: int) -> str | None:
        content = self._base.content(posixpath.normpath(posixpath.join(folder, name)))
        try:
            return None if content is None else decode(content, limit)
        except Unreadable:
            return None

    def _anchors(self, name: str) -> frozenset[str] | Unknown:
        """The places in a markdown file of then."""
        from lint.article.anchors import anchors
        from lint.article.blocks import blocks
        from lint.article.front_matter.fences import split

        text = self._beside("", name, 2_000_000)
        return Unknown(f"{name} cannot be read") if text is None else anchors(blocks(text, split(text)[1]))


def _under(path: str, said: Judgement, parsed: Parsed, project: Project) -> list[Finding]:
    if parsed.article.path == path:
        return list(said.findings)
    there = renamed(said.findings, parsed.article, path, project.rules)
    return [replace(finding, fingerprint=fingerprint) for finding, fingerprint in there]
