"""Makes a bare repository to fetch objects into."""

from pathlib import Path
from tempfile import TemporaryDirectory

from lint.finding import CopydeskError

_SETTINGS = (
    ("core.hooksPath", "/dev/null"),
    ("http.lowSpeedLimit", "1000"),  # bytes a second, for a minute: a dead connection must not hold its worker for ever
    ("http.lowSpeedTime", "60"),
)


def bare(place: Path, origin: str) -> None:
    """A repository without work tree and hooks, whose ``origin`` is this address; nothing is fetched.

    One that is there stays. A new one is made aside and then moved, so that nobody ever meets half of it.
    """
    import git

    if place.is_dir():
        return
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=place.parent, prefix=".new-") as aside:
            new = Path(aside, "new")
            run = git.Git(aside).execute
            run(("git", "init", "--quiet", "--bare", "--template=", "new"))
            for name, value in (*_SETTINGS, ("remote.origin.url", origin)):
                run(("git", "-C", "new", "config", name, value))
            new.rename(place)
    except (OSError, git.GitError) as error:
        if not place.is_dir():  # otherwise another process was faster
            raise CopydeskError(f"{place}: no repository can be made there ({type(error).__name__})") from None
