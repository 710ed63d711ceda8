"""An invented article before it is written out: metadata, sections, sources."""

import json
import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from generated.words import HEADINGS, PLAIN, SOURCED, STUDIES, TITLES, line, person, sentences

TODAY = date(2026, 11, 22)
"""The day on which an article without a defect is up to date: a check of the corpus has to judge as on this day."""
SHAPES = ("flat", "nested", "list")
STYLES = ("parenthesis", "bracket", "superscript", "footnote", "key")
TOPICS = ("back-pain", "sleep", "joints", "balance", "breathing", "skin", "headache", "hearing", "walking", "hands")
PEOPLE = {
    "author": ("Alex Example", "Kim Example", "Noor Example", "Jo Example"),
    "medical": ("Robin Example", "Ira Example", "Mika Example"),
    "fact-checker": ("Sam Example", "Lou Example"),
}


@dataclass(slots=True)
class Work:
    """A source that does not exist. ``link`` is how it would be found; ``accessed`` says that it is a web page."""

    authors: tuple[str, ...]
    title: str
    container: str
    year: str
    place: str
    link: str
    accessed: date | None = None

    def __str__(self) -> str:
        """The work as an entry of a reference list."""
        if self.place:
            parts = [", ".join(self.authors), self.title, f"*{self.container}*", f"{self.year};{self.place}", self.link]
        else:
            seen = f"Accessed {self.accessed}" if self.accessed else ""
            parts = [self.container, self.title, self.year, seen, self.link]
        return ". ".join(part for part in parts if part)


@dataclass(slots=True)
class Paragraph:
    """Prose or a list, and the numbers (from 1) of the works behind it."""

    text: str
    cites: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Section:
    """A heading of level 2 or 3 with its own paragraphs."""

    heading: str
    paragraphs: list[Paragraph]
    level: int = 2


@dataclass(slots=True)
class Draft:
    """An article whose parts can still be changed. ``front`` holds YAML by key."""

    seed: int
    number: int
    title: str
    shape: str
    style: str
    front: dict[str, str]
    introduction: list[Paragraph]
    sections: list[Section]
    conclusion: list[Paragraph]
    works: list[Work]
    feedback: str = "[Was this article helpful? Report a problem.](https://example.org/feedback)"
    linked: bool = True
    wrapped: bool = False

    @property
    def path(self) -> str:
        topic = TOPICS[self.number % len(TOPICS)]
        words = re.findall(r"[a-z]+", self.title.lower())[:6]
        return f"articles/{topic}/{'-'.join(words)}-{self.number:05}.md"

    @property
    def paragraphs(self) -> list[Paragraph]:
        """The paragraphs of all sections."""
        return [paragraph for section in self.sections for paragraph in section.paragraphs]


def draft(seed: int, number: int) -> Draft:
    """The article with this number, free of defects."""
    random = Random(f"{seed}:{number}")
    title = line(random, TITLES)
    scale = random.lognormvariate(0, 0.6)
    works: list[Work] = []
    shape = random.choice(SHAPES)
    return Draft(
        seed=seed,
        number=number,
        title=title,
        shape=shape,
        style=random.choice(STYLES),
        front=_front(random, title, TOPICS[number % len(TOPICS)]),
        introduction=[_plain(random, 35, 60) for _ in range(random.randint(1, 2))],
        sections=[_section(random, works, shape, scale, index) for index in range(max(2, round(2.9 * scale)))],
        conclusion=[_plain(random, 25, 50)],
        works=works,
        wrapped=random.random() < 0.25,
    )


def signed(random: Random, published: date, modified: date) -> dict[str, str]:
    """Who wrote and signed off an article and when, as YAML."""
    author, reviewer, checker = (random.choice(names) for names in PEOPLE.values())
    return {
        "authors": f"\n  - name: {author}\n    credentials: MSc",
        "reviewed_by": f"\n  - name: {reviewer}\n    credentials: MD\n    role: medical\n    on: {modified}",
        "fact_checked_by": f"\n  - name: {checker}\n    on: {modified}",
        "published": str(published),
        "last_modified": str(modified),
    }


def _front(random: Random, title: str, topic: str) -> dict[str, str]:
    modified = TODAY - timedelta(days=random.randint(2, 240))
    return {
        "title": json.dumps(title),
        "description": json.dumps(line(random, PLAIN) + "."),
        **signed(random, modified - timedelta(days=random.randint(30, 1200)), modified),
        "topics": f"[{topic}]",
        "disclosure": "none",
        "disclaimer": "medical-advice",
    }


def _section(random: Random, works: list[Work], shape: str, scale: float, index: int) -> Section:
    longest = min(3, 1 + round(scale * 0.7))
    paragraphs = [_sourced(random, works) for _ in range(random.randint(1, longest))]
    if random.random() < 0.12:
        paragraphs.append(_bullets(random))
    if random.random() < 0.25:
        paragraphs.insert(0, _plain(random, 15, 40))
    return Section(line(random, HEADINGS), paragraphs, 3 if shape == "nested" and index % 3 else 2)


def _sourced(random: Random, works: list[Work]) -> Paragraph:
    text = sentences(random, SOURCED + PLAIN, random.randint(25, 75))
    cites = [_new_work(random, works) if not works or random.random() < 0.55 else random.randint(1, len(works))]
    if random.random() < 0.15:
        cites.append(_new_work(random, works))
    return Paragraph(text, cites)


def _plain(random: Random, least: int, most: int) -> Paragraph:
    return Paragraph(sentences(random, PLAIN, random.randint(least, most)))


def _bullets(random: Random) -> Paragraph:
    return Paragraph("\n".join(f"- {line(random, PLAIN)}" for _ in range(random.randint(3, 5))))


def _new_work(random: Random, works: list[Work]) -> int:
    web = bool(works) and random.random() < 0.15
    works.append(_page(random) if web else _journal_article(random))
    return len(works)


def _journal_article(random: Random) -> Work:
    year = random.randint(2018, 2026)
    first = random.randint(1, 900)
    return Work(
        authors=tuple(person(random) for _ in range(random.randint(1, 4))),
        title=line(random, STUDIES),
        container=random.choice(("Journal of Invented Studies", "Annals of Examples", "Fictional Medicine")),
        year=str(year),
        place=f"{year - 1990}({random.randint(1, 12)}):{first}-{first + random.randint(3, 14)}",
        link=f"<https://doi.org/10.5555/{year}.{random.randint(10_000, 99_999)}.{random.randint(100, 999)}>",
    )


def _page(random: Random) -> Work:
    return Work(
        authors=(),
        title=line(random, HEADINGS),
        container="Example Health Institute",
        year=str(random.randint(2020, 2026)),
        place="",
        link=f"<https://institute.example/{random.randint(1000, 9999)}>",
        accessed=TODAY - timedelta(days=random.randint(1, 300)),
    )
