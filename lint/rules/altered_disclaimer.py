"""A disclaimer was altered: it is near an approved text, but not it.

Why: The wording of a disclaimer was agreed on, often with a lawyer. A copy that lost a word may say something else.

Help: Put the approved text back.

Bad:

    Stretching eases stiffness in the lower back.

    This article is general information and does replace the advice of a doctor.

copydesk.toml:

    [disclaimers]
    medical-advice = "This article is general information and does not replace the advice of a doctor."

Good:

    Stretching eases stiffness in the lower back.

    This article is general information and does not replace the advice of a doctor.

copydesk.toml:

    [disclaimers]
    medical-advice = "This article is general information and does not replace the advice of a doctor."
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lint.article import Article
from lint.context import Context
from lint.finding import Edit, Fix, Problem
from lint.rules.common import paragraphs

_NEAR = 0.8
_LEAST_WORDS = 5  # shorter texts are near too much


class _Passage(NamedTuple):
    """A paragraph of an approved text, on one line; ``words`` as they are compared."""

    name: str
    text: str
    words: list[str]


def check(article: Article, context: Context) -> Iterator[Problem]:
    """A paragraph must be an approved text, hold it whole, or be far from it."""
    approved = list(_passages(context))
    for pointer, paragraph, _ in paragraphs(article) if approved else ():
        near = [passage for passage in approved if _is_of_like_length(passage, paragraph["words"])]
        here = _plain(article.source(pointer)).split() if near else []
        if not near or any(_holds(here, passage.words) for passage in approved):
            continue
        likeness, passage = max(((_likeness(one.words, here), one) for one in near), key=lambda pair: pair[0])
        if likeness >= _NEAR:
            difference = _first_difference(passage.words, here)
            message = f"This is near the approved disclaimer “{passage.name}”, but not the same.{difference}"
            fix = Fix("Put the approved text back", (Edit(article.span(pointer), passage.text),), safe=True)
            yield Problem(pointer, message, fix=fix)


def _passages(context: Context) -> Iterator[_Passage]:
    """The paragraphs of the approved texts with the id of each text."""
    for name, text in context.disclaimers.items():
        for passage in re.split(r"\n\s*\n", text):
            words = _plain(passage).split()
            if len(words) >= _LEAST_WORDS:
                yield _Passage(name, " ".join(passage.split()), words)


def _is_of_like_length(passage: _Passage, words: int) -> bool:
    return len(passage.words) / 2 <= words <= len(passage.words) * 2


def _holds(here: list[str], approved: list[str]) -> bool:
    return " ".join(approved) in " ".join(here)


def _likeness(approved: list[str], here: list[str]) -> float:
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, approved, here, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _NEAR else 0.0


def _plain(markdown: str) -> str:
    """The words and punctuation, whatever the quotes, emphasis, links and line ends."""
    text = re.sub(r"(?<=\])\([^()\s]*\)", "", markdown)
    text = re.sub(r"[*_\[\]`>\\]", "", text).translate(str.maketrans("‘’“”", "''\"\""))
    return " ".join(text.split())


def _first_difference(old: list[str], new: list[str]) -> str:
    from difflib import SequenceMatcher

    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            wanted, got = " ".join(old[a:b][:8]), " ".join(new[c:d][:8])
            if not got:
                return f" “{wanted}” is missing after “{' '.join(old[max(0, a - 3) : a])}”."
            return f" It says “{got}” instead of “{wanted}”." if wanted else f" “{got}” was added."
    return ""
