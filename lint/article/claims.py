"""Claims: sentences that need a source. Only a few triggers are precise enough."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

_PEOPLE = (
    r"(?:people|persons?|adults?|women|men|children|kids|girls|boys|babies|infants|teens?|teenagers|adolescents|patients?"
    r"|participants?|respondents|volunteers|smokers|drinkers|users|cases|deaths|population|americans|europeans|britons"
    r"|those|pregnancies|births|workers|students|seniors|couples|households|sufferers|individuals|survivors)"
)
_PERCENT = r"\d+(?:\.\d+)?\s?(?:%|percent\b|per cent\b)"
_OUTCOME = r"(?:risk|chances?|odds|likelihood|rates?|mortality|prevalence|incidence|survival)"
_RATIO = r"(?:lower|higher|fewer|greater|smaller|more|less|reduction|increase|decrease|drop|rise|decline)"
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty")
_MANY = rf"(?:{'|'.join(_NUMBERS[1:])}|\d[\d,]*)"
_AILMENT = (
    r"(?:pain|aches?|symptoms?|inflammation|stiffness|swelling|cancer|disease|depression|anxiety|headaches?|migraines?|nausea"
    r"|infections?|arthritis|fever|insomnia|diabetes|spasms?|cramps?|cough|asthma|allerg(?:y|ies)|fractures?|strokes?)"
)
_UNIT = r"(?:mg|mcg|µg|μg|milligrams?|micrograms?|iu)"
_ADVERBS = r"(?:(?:has|have|had|also|now|often|consistently|clearly|recently|repeatedly|generally|strongly)\s+){0,3}"
_UNITS = ("mg", "mcg", "µg", "μg", "milligram", "microgram", " iu")


# All patterns meet text in lower case: the engine is several times faster without IGNORECASE.
_PERCENTAGE = re.compile(_PERCENT)
_COUNTED = re.compile(
    rf"\s+(?:(?:of\s+)?(?:[\w'’-]+\s+){{0,4}}{_PEOPLE}\b|{_RATIO}\b|(?:[\w'’-]+\s+){{0,2}}{_OUTCOME}\b)"
)
_COUNTED_BEFORE = re.compile(rf"\b(?:{_PEOPLE}|{_OUTCOME})\b[^.;:?!%]{{0,60}}$")
_TRIGGERS = (
    # A trigger, words without one of which it need not be looked for, and its pattern.
    (
        "number",
        ("out of", "in every", *(f"{number} in" for number in (*_NUMBERS, *range(10)))),
        rf"\b(?:one|{_MANY})\s(?:in|out\sof)\s(?:every\s)?{_MANY}\s(?:[\w'’-]+\s){{0,2}}{_PEOPLE}\b",
    ),
    ("number", ("illion",), rf"\b\d[\d.,]*\s(?:million|billion)\s(?:[\w'’-]+\s){{0,2}}{_PEOPLE}\b"),
    (
        "number",
        ("twice", "times"),
        rf"\b(?:twice|(?:{_MANY}|\d+\.\d+)\stimes)\s(?:as|more|the)\s(?:likely|{_OUTCOME})\b",
    ),
    (
        "study",
        ("stud", "research", "trial", "meta-analys", "evidence", "survey", "scientist"),
        rf"\b(?:stud(?:y|ies)|research|trials?|meta-analys[ei]s|evidence|surveys?|researchers|scientists)\s+{_ADVERBS}"
        r"(?:shows?|showed|shown|suggest(?:s|ed)?|f(?:ind|inds|ound)|indicate[sd]?|demonstrate[sd]?|prove[sdn]?"
        r"|confirm(?:s|ed)?|reveal(?:s|ed)?|link(?:s|ed)?)\b",
    ),
    (
        "study",
        ("according to ",),
        r"\baccording to\s+(?:an?|one|several|many|some|recent|the latest|multiple|numerous)\s+"
        r"(?:\w+\s+){0,2}(?:stud(?:y|ies)|research|surveys?|meta-analysis)\b",
    ),
    ("study", ("proven",), r"\b(?:clinically|scientifically)\s+proven\b"),
    (
        "treatment",
        ("risk", "chance", "odds", "likelihood"),
        r"\b(?:reduce|lower|cut|decrease|increase|raise)s?\s+(?:the\s+|your\s+|their\s+|a person.s\s+)?(?:\w+\s+)?"
        r"(?:risks?|chances?|odds|likelihood)\s+of\b",
    ),
    (
        "treatment",
        ("effective",),
        r"\b(?:is|are|proved|proven)\s+(?:(?:very|highly|also|more|as|most|just as)\s+|\w+ly\s+)?"
        r"effective\s+(?:for|against|in|at)\b",
    ),
    (
        "treatment",
        ("relieve", "alleviate", "cure", "prevent", "reverse"),
        rf"\b(?:relieve|alleviate|cure|prevent|reverse)s?\s+(?:(?!not\b)[\w'’-]+\s+){{0,3}}?{_AILMENT}\b",
    ),
    (
        "treatment",
        _UNITS,
        r"\b(?:tak(?:e|es|ing)|dos(?:e|es|age)|tablets?|capsules?|supplements?|inject\w*)\b[^.;?!]{0,40}?"
        rf"\b\d[\d.,]*\s?{_UNIT}\b",
    ),
    (
        "treatment",
        _UNITS,
        rf"\b\d[\d.,]*\s?{_UNIT}\b[^.;?!]{{0,40}}?"
        r"\b(?:a day|daily|per day|each day|once|twice|three times|every\s+\w+\s+hours)\b",
    ),
)
_PATTERNS = [(trigger, words, re.compile(pattern)) for trigger, words, pattern in _TRIGGERS]
_ADVICE = re.compile(
    r"\b(?:talk to|speak (?:to|with)|ask|see|consult(?: with)?|check with|call|tell)\s+(?:your|a|an|the)\s+"
    r"(?:\w+\s+){0,2}?"
    r"(?:doctor|physician|gp|clinician|pharmacist|nurse|midwife|specialist|professional|provider|dentist|therapist)\b",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(
    r"\b(?:et al|e\.g|i\.e|[Dd]r|Mrs?|Ms|Prof|vs|approx|[Nn]o|Figs?|St|cf|ca|Inc|U\.S|U\.K|[A-Z])\.$"
)
_SENTENCE_END = re.compile(
    r"(?:(?<!\d)[.!?…]|(?<=\d)[.!?](?!\d))[\"”’')\]]*+"
    r"(?:\s?(?:\(\s*\d[\d,;\s–-]{0,20}\)|\[\s*[\d^@][^\[\]]{0,40}\])|[¹²³⁴-⁹⁰,]{1,8}+|\d{1,3}+(?:[,–]\d{1,3}+)*+)*+"
    r"\s+(?=[^a-z\s])"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence, why it needs a source, and where it stands in its paragraph."""

    text: str
    trigger: str
    start: int
    end: int


def claims(text: str) -> Iterator[Claim]:
    """The sentences of a paragraph that need a source; each once, for its surest trigger."""
    triggers = sorted(_found(_lower(text)))
    if not triggers:
        return
    for start, end in sentences(text):
        within = triggers[bisect_left(triggers, (start, "")) : bisect_left(triggers, (end, ""))]
        sentence = text[start:end]
        if within and not sentence.rstrip('"”’ ').endswith("?") and not _ADVICE.search(sentence):
            # In the order of the alphabet: a number is the most certain, a treatment the least.
            yield Claim(sentence, min(trigger for _, trigger in within), start, end)


def _found(text: str) -> Iterator[tuple[int, str]]:
    """Where which triggers stand in a text in lower case."""
    if "%" in text or "cent" in text:
        for figure in _PERCENTAGE.finditer(text):
            before = text[max(0, figure.start() - 75) : figure.start()]
            if _COUNTED.match(text, figure.end()) or _COUNTED_BEFORE.search(before):
                yield figure.start(), "number"
    for trigger, words, pattern in _PATTERNS:
        if any(word in text for word in words):
            for found in pattern.finditer(text):
                yield found.start(), trigger


def _lower(text: str) -> str:
    """A text in lower case, letter for letter: some capitals become two letters, and places would no longer agree."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a paragraph stand; a marker behind a full stop belongs to the sentence before it."""
    start = 0
    for boundary in _SENTENCE_END.finditer(text):
        if not _ABBREVIATION.search(text[max(start, boundary.start() - 8) : boundary.start() + 1]):
            yield start, boundary.start() + len(boundary[0].rstrip())
            start = boundary.end()
    end = len(text.rstrip())
    if start < end:
        yield start, end
