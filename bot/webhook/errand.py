"""An errand: what a worker is to look at on GitHub, for which installation of the app."""

from typing import NamedTuple


class Errand(NamedTuple):
    """``repository``: owner/name. ``about``: ``pull/7``; ``commit/SHA`` for the pull requests with this head;
    ``branch/main`` for those onto this branch.
    """

    repository: str
    about: str
    installation: int

    @property
    def kind(self) -> str:
        """pull, commit or branch."""
        return self.about.partition("/")[0]

    @property
    def name(self) -> str:
        """The number, commit or branch."""
        return self.about.partition("/")[2]
