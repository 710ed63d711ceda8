"""When content really changed, from git: the only folder that imports GitPython."""

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from io import BufferedReader
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from lint.finding import Unknown
from lint.history.contents import Process, end, reader
from lint.history.repository import FOREIGN, NOT_INSTALLED, UNREADABLE, meaning, opened
from lint.history.trail import Entry, Pass, State, entries

if TYPE_CHECKING:
    import git

# Renames are found by content and by name at any number; only the costly comparison of each with each is kept small:
# on a repository with mass renames and 1,300 merges it took three quarters of the time and found one in a hundred.
_LOG = (
    *("git", "-c", "log.showRoot=true", "-c", "diff.relative=false", "log", "--format=tformat:%H %ad"),
    *("--date=short", "--raw", "-c", "--combined-all-paths", "-M", "-l20", "-z", "--no-abbrev"),
    *("--no-show-signature", "--no-notes", "--no-mailmap", "--no-ext-diff", "--no-textconv"),
)
UNTRACKED = Unknown("not committed to git yet")
SHALLOW = Unknown("the clone is shallow, its history ends too early (`git fetch --unshallow` gets the rest)")
MISSING = Unknown("this clone does not hold the earlier texts (it is partial or broken)")
PASSING = frozenset(why.why for why in (NOT_INSTALLED, MISSING, FOREIGN, UNREADABLE))
"""What may change although neither the article nor HEAD does."""


class Change(NamedTuple):
    """A change of an article's file: a `Version` of the context."""

    commit: str
    day: date
    text: str
    before: str | None


class GitHistory:
    """The history of files below a folder, from the git repository that it lies in, as it led to a commit.

    No process starts before the first question; then three serve all files: one lists the files of HEAD, one writes the
    log, which is read only as far as someone asks, and one hands out contents. A forked process has three of its own.
    """

    def __init__(self, root: Path, paths: Iterable[str], today: date, commit: str = "HEAD") -> None:
        self._root = root
        self._commit = commit
        self._paths = tuple(paths)
        self._today = today
        self._sources: dict[int, _Source | Unknown] = {}

    def versions(self, path: str, text: str) -> Iterator[Change | Unknown]:
        """The file's states, newest first: ``text`` (dated today) where it is not what HEAD holds, then each change.

        An `Unknown` comes last where the history does not tell more.
        """
        source = self._opened()
        if isinstance(source, Unknown):
            yield source
        else:
            yield from source.versions(path, text, self._today)

    def prepare(self) -> None:
        """Reads now what the first questions would have to wait for."""
        source = self._opened()
        if not isinstance(source, Unknown):
            source.finish()

    def _opened(self) -> "_Source | Unknown":
        process = os.getpid()
        if process not in self._sources:
            self._sources[process] = _open(self._root, self._paths, self._commit)
        return self._sources[process]

    def close(self) -> None:
        """Ends the processes of git that serve this one."""
        source = self._sources.pop(os.getpid(), None)
        if isinstance(source, _Source):
            source.close()


class _Source:
    """An open repository: the files of HEAD, the passes over the log (as a rule one), the contents."""

    def __init__(self, repository: "git.Repo", prefix: str, paths: Iterable[str], commit: str) -> None:
        import subprocess

        self._git = repository.git
        self._prefix = prefix
        self._commit = commit
        self._boundary = _boundary(Path(repository.common_dir))
        self._processes: list[git.Git.AutoInterrupt] = []
        self._passes: dict[bytes, Pass] = {}
        self._heads = self._list()
        self._begin(map(self._name, paths))
        contents = self._git.execute(("git", "cat-file", "--batch"), istream=subprocess.PIPE, as_process=True)
        self._processes.append(contents)
        self._text = reader(cast(Process, contents))

    def close(self) -> None:
        for process in self._processes:
            end(cast(Process, process))

    def versions(self, path: str, text: str, today: date) -> Iterator[Change | Unknown]:
        name = self._name(path)
        if name not in self._heads:
            yield UNTRACKED
            return
        head = self._heads[name]
        known: dict[bytes, str] = {}
        if head == _blob(text):  # as a rule: git need not be asked
            known[head] = text.removeprefix("\ufeff")
        else:
            committed = self._text(head)
            if committed is not None and _lines(committed) != _lines(text):
                yield Change("", today, text, committed)
        if name not in self._passes:
            self._begin([name])
        yield from self._changes(self._passes[name], name, known)

    def finish(self) -> None:
        for reading in {id(one): one for one in self._passes.values()}.values():
            reading.finish()

    def _changes(self, reading: Pass, name: bytes, known: Mapping[bytes, str]) -> Iterator[Change | Unknown]:
        """``known``: texts of blobs that git need not be asked for."""
        for entry in reading.changes(name):
            change = self._change(entry, known)
            yield change
            if isinstance(change, Unknown):
                return
        trail = reading.trails[name]
        if trail.cut:
            yield SHALLOW
        elif trail.open:
            yield UNREADABLE

    def _change(self, entry: Entry, known: Mapping[bytes, str]) -> Change | Unknown:
        text = known.get(entry.after.blob)
        text = self._text(entry.after.blob) if text is None else text
        before = self._text(entry.before[0].blob) if entry.before else None
        if text is None or (entry.before and before is None):
            return MISSING
        try:
            day = date.fromisoformat(entry.day.decode())
        except ValueError:  # git takes years beyond 9999
            return UNREADABLE
        return Change(entry.commit[:9].decode(), day, text, before)

    def _name(self, path: str) -> bytes:
        return os.fsencode(self._prefix + path)

    def _list(self) -> dict[bytes, bytes]:
        """The files of HEAD below the root: name to blob. Links and submodules are not files."""
        below = ("--", self._prefix) if self._prefix else ()
        listed = self._git.execute(
            ("git", "ls-tree", "-r", "-z", "--full-tree", self._commit, *below),
            stdout_as_string=False,
            strip_newline_in_stdout=False,
        )
        rows = (row.partition(b"\t") for row in listed.split(b"\0") if row.startswith(b"100"))
        return {name: kind.split(b" ")[2] for kind, _, name in rows}

    def _begin(self, names: Iterable[bytes]) -> None:
        """A pass over the log for these files."""
        heads = [State(name, self._heads[name]) for name in names if name in self._heads]
        self._processes.append(self._git.execute((*_LOG, self._commit), as_process=True))
        log = cast(BufferedReader, self._processes[-1].stdout)
        reading = Pass(entries(iter(lambda: log.read1(1 << 16), b"")), heads, self._boundary)
        self._passes.update(dict.fromkeys(reading.trails, reading))


def _open(root: Path, paths: Iterable[str], commit: str) -> _Source | Unknown:
    repository = opened(root)
    if isinstance(repository, Unknown):
        return repository
    from git.exc import CommandError

    below = os.path.relpath(os.path.realpath(root), os.path.realpath(repository.working_dir))
    try:
        return _Source(repository, "" if below == "." else Path(below).as_posix() + "/", paths, commit)
    except CommandError as error:
        return meaning(error)


def _boundary(folder: Path) -> frozenset[bytes]:
    """The commits at which a shallow clone ends."""
    try:
        return frozenset((folder / "shallow").read_bytes().split())
    except OSError:
        return frozenset()


def _blob(text: str) -> bytes:
    """The name that git gives a text. One in other line ends or of another kind of repository has another name."""
    from hashlib import sha1

    data = text.encode("utf-8", "surrogatepass")
    return sha1(b"blob %d\0%b" % (len(data), data), usedforsecurity=False).hexdigest().encode()


def _lines(text: str) -> list[str]:
    return text.removeprefix("\ufeff").splitlines()
