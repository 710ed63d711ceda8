"""What a repository holds at commits: their files, how two of them differ. Nothing is checked out, nothing is run."""

import os
import re
import subprocess
from collections.abc import Iterator
from functools import cached_property
from io import BufferedReader
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from lint.finding import CopydeskError
from lint.history.contents import Process, content, end

if TYPE_CHECKING:
    import git

_DIFF = (
    *("git", "-c", "diff.relative=false", "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--raw", "-z"),
    *("-M", "-l1000", "--no-abbrev", "--submodule=short"),
)
_PATCHES = ("--patch", "-U0", "--inter-hunk-context=0", "--text")
_LOCAL = {"GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}
_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


class Entry(NamedTuple):
    """A file of a commit: POSIX path as git names it, mode (``100644``), blob, size in bytes (None for a submodule)."""

    path: str
    mode: str
    blob: str
    size: int | None


class Trees:
    """The commits of one repository, read as data."""

    def __init__(self, repository: "git.Repo") -> None:
        self._repository = repository
        self._git = repository.git
        self._git.update_environment(**_LOCAL)

    @cached_property
    def folder(self) -> Path:
        """Where the objects lie: what an ``alternates`` file names."""
        return Path(self._repository.common_dir).resolve()

    def commit(self, revision: str) -> str:
        """The full hash of a commit; `CopydeskError` where the repository does not hold it."""
        found = self._ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if found is None or not _COMMIT.fullmatch(sha := found.decode("ascii", "replace").strip()):
            raise CopydeskError(f"{revision}: the repository holds no such commit; fetch it first")
        return sha

    def holds(self, commit: str) -> bool:
        """Whether a commit (by its full hash) is there."""
        return bool(_COMMIT.fullmatch(commit)) and self._ask("cat-file", "-e", f"{commit}^{{commit}}") is not None

    def merge_base(self, one: str, other: str) -> str:
        """The commit at which two branches parted."""
        found = self._ask("merge-base", "--end-of-options", one, other)
        if not found:
            raise CopydeskError(
                f"{one[:9]} and {other[:9]} have no common history here; fetch the whole of it (fetch-depth: 0)"
            )
        return found.decode("ascii").strip()

    def files(self, commit: str) -> Iterator[Entry]:
        """All files of a commit."""
        listed = self._ask("ls-tree", "-r", "-l", "-z", "--full-tree", commit)
        for row in (listed or b"").split(b"\0")[:-1]:
            kind, _, name = row.partition(b"\t")
            mode, _, blob, size = kind.decode("ascii").split()
            yield Entry(os.fsdecode(name), mode, blob, int(size) if size != "-" else None)

    def diff(self, before: str, after: str, patterns: tuple[str, ...] = ()) -> Iterator[bytes]:
        """The difference of two commits as ``git diff --raw -z`` writes it, in chunks; renames found.

        ``patterns``: git's pathspecs of the files whose patches (``-U0``) are to follow; without them there are none.
        """
        import git

        patches = _PATCHES if patterns else ()
        process = self._git.execute((*_DIFF, *patches, before, after, "--", *patterns), as_process=True)
        stream = cast(BufferedReader, process.stdout)
        yield from iter(lambda: stream.read1(1 << 16), b"")
        try:
            process.wait()
        except git.GitCommandError:
            raise CopydeskError(
                f"git cannot compare {before[:9]} and {after[:9]}: the clone may be partial; fetch all"
            ) from None

    def content(self, blob: str) -> bytes | None:
        """What a blob holds; None where the repository does not have it."""
        return content(self._contents, blob.encode("ascii"))

    def fetch(self, remote: str, *names: str, header: str = "") -> bool:
        """Fetches objects (never a work tree) by ref or hash; whether that was possible.

        ``header``: an HTTP header that lets us in. It goes by the environment, where no list of processes shows it.
        """
        secret = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "http.extraHeader", "GIT_CONFIG_VALUE_0": header}
        command = ("fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules", remote, *names)
        return self._ask(*command, env=secret if header else None) is not None

    def close(self) -> None:
        """Ends the process that hands out contents; the next question starts another."""
        if (running := self.__dict__.pop("_contents", None)) is not None:
            end(running)

    @cached_property
    def _contents(self) -> Process:
        command = ("git", "cat-file", "--batch")
        return cast(Process, self._git.execute(command, istream=subprocess.PIPE, as_process=True))

    def _ask(self, *command: str, env: dict[str, str] | None = None) -> bytes | None:
        """What git answers; None where it says no."""
        import git

        try:
            return self._git.execute(
                ("git", *command), stdout_as_string=False, strip_newline_in_stdout=False, env=env or {}
            )
        except git.GitCommandError:
            return None


def opened(place: Path) -> Trees:
    """The repository that a folder lies in."""
    try:
        import git
    except ImportError:
        raise CopydeskError("git is not installed; install it") from None
    try:
        return Trees(git.Repo(place, search_parent_directories=True))
    except (git.InvalidGitRepositoryError, git.NoSuchPathError):
        raise CopydeskError(f"{place}: no git repository; run this inside one or name one with --repo") from None
