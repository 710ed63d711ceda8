"""The text is harder to read than its readers can be expected to manage.

Why: Health texts are read by people who are ill, worried or tired. What reads like a research paper is not understood,
and advice that is not understood is not followed. Measured by the Automated Readability Index (Smith and Senter, 1967),
which needs only the length of words and sentences, so it is a hint and no verdict.

Help: Write shorter sentences and everyday words, and explain the terms that must stay.

Bad:

    ## Treatment

    Multidisciplinary rehabilitation programmes incorporating individualised physiotherapeutic interventions alongside
    cognitive-behavioural components demonstrate comparatively favourable effectiveness regarding functional restoration
    among heterogeneous populations experiencing persistent non-specific musculoskeletal symptomatology, notwithstanding
    considerable methodological heterogeneity characterising contemporary investigations, inconsistently operationalised
    outcome measurements, predominantly short-term observation periods, and insufficiently standardised terminological
    conventions; consequently, contemporaneous recommendations necessarily presuppose comprehensive biopsychosocial
    assessment, interprofessional collaboration, anticipatory communication concerning prognostic uncertainty, and
    proportionate utilisation of pharmacological alternatives, particularly anti-inflammatory preparations, whose
    gastrointestinal, cardiovascular and nephrological consequences require individualised consideration throughout
    administration, especially whenever simultaneously prescribed anticoagulant preparations, pre-existing comorbidities
    or polypharmacy disproportionately increase susceptibility towards potentially irreversible complications.

Good:

    ## Treatment

    A team can do more for long-lasting back pain than one doctor. A physiotherapist shows you exercises that suit you.
    A psychologist helps you to handle the pain and the worry about it. Most people move better after some weeks.
    Painkillers can help you to get going. Some of them harm the stomach, the heart or the kidneys when they are taken
    for long. Tell your doctor about all that you take. Ask how long you should take a new medicine and what to do when
    it does not help. Keep moving as well as you can, for rest in bed makes the back weak and stiff.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lint.article import Article
from lint.context import Context
from lint.finding import Problem
from lint.rules.common import paragraphs
from lint.rules.dates import front

_WORD = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*(?=\s|$)|[•▪◦]")


class Options(NamedTuple):
    """What is too hard."""

    maximum_grade: int = 16
    """The highest reading grade: 9 suits most readers, 12 ends school, 16 ends university."""
    minimum_words: int = 100
    """Shorter texts are not measured."""


@dataclass(slots=True)
class _Measure:
    """What the formula counts."""

    words: int = 0
    letters: int = 0
    sentences: int = 0

    def add(self, text: str) -> None:
        found = [word for word in _WORD.findall(text) if not word.isdigit()]
        self.words += len(found)
        self.letters += sum(map(len, found))
        self.sentences += max(1, len(_SENTENCE_END.findall(text))) if found else 0

    @property
    def grade(self) -> float:
        return 4.71 * self.letters / self.words + 0.5 * self.words / self.sentences - 21.43 if self.words else 0.0


def check(article: Article, context: Context) -> Iterator[Problem]:
    """The claim sections together stay within the grade; reported at the one that is hardest to read."""
    if not str(front(article, "lang") or front(article, "language") or "en").casefold().startswith("en"):
        return  # the formula was made for English
    options = context.options(Options)
    by_section: dict[int, _Measure] = {}
    for pointer, paragraph, section in paragraphs(article):
        if section["role"] == "claim" and paragraph["kind"] != "table-row":  # a row is no sentence
            by_section.setdefault(int(pointer[1]), _Measure()).add(paragraph["text"])
    whole = _whole(by_section.values())
    if whole.words < options.minimum_words or whole.grade <= options.maximum_grade:
        return
    hardest = max(by_section, key=lambda index: (by_section[index].words >= 30, by_section[index].grade))
    average = f"{whole.words // whole.sentences} words to a sentence on average"
    message = f"The text reads like {_band(whole.grade)}, with {average}; this section is the hardest to read."
    yield Problem(("sections", hardest, "heading"), message)


def _whole(parts: Collection[_Measure]) -> _Measure:
    return _Measure(
        sum(part.words for part in parts), sum(part.letters for part in parts), sum(part.sentences for part in parts)
    )


def _band(grade: float) -> str:
    """What a grade means to people; a decimal would claim a precision that no formula has."""
    bands = ((9, "a newspaper"), (12, "a schoolbook"), (16, "a university textbook"))
    return next((name for limit, name in bands if grade <= limit), "a research paper")
