"""Triggers: the words by which a claim is known. Only a few are precise enough."""

from collections.abc import Iterator

from lint.article.lazy import lazy

_PEOPLE = (
    r"(?:people|persons?|adults?|women|men|children|kids|girls|boys|babies|infants|teens?|teenagers|adolescents|patients?"
    r"|participants?|respondents|volunteers|smokers|drinkers|users|cases|deaths|population|americans|europeans|britons"
    r"|those|pregnancies|births|workers|students|seniors|couples|households|sufferers|individuals|survivors)"
)
_PERCENT = r"\d+(?:\.\d+)?\s?(?:%|percent\b|per cent\b)"
_OUTCOME = (
    r"(?:risk|chances?|odds|likelihood|mortality|prevalence|incidence|survival"
    r"|(?<!heart )(?<!pulse )(?<!breathing )(?<!success )(?<!response )rates?)"
)
_RATIO = r"(?:lower|higher|fewer|greater|smaller|more|less|reduction|increase|decrease|drop|rise|decline)"
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty")
_MANY = rf"(?:{'|'.join(_NUMBERS[1:])}|\d[\d,]*)"
_AILMENT = (
    r"(?:pain|aches?|symptoms?|inflammation|stiffness|swelling|cancer|disease|depression|anxiety|headaches?|migraines?|nausea"
    r"|infections?|arthritis|fever|insomnia|diabetes|spasms?|cramps?|cough|asthma|allerg(?:y|ies)|fractures?|strokes?"
    r"|common cold|flu|influenza|dementia|osteoporosis|heart attacks?|constipation|heartburn|acne|eczema)"
)
_UNIT = r"(?:mg|mcg|µg|μg|milligrams?|micrograms?|iu)"
_ADVERBS = r"(?:(?:has|have|had|also|now|often|consistently|clearly|recently|repeatedly|generally|strongly)\s+){0,3}"
_UNITS = ("mg", "mcg", "µg", "μg", "milligram", "microgram", " iu")


# All patterns meet text in lower case: the engine is several times faster without IGNORECASE.
_PERCENTAGE = lazy(_PERCENT)
_COUNTED = lazy(rf"\s+(?:(?:of\s+)?(?:[\w'’-]+\s+){{0,4}}{_PEOPLE}\b|{_RATIO}\b|(?:[\w'’-]+\s+){{0,2}}{_OUTCOME}\b)")
_COUNTED_BEFORE = lazy(rf"\b(?:{_PEOPLE}|{_OUTCOME})\b[^.;:?!%]{{0,60}}$")
_LIMIT = lazy(r"\(\s*[<>≤≥]\s*$|\b(?:top|bottom|richest|poorest)\s+$")
"""Before a figure that says who is meant, and not how many there are."""
_OPEN = lazy(
    r"\b(?:tell|know|say|ask|learn|wonder|determine|decide|find out|establish|examine|test|clear|unclear|sure|certain"
    r"|uncertain|unknown|question)(?:s|d|ed|ing)?\s(?:\w+\s){0,3}?(?:whether|which|if|how|what)\b[^.;:?!]{0,60}$"
)
"""Before an effect that is asked for, and not claimed."""
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
        "number",
        ("third", "quarter", "fifth", "half of"),
        r"\b(?:(?:a|one|two)[\s-]thirds?|(?:a|one|three)[\s-]quarters?|(?:a|one|two|three|four)[\s-]fifths?|half)\sof\s"
        rf"(?:(?!those\b)[\w'’-]+\s){{0,3}}?(?!those\b){_PEOPLE}\b(?!['’]s)",
    ),
    (
        "number",
        ("x more", "x as", "x the", "x higher", "×"),
        rf"\b\d+(?:\.\d+)?\s?[x×]\s(?:as|more|the|higher)\s(?:likely|{_OUTCOME})\b",
    ),
    (
        "number",
        ("doubl", "tripl", "quadrupl", "halv"),
        rf"\b{_OUTCOME}\s(?:(?:has|have|had|is|was|nearly|almost|roughly|about|more than)\s){{0,3}}"
        r"(?:doubl|tripl|quadrupl|halv)e[sd]\b|\b(?:doubl|tripl|quadrupl|halv)(?:es|ed|ing)\s"
        rf"(?:(?:the|your|their|a person.s)\s)?(?:\w+\s)?{_OUTCOME}\b",
    ),
    (
        "number",
        (" by ",),
        r"\b(?<!be )(?<!is )(?<!are )(?<!was )(?<!were )(?<!been )(?:lower|reduce|decrease)(?:s|d|ed)\s"
        r"(?:[\w'’-]+\s){1,4}?by\s(?:[a-z]+\s){0,2}?\d[\d.,–-]*\s?"
        r"(?:%|percent\b|per cent\b|mm\s?hg\b|mg/dl\b|mmol/l\b)",
    ),
    (
        "study",
        ("research", "scientist"),
        r"\b(?:researchers|scientists)\s(?:(?!(?:not|never|yet|who|that|to|if|whether|what|how|why)\b)[\w'’-]+\s){0,5}?"
        r"(?:found|discovered|showed|concluded|reported|observed|estimated)\b",
    ),
    (
        "study",
        ("stud", "research", "trial", "meta-analys", "evidence", "survey", "scientist"),
        rf"\b(?:stud(?:y|ies)|research|trials?|meta-analys[ei]s|evidence|surveys?|researchers|scientists)"
        rf"\s+(?:(?:that|which)\s+)?{_ADVERBS}"
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
        r"(?:risks?|chances?|odds|likelihood)\s+of\b(?!\s(?:bugs?|errors?|mistakes?|data|conflicts?|downtime)\b)",
    ),
    (
        "treatment",
        ("effective",),
        r"\b(?:is|are|proved|proven)\s+(?:(?:very|highly|also|more|as|most|just as)\s+|\w+ly\s+)?"
        r"effective\s+(?:for|against|in|at)\b",
    ),
    (
        "treatment",
        ("relieve", "alleviate", "cure", "prevent", "reverse", "reduces"),
        rf"\b(?:(?:relieve|alleviate|cure|prevent|reverse)s?|reduces)\s+(?:(?!not\b)[\w'’-]+\s+){{0,3}}?{_AILMENT}\b",
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
    (
        "treatment",
        ("tablet", "capsule", "pill", "puffs", "drops"),
        rf"\btake\s(?:up to\s)?(?:one|{_MANY})\s(?:[\w'’-]+\s){{0,3}}?(?:tablets?|capsules?|pills?|puffs|drops)\b"
        r"[^.;?!]{0,40}?\b(?:every|a day|daily|per day|each day|once|twice|three times)\b",
    ),
)
_PATTERNS = [(trigger, words, lazy(pattern)) for trigger, words, pattern in _TRIGGERS]


def triggers(text: str) -> Iterator[tuple[int, str]]:
    """Where which triggers stand in a text."""
    text = _lower(text)
    if "%" in text or "cent" in text:
        for figure in _PERCENTAGE().finditer(text):
            before = text[max(0, figure.start() - 75) : figure.start()]
            if not _LIMIT().search(before) and (
                _COUNTED().match(text, figure.end()) or _COUNTED_BEFORE().search(before)
            ):
                yield figure.start(), "number"
    for trigger, words, pattern in _PATTERNS:
        if any(map(text.__contains__, words)):
            for found in pattern().finditer(text):
                before = text[max(0, found.start() - 120) : found.start()] if trigger == "treatment" else ""
                if not _OPEN().search(before):
                    yield found.start(), trigger


def _lower(text: str) -> str:
    """A text in lower case, letter for letter: some capitals become two letters, and places would no longer agree."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
