"""The projects of a run: one for each configuration that counts for a file of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from lint.config import Config, load, read_config
from lint.project import Project


class Projects:
    """``config``: this configuration for all files, rather than the one found beside each.

    ``texts``: source texts to compare with, besides the configured ones.
    """

    def __init__(self, today: date, config: Path | None = None, texts: Sequence[Path] = ()) -> None:
        self.today = today
        self._fixed = read_config(config) if config else None
        self._texts = tuple(str(path.absolute()) for path in texts)
        self._made: dict[str, Project] = {}

    def of(self, file: Path) -> Project:
        """The project of a file or folder."""
        return self.add(self._fixed or load(file))

    def at(self, root: str) -> Project:
        """The project with this root, which has counted before."""
        return self._made[root]

    def add(self, config: Config) -> Project:
        """The project of a configuration; each has a root of its own."""
        root = str(config.root)
        if root not in self._made:
            sources = replace(config.sources, texts=(*config.sources.texts, *self._texts))
            self._made[root] = Project(replace(config, sources=sources), self.today)
        return self._made[root]

    def main(self) -> Project:
        """The project whose settings decide how to show the report and when to fail: the first that counted."""
        return next(iter(self._made.values()), None) or self.of(Path.cwd())

    def all(self) -> list[Project]:
        return list(self._made.values())


def forget() -> None:
    """Forgets what was read of configurations and schemas, in a process that outlives a run."""
    import schemas
    from lint.config.load import forget as forget_configurations
    from lint.schema.rules import forget as forget_rules

    forget_configurations()
    forget_rules()
    schemas.forget()
