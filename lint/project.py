"""A project: what one configuration brings to the articles under it, loaded when first needed."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from lint.catalogue import catalogue
from lint.config import Config
from lint.context import Context, Corpus, History, NoCorpus, NoHistory, Person
from lint.engine import Ruling
from lint.evidence import Lock
from lint.finding import CopydeskError, Unchecked
from lint.rules.rule import Rule

if TYPE_CHECKING:
    from lint.cache.store import Store
    from lint.corpus import Files
    from lint.corpus.copies import Copies
    from lint.corpus.sources import SourceText
    from lint.history import GitHistory


class Selection(NamedTuple):
    """The rules that the command line asks for, by rule or category; nothing selected means all."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def wants(self, rule: Rule) -> bool:
        """Whether to run a rule."""
        names = {rule.name, rule.category}
        return (not self.select or not names.isdisjoint(self.select)) and names.isdisjoint(self.ignore)

    def refuse(self, rules: Collection[Rule]) -> None:
        """A name that is neither a rule nor a category is a mistake, and so is a selection of nothing."""
        known = {name for rule in rules for name in (rule.name, rule.category)}
        for option, names in (("--select", self.select), ("--ignore", self.ignore)):
            for name in names:
                if name not in known:
                    from difflib import get_close_matches

                    near = get_close_matches(name, known, 1)
                    hint = f'; did you mean "{near[0]}"?' if near else "; `copydesk rule --all` lists them"
                    raise CopydeskError(f'{option}: no rule or category "{name}"{hint}')
        if not any(map(self.wants, rules)):
            raise CopydeskError("--select and --ignore leave no rule to check")


class Project:
    """A configuration and what it names: schema, rules, people; with the files of this run, their history."""

    def __init__(self, config: Config, today: date) -> None:
        self.config = config
        self.today = today
        self.history: History = NoHistory()
        self.corpus: Corpus = NoCorpus()
        self.paths: tuple[str, ...] = ()
        self.files: Files
        self.store: Store | None = None
        """Where what was worked out is kept; None without a cache."""
        self.facts: dict[str, dict[str, Any]] = {}
        """`lint.work.facts` by name and path, when all articles are read."""
        self._git: GitHistory | None = None
        self._rulings: dict[tuple[Selection, tuple[bool, ...]], Ruling] = {}

    def open(self, paths: Sequence[str], commit: str = "HEAD") -> None:
        """Takes in the articles of this run by their paths, relative to the root, and their history until a commit."""
        from lint.history import GitHistory

        self.paths = tuple(paths)
        self.history = self._git = GitHistory(self.config.root, paths, self.today, commit)
        self.gather({})

    def prepare(self) -> None:
        """Reads ahead what an article that changes will ask of history."""
        if self._git:
            self._git.prepare()

    def remember(self, store: Path | None) -> None:
        """Takes in the file where what was worked out is kept."""
        if store is not None:
            from lint.cache.store import Store

            self.store = Store(store)
            self.gather({})

    def gather(
        self,
        titles: Mapping[str, Sequence[str]],
        anchors: Mapping[str, frozenset[str]] = MappingProxyType({}),
        copies: "Copies | None" = None,
    ) -> None:
        """Takes in what the articles of this run say of themselves and share: their paths by title, anchors, copies.

        Anchors that are not given are read when asked for.
        """
        from lint.corpus import Files

        kept = partial(_anchors, self.store)
        self.corpus = self.files = Files(self.config.root, titles, self.config.max_file_size, anchors, copies, kept)

    @cached_property
    def source_texts(self) -> tuple[Mapping[str, "SourceText"], tuple[Unchecked, ...]]:
        """The texts that no article may copy, by path, and what there is no text."""
        if not self.config.sources.texts:
            return {}, ()
        from lint.corpus.sources import source_texts

        found = list(source_texts(self.config.root, self.config.sources.texts))
        unread = tuple(one for one in found if isinstance(one, Unchecked))
        return dict(one for one in found if not isinstance(one, Unchecked)), unread

    def close(self) -> None:
        """Lets go of the articles, and ends the processes of git."""
        if self._git:
            self._git.close()
        self.history, self.corpus, self._git = NoHistory(), NoCorpus(), None

    @cached_property
    def rules(self) -> Mapping[str, Rule]:
        """All rules by name, those of the publication's own schema included."""
        return catalogue(self.config.schema)

    @cached_property
    def lock(self) -> Lock:
        """What the registries answered, read when a rule first asks."""
        from lint.verification.shelf import Shelf

        return Shelf(self.config.root)

    @cached_property
    def people(self) -> Mapping[str, Person] | None:
        """The people file; None when the publication keeps none."""
        from lint.people import load

        return load(self.config.people) if self.config.people else None

    def context(self, path: str) -> Context:
        """What the rules may know when they judge an article."""
        return Context(
            today=self.today,
            history=self.history,
            corpus=self.corpus,
            people=self.people,
            disclaimers=self.config.settings.disclaimers,
            freshness=self.config.freshness,
            sources=self.config.sources,
            lock=self.lock,
            lock_age=self.config.verify.max_age,
            prints_title=self.config.prints_title,
            rule_options=self.config.options(path),
        )

    def ruling(self, path: str, selection: Selection) -> Ruling:
        """The rules in force for an article; most articles share them."""
        mark = selection, tuple(override.patterns.match(path) for override in self.config.overrides)
        if mark not in self._rulings:
            self._rulings[mark] = self._ruling(path, selection)
        return self._rulings[mark]

    def _ruling(self, path: str, selection: Selection) -> Ruling:
        """A rule that is selected by its name runs even where it is off."""
        from lint.schema.rules import problems

        severities = {}
        for rule in self.rules.values():
            severity = self.config.severity(rule, path, self.today)
            if severity is None and rule.name in selection.select:
                severity = rule.severity
            if severity is not None and selection.wants(rule):
                severities[rule.name] = severity
        schema: str | Path = self.config.schema or "article"
        # Not self: a circle would keep git's processes open.
        settings, prints_title = self.config.settings, self.config.prints_title
        return Ruling(severities, dict(self.rules), lambda article: problems(article, schema, settings, prints_title))


def _anchors(store: "Store | None", path: str, stamp: str) -> frozenset[str] | None:
    """The anchors of a file with these bytes, if they are remembered. No method: a circle would keep git open."""
    kept = store.kept(path, stamp) if store and stamp else None
    if kept is None:
        return None
    from lint.cache.pack import anchors

    return anchors(kept)
