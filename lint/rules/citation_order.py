"""The numbers of the citations do not rise by first appearance, or skip one.

Why: Readers expect (1) first and (2) next. Numbers out of order usually mean that a passage moved and that a marker
may now point to the wrong source.

Help: Number the references in the order in which the text first cites them, and change the markers to match.

Bad:

    Stretching eases stiffness in the lower back. (2) Walking does so too. (1)

    ## References

    1. Example A. A first title. *Journal*. 2020;1:1-2. <https://doi.org/10.1000/1>
    2. Example B. Another title. *Journal*. 2021;2:3-4. <https://doi.org/10.1000/2>

Good:

    Stretching eases stiffness in the lower back. (1) Walking does so too. (2)

    ## References

    1. Example B. Another title. *Journal*. 2021;2:3-4. <https://doi.org/10.1000/2>
    2. Example A. A first title. *Journal*. 2020;1:1-2. <https://doi.org/10.1000/1>
"""

from collections.abc import Iterable, Iterator

from lint.article import Article
from lint.context import Context
from lint.finding import Fix, Pointer, Problem
from lint.rules import renumber
from lint.rules.common import citations
from lint.rules.renumber import NUMBERED


def check(article: Article, context: Context) -> Iterator[Problem]:
    """Each new number must be the next one; the first number out of order and the first gap are told."""
    firsts = _first_appearances(article)
    fix = _fix(article, firsts) if list(firsts) != list(range(1, len(firsts) + 1)) else None
    told: set[str] = set()
    top = 0
    for number, pointer in firsts.items():
        missing = range(top + 1, number)
        late = [n for n in missing if n in firsts]
        if late and "order" not in told:
            told.add("order")
            yield Problem(pointer, f"({number}) is cited before {_listed(late)}.", fix=fix)
        if len(missing) > len(late) and "gap" not in told:
            told.add("gap")
            skipped = _listed([n for n in missing if n not in firsts])
            message = f"The numbers skip {skipped}: nothing cites it, yet ({number}) is cited."
            yield Problem(pointer, message, fix=fix)
        top = max(top, number)


def _first_appearances(article: Article) -> dict[int, Pointer]:
    """Each cited number with the place of its first marker; numbers the list lacks are `dangling-citation`'s."""
    known = {reference["key"] for reference in article.document["references"]}
    firsts: dict[int, Pointer] = {}
    for pointer, citation in citations(article):
        if citation["style"] in NUMBERED:
            for key in citation["keys"]:
                if key.isdecimal() and len(key) < 4 and (key in known or not known):
                    firsts.setdefault(int(key), pointer)
    return firsts


def _fix(article: Article, firsts: Iterable[int]) -> Fix | None:
    """The cited entries in the order of the text, then those that nothing cites."""
    cited = [str(number) for number in firsts]
    listed = [reference["key"] for reference in article.document["references"] if not reference["inline"]]
    order = [*(key for key in cited if key in listed), *(key for key in listed if key not in cited)]
    return renumber.fix(article, "Number the references in the order of the text", order, {})


def _listed(numbers: list[int]) -> str:
    first, last = numbers[0], numbers[-1]
    if len(numbers) > 2 and last - first == len(numbers) - 1:
        return f"({first}) to ({last})"
    return ", ".join(f"({number})" for number in numbers[:5]) + (" and others" if len(numbers) > 5 else "")
