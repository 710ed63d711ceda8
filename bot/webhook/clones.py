"""Mirrors of the repositories that the app reviews: bare, so no file of theirs is ever laid out, no hook ever run."""

from dataclasses import dataclass
from pathlib import Path

from lint.history.bare import bare


@dataclass(frozen=True, slots=True)
class Clones:
    """Kept in ``folder``, one a repository; each can be thrown away, and is fetched again. ``server``: of GitHub."""

    folder: Path
    server: str

    def of(self, repository: str) -> Path:
        """The mirror of ``owner/name``; made, and still empty, where there is none."""
        place = self.folder / f"{repository}.git"
        bare(place, f"{self.server.rstrip('/')}/{repository}.git")
        return place
