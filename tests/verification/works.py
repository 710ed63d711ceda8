"""A publication whose articles cite invented works, and the works."""

from collections.abc import Sequence
from pathlib import Path

from tests.publication import write
from tests.verification.fakes import Registries, Work

BACK = Work(
    "Stretching and the lower back",
    "10.5555/back",
    pmid="12345601",
    authors=("Example, Ann", "Sample, Ben"),
    year=2020,
)
BIRD = Work(
    "Nesting habits of an invented bird",
    "10.5555/bird",
    pmid="12345602",
    authors=("Feather, Fred",),
    year=2011,
    journal="Annals of Samples",
    short_journal="Ann Samples",
)


def entry(work: Work, doi: str = "") -> str:
    """A work as an author writes it, under its own DOI or another."""
    names = ", ".join(f"{author.split(',')[0]} {author.split(', ')[1][0]}" for author in work.authors)
    return f"{names}. {work.title}. *{work.journal}*. {work.year};12(3):45-67. <https://doi.org/{doi or work.doi}>"


def article(*entries: str) -> str:
    """An article that cites each entry in a section of its own."""
    sections = [
        f"## Section {number}\n\nStretching eases stiffness in the lower back for many people, and it can be learned "
        f"by anybody who has a floor and a few minutes of the day. ([{number}](#references))\n"
        for number in range(1, len(entries) + 1)
    ]
    listed = "\n".join(f"{number}. {text}" for number, text in enumerate(entries, start=1))
    return "\n".join([*sections, f"## References\n\n{listed}\n"])


def publication(root: Path, fakes: Registries, *articles: Sequence[str]) -> Path:
    """Articles with these entries, as ``articles/1.md`` and on."""
    write(root, {"copydesk.toml": 'include = ["articles"]\n' + fakes.toml()})
    write(root, {f"articles/{number}.md": article(*entries) for number, entries in enumerate(articles, start=1)})
    return root


def many(count: int) -> list[Work]:
    """Works that are told apart by their number."""
    return [
        Work(
            f"Stretching and the lower back of group {number}",
            f"10.5555/{number}",
            authors=("Example, Ann",),
            year=2020,
        )
        for number in range(1, count + 1)
    ]
