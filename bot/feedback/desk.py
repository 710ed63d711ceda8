"""The publication's repository as the worker needs it: articles as they stand, who answers for them, the commit."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from bot.feedback.issues import Facts, facts
from bot.feedback.owners import LARGEST, PLACES, owners
from lint.article import Article
from lint.config import Config, load
from lint.context import Person
from lint.finding import CopydeskError


class Desk:
    """A checkout. ``address``: of the repository's pages on GitHub; ``commit``: what is checked out."""

    def __init__(self, root: Path, address: str = "", commit: str = "") -> None:
        self.root = root.resolve()
        self.address, self.commit = address, commit

    @cached_property
    def config(self) -> Config:
        """The publication's settings."""
        return load(self.root)

    @cached_property
    def people(self) -> Mapping[str, Person]:
        """The people file; empty where there is none."""
        from lint.people import load as people

        return people(self.config.people) if self.config.people else {}

    def article(self, path: str) -> Article | None:
        """An article as it stands; None where it is gone or cannot be read."""
        from lint.corpus import Unreadable
        from lint.run import read_article

        file = (self.root / path).resolve()
        if not file.is_relative_to(self.root):
            return None
        try:
            found = read_article(file, self.config)
        except (Unreadable, CopydeskError, OSError):
            return None
        return None if found.problems else found.article

    def facts(self, path: str, passage: str) -> Facts:
        """What an issue says of an article; little where it is gone."""
        article = self.article(path)
        if article is None:
            return Facts(path, path)
        owned = owners(self._codeowners, path)
        return facts(
            article,
            passage,
            address=self.address,
            commit=self.commit,
            people=self.people,
            owners=owned,
            verdicts=self._verdicts(article),
        )

    def _verdicts(self, article: Article) -> dict[str, str]:
        """What the lock says of an article's references; nothing where there is none, or none that can be read."""
        from lint.verification.collecting import sources
        from lint.verification.shelf import Shelf
        from lint.verification.standing import judged

        try:
            shelf = Shelf(self.root)
            found = judged(sources(article.path, article), shelf) if shelf.held else ()
            return {one.source.key: one.standing.value for one in found}
        except CopydeskError:
            return {}

    @cached_property
    def _codeowners(self) -> str:
        """The first CODEOWNERS file, where GitHub looks; empty where there is none that it would read."""
        for place in PLACES:
            file = (self.root / place).resolve()
            if file.is_file() and file.is_relative_to(self.root) and file.stat().st_size <= LARGEST:
                return file.read_text(encoding="utf-8", errors="replace")
        return ""


def checkout(repo: Path, server: str, repository: str) -> Desk:
    """The desk of a checkout whose repository is ``owner/name`` on GitHub."""
    return Desk(repo, f"{server.rstrip('/')}/{repository}" if repository else "", _commit(repo))


def _commit(repo: Path) -> str:
    """What is checked out; empty outside a repository, where no line has a lasting address."""
    from lint.history.trees import opened

    try:
        return opened(repo).commit("HEAD")
    except CopydeskError:
        return ""
