"""A section is far shorter than the article's others.

Why: In a list of causes or treatments, a section of two sentences between thorough ones leaves its readers with less
than they came for, and often shows that a draft was never finished.

Help: Say as much about it as about the others, or merge it with another section.

Bad:

    ## Spinal stenosis

    The spinal canal grows narrow with age, and nerves lose their room. Walking makes the legs heavy or numb; sitting
    down or bending forward brings relief within minutes. Many people live well with exercises.

    ## Slipped vertebra

    One vertebra slides forward over the next, in young athletes after a stress fracture and in older people through
    worn joints. Most never notice. Others feel a dull ache that rests with them and walks with them.

    ## Infection

    Bacteria can settle in a disc or a vertebra, often after an infection elsewhere. The pain is deep, constant and
    worst at night; fever may be missing. Weeks of antibiotics cure most people. Whoever feels unwell should be seen.

    ## Arthritis

    Arthritis is a disease of the joints. It can affect those of the spine, too, and then it causes pain in the back.

copydesk.toml:

    [rules.thin-section]
    share = 0.75

Good:

    ## Spinal stenosis

    The spinal canal grows narrow with age, and nerves lose their room. Walking makes the legs heavy or numb.

    ## Slipped vertebra

    One vertebra slides forward over the next, in young athletes after a stress fracture and in older people later on.

    ## Infection

    Bacteria can settle in a disc or a vertebra, often after an infection elsewhere. The pain is deep and constant.

    ## Arthritis

    Arthritis is a disease of the joints. It can affect those of the spine, too, and then it causes pain in the back.
"""

from collections.abc import Iterator
from typing import NamedTuple

from lint.article import Article
from lint.context import Context
from lint.finding import Problem


class Options(NamedTuple):
    """What is thin."""

    share: float = 0.25
    """A section with less than this share of the median words is thin."""
    maximum_words: int = 40
    """A section with as many words is never thin."""
    minimum_sections: int = 4
    """With fewer claim sections there is nothing to compare."""


def check(article: Article, context: Context) -> Iterator[Problem]:
    """Claim sections are of like length; one that only introduces its subsections is left alone."""
    options = context.options(Options)
    sections = article.document["sections"]
    claims = [(index, section) for index, section in enumerate(sections) if section["role"] == "claim"]
    if len(claims) < options.minimum_sections:
        return
    usual = _median([section["words"] for _, section in claims])
    for index, section in claims:
        introduces = any(below["level"] > section["level"] for below in sections[index + 1 : index + 2])
        if section["words"] < min(options.share * usual, options.maximum_words) and not introduces:
            message = f"This section has {section['words']} words; the article's others have about {usual:.0f}."
            yield Problem(("sections", index, "heading"), message)


def _median(numbers: list[int]) -> float:
    """What `statistics.median` says; importing it would cost every check more than the rest of this module."""
    numbers = sorted(numbers)
    return (numbers[(len(numbers) - 1) // 2] + numbers[len(numbers) // 2]) / 2
