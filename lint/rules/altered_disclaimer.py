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
from difflib import SequenceMatcher

from lint.article import Article
from lint.context import Context
from lint.finding import Edit, Fix, Problem
from lint.rules.common import paragraphs

_NEAR = 0.8
_LEAST_WORDS = 5  # shorter texts are near too much


def check(article: Article, context: Context) -> Iterator[Problem]:
    """A paragraph must be an approved text, hold it whole, or be far from it."""
    approved = list(_passages(context))
    for pointer, _, _ in paragraphs(article) if approved else ():
        here = _plain(article.source(pointer))
        if any(_plain(text) in here for _, text in approved):
            continue
        likeness, name, text = max((_likeness(text, here), name, text) for name, text in approved)
        if likeness >= _NEAR:
            message = f"This is near the approved disclaimer “{name}”, but not the same.{_first_difference(text, here)}"
            fix = Fix("Put the approved text back", (Edit(article.span(pointer), text),), safe=True)
            yield Problem(pointer, message, fix=fix)


def _passages(context: Context) -> Iterator[tuple[str, str]]:
    """The paragraphs of the approved texts, each on one line, with the id of the text."""
    for name, text in context.disclaimers.items():
        for passage in re.split(r"\n\s*\n", text):
            if len(passage.split()) >= _LEAST_WORDS:
                yield name, " ".join(passage.split())


def _plain(markdown: str) -> str:
    """The words and punctuation, whatever the quotes, emphasis, links and line ends."""
    text = re.sub(r"(?<=\])\([^()\s]*\)", "", markdown)
    text = re.sub(r"[*_\[\]`>\\]", "", text).translate(str.maketrans("‘’“”", "''\"\""))
    return " ".join(text.split())


def _likeness(approved: str, here: str) -> float:
    old, new = _plain(approved).split(), here.split()
    if not len(old) / 2 <= len(new) <= len(old) * 2:
        return 0.0
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _NEAR else 0.0


def _first_difference(approved: str, here: str) -> str:
    old, new = _plain(approved).split(), here.split()
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            wanted, got = " ".join(old[a:b][:8]), " ".join(new[c:d][:8])
            if not got:
                return f" “{wanted}” is missing after “{' '.join(old[max(0, a - 3) : a])}”."
            return f" It says “{got}” instead of “{wanted}”." if wanted else f" “{got}” was added."
    return ""
