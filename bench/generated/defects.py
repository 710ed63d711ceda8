"""What can be planted in a draft: each entry makes the defect that the rule of its name must find."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from random import Random

from generated.draft import TODAY, Draft, Paragraph, Section, draft, signed
from generated.words import PLAIN, sentences, word

Plant = Callable[[Draft, Random], object]


def planted(seed: int, number: int) -> tuple[Draft, str]:
    """The article with this number and the rule that it breaks; two in three break none."""
    made = draft(seed, number)
    random = Random(f"{seed}:{number}:defect")
    if random.random() >= 1 / 3:
        return made, ""
    rule = random.choice(list(DEFECTS))
    DEFECTS[rule](made, random)
    return made, rule


def _say(made: Draft, random: Random, text: str) -> None:
    """An uncited paragraph more at the end of a section."""
    random.choice(made.sections).paragraphs.append(Paragraph(text))


def _say_more(made: Draft, random: Random, text: str) -> None:
    """A sentence more in a cited paragraph."""
    paragraph = random.choice([paragraph for paragraph in made.paragraphs if paragraph.cites])
    paragraph.text += f" {text}"


def _age(made: Draft, random: Random) -> None:
    modified = TODAY - timedelta(days=random.randint(760, 1000))
    made.front |= signed(random, modified - timedelta(days=400), modified)


def _change_work(made: Draft, random: Random, **changes: object) -> None:
    """Another form of the first source: an article's, in a list of references."""
    made.style = "parenthesis"
    made.works[0] = replace(made.works[0], **changes)


def _unlink(made: Draft, random: Random) -> None:
    made.style, made.linked = "bracket", False


def _reorder(made: Draft, random: Random) -> None:
    """The first two new sources change places."""
    made.style = "superscript"
    swap = {1: 2, 2: 1}
    for paragraph in made.paragraphs:
        paragraph.cites = [swap.get(number, number) for number in paragraph.cites]
    made.works[:2] = made.works[1::-1]


def _cite_nothing(made: Draft, random: Random) -> None:
    made.style = "parenthesis"
    [paragraph for paragraph in made.paragraphs if paragraph.cites][-1].cites.append(len(made.works) + 7)


def _cite_twice(made: Draft, random: Random) -> None:
    made.works.append(made.works[0])
    [paragraph for paragraph in made.paragraphs if paragraph.cites][-1].cites.append(len(made.works))


def _copy(made: Draft, random: Random) -> None:
    """A passage of the article before this one, with its source gone; published after every other article."""
    other = draft(made.seed, max(made.number - 1, 0) if made.number else 1)
    passage = random.choice([paragraph for paragraph in other.paragraphs if paragraph.cites])
    random.choice(made.sections).paragraphs.append(Paragraph(passage.text, [1]))
    made.front |= signed(random, TODAY - timedelta(days=20), TODAY - timedelta(days=3))


def _repeat(made: Draft, random: Random) -> None:
    made.sections[-1].paragraphs.append(random.choice([paragraph for paragraph in made.paragraphs if paragraph.cites]))


DEFECTS: dict[str, Plant] = {
    "missing-front-matter": lambda made, random: made.front.clear(),
    "missing-author": lambda made, random: made.front.pop("authors"),
    "anonymous-author": lambda made, random: made.front.update(authors="\n  - name: Editorial Team"),
    "missing-reviewer": lambda made, random: made.front.pop("reviewed_by"),
    "missing-fact-check": lambda made, random: made.front.pop("fact_checked_by"),
    "missing-published": lambda made, random: made.front.pop("published"),
    "missing-disclosure": lambda made, random: made.front.pop("disclosure"),
    "missing-disclaimer": lambda made, random: made.front.pop("disclaimer"),
    "missing-feedback-link": lambda made, random: setattr(made, "feedback", ""),
    "placeholder-value": lambda made, random: made.front.update(disclosure="TBD"),
    "malformed-date": lambda made, random: made.front.update(published="May 26, 2025"),
    "unreadable-article": lambda made, random: made.front.update(description='"an open quotation'),
    "unknown-field": lambda made, random: made.front.update(discloser="none"),
    "future-date": lambda made, random: made.front.update(last_modified=str(TODAY + timedelta(days=40))),
    "stale-article": _age,
    "unregistered-person": lambda made, random: made.front.update(
        fact_checked_by=f"\n  - name: Nobody Known\n    on: {made.front['last_modified']}"
    ),
    "uncited-section": lambda made, random: made.sections.append(
        Section("What else to know", [Paragraph(sentences(random, PLAIN, 60))])
    ),
    "dangling-citation": _cite_nothing,
    "uncited-reference": lambda made, random: made.works.append(replace(made.works[0], title="A further work")),
    "citation-order": _reorder,
    "unlinked-citation": _unlink,
    "unlinked-identifier": lambda made, random: _change_work(made, random, link="doi:10.5555/2021.12345.678"),
    "malformed-identifier": lambda made, random: _change_work(made, random, link="<https://doi.org/10.55/2021>"),
    "incomplete-reference": lambda made, random: _change_work(made, random, authors=()),
    "missing-access-date": lambda made, random: _change_work(
        made, random, place="", container="Example Health Institute", link="<https://institute.example/17>"
    ),
    "duplicate-reference": _cite_twice,
    "uncited-statistic": lambda made, random: _say(
        made, random, f"About {word(random, 'percent')} percent of adults live with {word(random, 'symptom')} today."
    ),
    "absolute-claim": lambda made, random: _say_more(made, random, "This plan is completely safe for everybody."),
    "broken-internal-link": lambda made, random: _say(made, random, "Read [more of this](no-such-article.md) here."),
    "repeated-passage": _repeat,
    "copied-passage": _copy,
}
