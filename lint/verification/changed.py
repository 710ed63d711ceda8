"""The sources that a branch has changed: entries and links that the articles did not hold at the merge base."""

from pathlib import Path

from lint.corpus import Unreadable
from lint.finding import CopydeskError, Unknown
from lint.history.base import Base, base
from lint.verification.asking.run import Part
from lint.verification.collecting import Collected, Source
from lint.verification.judging.entry import identifiers


def changed(collected: Collected, branch: str = "") -> Part | Unknown:
    """What is new or changed; `Unknown` where git cannot tell."""
    try:
        changes = base(collected.config.root, branch)
    except CopydeskError as error:
        return Unknown(str(error))
    places = {one.path for one in collected.sources} | {path for paths in collected.links.values() for path in paths}
    before = {path: _before(changes, path, collected) for path in places if changes.touched(changes.name(Path(path)))}
    known = {path: {_words(one) for one in found.sources} for path, found in before.items()}
    return Part(
        [one for one in collected.sources if one.path in before and _words(one) not in known[one.path]],
        [url for url, paths in collected.links.items() if any(_is_new(url, before.get(path)) for path in paths)],
    )


def _is_new(url: str, before: Collected | None) -> bool:
    return before is not None and url not in before.links


def _words(source: Source) -> tuple[str, ...]:
    """All that an entry says, but for its number."""
    return (source.reference["text"], *map(str, identifiers(source.reference)))


def _before(changes: Base, path: str, collected: Collected) -> Collected:
    """What an article cited at the merge base."""
    from lint.run import read_article

    found = Collected(collected.config)
    name = changes.name(Path(path))
    content = changes.content(old) if name and (old := changes.earlier(name)) else None
    if content is not None:
        try:
            found.add(path, read_article(Path(path), collected.config, content).article)
        except Unreadable:
            return found
    return found
