"""A desk: where articles are read and judged one by one. A worker has one of its own."""

import os
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from lint.article.parsed import Parsed
from lint.config import Config, read_config
from lint.corpus import Unreachable, Unreadable, decode, digest, fetch
from lint.engine import Judgement, Own, by_itself, conclude, describe, refused, unreadable
from lint.finding import CopydeskError, Fault, Finding
from lint.history import PASSING
from lint.project import Project, Selection
from lint.projects import Projects
from lint.sources import path_in
from lint.tally import count, unanswered, unverified
from lint.work.asking import Asking
from lint.work.facts import FACTS
from lint.work.verdict import Order, Result, Verdict

NO_READING = ("the text", "it cannot be read")
HIDDEN = ("text in raw HTML", "it is not read; write it as markdown")


class Brief(NamedTuple):
    """All that a desk elsewhere must know. The files themselves must be where they are here.

    ``run`` tells one run from the next. ``projects``: of each its root, the file of its configuration, the paths of its
    articles, and the file of its store.
    """

    run: str
    today: date
    selection: Selection
    packs: bool
    projects: tuple[tuple[Path, Path | None, tuple[str, ...], Path | None], ...]

    def desk(self) -> "Desk":
        """The desk, its projects ready."""
        projects = Projects(self.today)
        for root, source, paths, store in self.projects:
            project = projects.add(read_config(source) if source else Config(root))
            project.open(paths)
            project.remember(store)
        return Desk(projects, self.selection, self.packs)


class Desk:
    """``packs``: hand back, for the cache, what each says by itself. ``compares``: and what several are compared by."""

    def __init__(self, projects: Projects, selection: Selection, packs: bool = False, compares: bool = True) -> None:
        self._projects = projects
        self._selection = selection
        self._packs = packs
        self._compares = compares

    def brief(self) -> Brief:
        """What another desk must know to do the same."""
        projects = self._projects.all()
        return Brief(
            f"{os.getpid()}.{id(self)}.{time.time_ns()}",
            self._projects.today,
            self._selection,
            self._packs,
            tuple(
                (one.config.root, one.config.source, one.paths, one.store.file if one.store else None)
                for one in projects
            ),
        )

    def work(self, order: Order) -> Result:
        """What is said of an article; whatever happens on the way is part of it."""
        project = self._projects.at(order.root)
        try:
            data = fetch(order.file, project.config.max_file_size) if order.content is None else order.content
            return self._judged(order, project, data)
        except Unreadable as error:
            return Result(self._unreadable(order, project, error) if order.judge else Verdict())
        except CopydeskError:
            raise
        except Exception as error:  # noqa: BLE001 - the edge: an article that breaks us must not hide the others
            fault = Fault(order.shown, "parse", describe(error))
            return Result(Verdict(faults=(fault,) if order.judge else ()))

    def _judged(self, order: Order, project: Project, data: bytes) -> Result:
        name = digest(data) if self._packs else ""
        text = decode(data, project.config.max_file_size)
        beside: dict[str, str | None] = {}
        is_known = name and order.known.startswith(name)
        packed = project.store.kept(order.path, order.known) if project.store and is_known else None
        if packed is not None:
            from lint.cache.pack import parsed as unpacked

            one, own = unpacked(packed, order.path, text)
        else:
            one = _parsed(Path(order.file), project.config, text, beside)
            ruling = project.ruling(order.path, self._selection)
            own = (
                Own()
                if one.problems or not order.judge
                else by_itself(one.article, project.context(order.path), ruling)
            )
        kept = None
        if packed is None and self._packs and order.judge and not own.faults:
            from lint.cache.pack import article as pack

            kept = pack(one, own)
        facts = {key: fact.find(one) for key, fact in FACTS.items()} if self._compares else {}
        verdict = self._verdict(order, project, one, own) if order.judge else Verdict()
        return Result(verdict, one.article.document["title"] or "", name, tuple(beside.items()), kept, facts)

    def _verdict(self, order: Order, project: Project, one: Parsed, own: Own) -> Verdict:
        ruling = project.ruling(order.path, self._selection)
        if one.problems:
            said = refused(one.article, one.problems, ruling)
            return Verdict(_shown(said, order.shown), unchecked=(NO_READING,))
        asking = Asking(project.files, order.path, one.anchors, order.titled, order.copies)
        said = conclude(one.article, replace(project.context(order.path), corpus=asking), ruling, own)
        unchecked = [
            *unanswered(order.shown, said.unknowns),
            *unverified(order.shown, one.article.document, project.lock),
        ]
        return Verdict(
            _shown(said, order.shown),
            count(one.article.document, said.findings),
            (*((it.what, it.why) for it in unchecked), *((HIDDEN,) if one.hidden_words else ())),
            tuple(replace(fault, path=order.shown) for fault in said.faults),
            asking.asked,
            PASSING.isdisjoint(why for _, why in said.unknowns),
        )

    def _unreadable(self, order: Order, project: Project, error: Unreadable) -> Verdict:
        """A file that gives no text: a finding, or a notice where nobody asked for it by name."""
        if isinstance(error, Unreachable) and not order.named:
            return Verdict(unchecked=(("the file", error.message),))
        message = f"This file cannot be read: {error.message}." if isinstance(error, Unreachable) else error.message
        said = unreadable(order.path, message, error.line, project.ruling(order.path, self._selection))
        return Verdict(_shown(said, order.shown), unchecked=(NO_READING,))


def _shown(said: Judgement, path: str) -> tuple[Finding, ...]:
    return tuple(replace(finding, path=path) for finding in said.findings)


def read_article(file: Path, config: Config, content: bytes | None = None) -> Parsed:
    """The article in a file, or of a text under its name; `Unreadable` where there is none."""
    limit = config.max_file_size
    text = decode(fetch(file, limit) if content is None else content, limit)
    return _parsed(file, config, text, {})


def _parsed(file: Path, config: Config, text: str, beside: dict[str, str | None]) -> Parsed:
    """``beside`` takes the digest of each bibliography that was looked for."""
    from lint.article.parse import parse

    def neighbour(name: str) -> str | None:
        beside[name], text = bibliography(file.parent / name, config.max_file_size)
        return text

    return parse(path_in(config.root, file), text, config.settings, neighbour)


def bibliography(file: Path, limit: int) -> tuple[str | None, str | None]:
    """The digest and the text of a bibliography; None where it cannot be read."""
    try:
        data = fetch(file, limit)
    except Unreadable:
        return None, None
    try:
        return digest(data), decode(data, limit)
    except Unreadable:
        return digest(data), None
