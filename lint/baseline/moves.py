"""Entries of renamed articles: git says where an article went, and its findings say what they were called there."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from lint.baseline.entries import Entry
from lint.finding import Finding
from lint.inputs import ask, spoil
from lint.renaming import renamed
from lint.run import Source, read_article


def follow(
    entries: Sequence[Entry],
    root: Path,
    sources: Mapping[str, Source],
    findings: Mapping[str, Sequence[Finding]],
) -> tuple[list[Entry], dict[str, str]]:
    """The entries, those of renamed articles under today's path and fingerprint; and the new paths by the old.

    ``sources`` and ``findings``: of the articles that were judged, by their path.
    """
    for entry in entries:
        ask(root / entry.path)
    vanished = {entry.path for entry in entries if entry.path not in sources and not (root / entry.path).exists()}
    if not vanished:
        return list(entries), {}
    spoil()  # what git says of renames, and the files that they lead to
    from lint.history.renames import renames

    now = renames(root, vanished)
    prints = {old: _prints(old, sources[new], findings.get(new, ())) for old, new in now.items() if new in sources}
    known = {entry.fingerprint for entry in entries}
    moved = []
    for entry in entries:
        there = prints.get(entry.path, {}).get(entry.fingerprint)
        if there is not None and there not in known:
            entry = entry._replace(path=now[entry.path], fingerprint=there)
        moved.append(entry)
    return moved, now


def _prints(old: str, source: Source, findings: Iterable[Finding]) -> dict[str, str]:
    """Today's fingerprints of an article's findings, by those they had under the old path."""
    article = read_article(source.file, source.project.config, source.content).article
    there = renamed(findings, article, old, source.project.rules)
    return {fingerprint: finding.fingerprint for finding, fingerprint in there}
