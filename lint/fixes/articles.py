"""Fixing the articles of a run: read, mend, and write back or show what would change."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from lint.article.parsed import Parsed
from lint.context import Context, Copy, Corpus, Enough
from lint.corpus import Unreadable, decode
from lint.engine import Judgement, describe, judge
from lint.finding import Fault, Finding, Unknown
from lint.fixes import files
from lint.fixes.rounds import Mended, Reading, Wanted, mend
from lint.narrow import Narrow, narrow
from lint.project import Selection
from lint.run import Request, Source, opened, read_article


@dataclass(frozen=True, slots=True)
class Rewrite:
    """An article's file before and after. ``fault``: a mistake of ours, for which it is left as it is."""

    shown: str
    file: Path
    before: bytes
    after: bytes
    mended: Mended
    fault: Fault | None = None

    @property
    def changed(self) -> bool:
        return self.before != self.after

    def save(self) -> str:
        """Writes the file; what kept it from that, in words for a writer."""
        try:
            files.replace(self.file, self.before, self.after)
        except files.ChangedError:
            return "it was changed meanwhile"
        except OSError as error:
            return f"it cannot be written ({(error.strerror or 'unknown error').lower()})"
        return ""

    def diff(self) -> Iterator[str]:
        """What would change, as ``patch`` and ``git apply`` read it."""
        import difflib

        old, new = (decode(content, len(content)).splitlines(keepends=True) for content in (self.before, self.after))
        for line in difflib.unified_diff(old, new, f"a/{self.shown}", f"b/{self.shown}"):
            yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def rewrites(request: Request, unsafe: bool) -> Iterator[Rewrite]:
    """Each article of a run with its fixes applied, those that need a look among them if asked for."""
    projects = {}
    with narrow(request) as scope:
        try:
            for source, parsed in opened(scope.request, scope.choose):
                projects[id(source.project)] = source.project
                content = source.content if source.content is not None else _read(source.file)
                if content is not None and not parsed.problems:
                    yield _rewrite(source, content, _wanted(scope, source, unsafe))
        finally:
            for project in projects.values():
                project.close()


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None


def _rewrite(source: Source, content: bytes, wanted: Wanted) -> Rewrite:
    unchanged = Rewrite(source.shown, source.file, content, content, Mended(""))
    try:
        text = decode(content, source.project.config.max_file_size)
        mended = mend(text, Reader(source).read, wanted)
    except Unreadable:
        return unchanged
    except Exception as error:  # noqa: BLE001 - the edge: an article that breaks us must not keep the others
        return replace(unchanged, fault=Fault(source.shown, "fix", describe(error)))
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    return replace(unchanged, after=mark + mended.text.encode(), mended=mended)


def _wanted(scope: Narrow, source: Source, unsafe: bool) -> Wanted:
    """Which findings to fix: those asked for, with safe fixes, or with others that a person asked for."""
    ruling = source.project.ruling(source.path, Selection(scope.request.select, scope.request.ignore))

    def wanted(finding: Finding) -> bool:
        if finding.fix is None or finding.rule not in ruling.severities:
            return False
        allowed = finding.fix.safe or (unsafe and ruling.rules[finding.rule].fix != "suggest")
        return allowed and scope.is_new(source, finding)

    return wanted


class Reader:
    """Reads and judges one article again and again, by all rules and with what the run knows of the others."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._ruling = source.project.ruling(source.path, Selection())
        self._context = source.project.context(source.path)

    def read(self, text: str) -> Reading:
        parsed = read_article(self._source.file, self._source.project.config, text.encode())
        if parsed.problems:
            return Reading(parsed, Judgement())
        return Reading(parsed, judge(parsed.article, self._context_of(parsed), self._ruling))

    def _context_of(self, parsed: Parsed) -> Context:
        return replace(self._context, corpus=_Renewed(self._context.corpus, self._source.path, parsed.anchors))


@dataclass(frozen=True, slots=True)
class _Renewed:
    """A corpus in which one article has been written anew."""

    corpus: Corpus
    path: str
    own: frozenset[str]

    def exists(self, path: str) -> bool | Unknown:
        return self.corpus.exists(path)

    def anchors(self, path: str) -> frozenset[str] | Unknown:
        return self.own if path == self.path else self.corpus.anchors(path)

    def titled(self, title: str) -> tuple[str, ...]:
        return tuple(self.corpus.titled(title))

    def copies(self, path: str, enough: Enough) -> tuple[Copy, ...]:
        return tuple(self.corpus.copies(path, enough))
