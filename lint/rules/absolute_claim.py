"""A promise that medicine cannot keep: "cures", "guaranteed", "100 % safe".

Why: Nothing works for everybody and nothing is free of risk. Such words lead readers to wrong decisions, and they are
what misleading advertising is known by.

Help: Say what the evidence says: for whom, how often and how much it helps, and what the risks are.

Bad:

    Stretching cures back pain. It has no side effects and is completely safe.

Good:

    Stretching eases back pain in many people. It does not cure it, and nothing is completely safe.
"""

import re
from collections.abc import Iterator
from itertools import islice

from lint.article import Article
from lint.article.lazy import lazy
from lint.context import Context
from lint.finding import Pointer, Problem
from lint.rules.common import locate

_EFFECT = r"(?:safe|effective|harmless|painless|curable|reversible|reliable|risk[- ]free|proven)"
_PROMISE = lazy(
    r"\b(?:cures(?= (?!(?:for|of|in|and|or|are|were|have|that|which|to|act)\b)\w)"
    r"|(?:will|shall) (?:\w+ly )?cure(?= \w)"
    r"|(?:miracle|guaranteed|permanent|instant|sure-fire|proven) cures?"
    rf"|(?:100\s?%|100 per ?cent|(?:a|one) hundred per ?cent) (?:\w+ly )?{_EFFECT}"
    rf"|(?:completely|totally|entirely|absolutely|perfectly|always|utterly) {_EFFECT}"
    r"|(?:no|zero) side[- ]effects?(?! (?:were|was|have been|had been|has been))"
    r"|without (?:any )?side[- ]effects?|side[- ]effect[- ]free|risk[- ]free"
    r"|guaranteed (?:to|results?|relief|success|recovery|safe|way)|(?:is|are) guaranteed(?=[.!,;])"
    r"|guarantees(?= (?!(?:access|rights?|the right|that|about|against|are|as|at|by|for|from|have|in|of|on|or|to|were"
    r"|which|with)\b)\w)"
    r"|miracle (?:drug|remedy|remedies|treatment|pill|food|supplement|diet|therapy|solution)s?"
    r"|works? (?:every time|for everyone|for everybody|for all patients|without fail)|always works?|never fails"
    r")(?!\w)",
    re.IGNORECASE,
)
_SIGNS = (
    *("cure", "100", "hundred", "side", "risk", "guarant", "miracle", "work", "never fails"),
    *("completely", "totally", "entirely", "absolutely", "perfectly", "always", "utterly"),
)
"""Words without one of which no promise need be looked for."""
_NOUN = lazy(
    r"(?:['’]s|\b(?:the|its|their|our|your|these|those|such|any|some|fewer|more|less|many|several|give|gives|legal"
    r"|safety|stability|century))\s$",
    re.IGNORECASE,
)
"""Before ``cures`` and ``guarantees`` that are things, and not what somebody does."""
_SENTENCE_END = lazy(r"[.!?…][)”\"’]*\s+(?=[A-Z“\"(])")
_DENIED = lazy(
    r"\b(?:no|not|never|nothing|none|nobody|no one|neither|nor|cannot|without|hardly|rarely|seldom|unlikely|few"
    r"|little)\b|n[’']t\b",
    re.IGNORECASE,
)
_HEDGED = lazy(
    r"\b(?:if|whether|unless|until|may|might|could|can|some|many|most|often|usually|sometimes|generally|considered|thought"
    r"|believed?|almost|nearly|about|up to|close to|search\w*|seek\w*|hop(?:e|es|ing)|look\w*|find\w*|towards?)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:claim(?:s|ed|ing)?|promis\w+|advertis\w+|marketed|tout\w*|hailed|alleged\w*|so-called|myths?|beware|wary"
    r"|scams?|fraud\w*|too good to be true|misleading|warning signs?|red flags?|sceptic\w*|skeptic\w*|falsely|fake"
    r"|words like|report(?:s|ed|ing)|observed|noted|recorded|experienced|participants|the trial|the study|placebo)\b",
    re.IGNORECASE,
)
_QUOTED = lazy(r"“[^“”]*”|\"[^\"]*\"|‘[^‘’]*’|«[^«»]*»")
_MOST = 10  # in one paragraph; more would say nothing new
_SILENT = {"references", "related", "disclaimer", "about", "feedback"}


def check(article: Article, context: Context) -> Iterator[Problem]:
    """No sentence, heading or title may promise what cannot be kept."""
    for pointer, text in _texts(article):
        for match in islice(_promises(text), _MOST):
            yield Problem(
                pointer,
                f"“{match[0]}” promises too much: nothing works for everybody or is free of risk.",
                span=locate(article, pointer, text, match),
            )


def _texts(article: Article) -> Iterator[tuple[Pointer, str]]:
    title = article.document["title"] or ""
    yield ("title",), title
    for s, section in enumerate(article.document["sections"]):
        heading = section["heading"] or ""
        if section["role"] not in _SILENT and not _REPORTED.search(heading):
            if heading != title:
                yield ("sections", s, "heading"), heading
            for p, paragraph in enumerate(section["paragraphs"]):
                if paragraph["kind"] != "quotation":
                    yield ("sections", s, "paragraphs", p), paragraph["text"]


def _promises(text: str) -> Iterator[re.Match[str]]:
    """The promises that a text makes itself: not denied, hedged, questioned, reported or quoted."""
    lowered = text.lower()
    if not any(map(lowered.__contains__, _SIGNS)):
        return
    own = _QUOTED().sub(lambda quoted: " " * len(quoted[0]), text)
    for start, end in _sentences(own):
        matches = list(_PROMISE().finditer(own, start, end))
        if matches and not _REPORTED.search(own, start, end) and not own[start:end].rstrip(' )”"').endswith("?"):
            for match in matches:
                before = own[max(start, match.start() - 300) : match.start()]
                if _is_flat(before) and not (match[0].lower() in ("cures", "guarantees") and _NOUN().search(before)):
                    yield match


def _is_flat(before: str) -> bool:
    """Whether the words before a promise in its sentence neither deny nor soften it."""
    return not _DENIED().search(before) and not _HEDGED().search(re.split(r"[,;:—–(]", before)[-1])


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _SENTENCE_END().finditer(text):
        yield start, match.end()
        start = match.end()
    yield start, len(text)
