"""An entry of the references that nothing in the text cites.

Why: A list longer than what the text rests on makes an article look better sourced than it is, and often shows that
the sentence which the entry backed was lost in an edit.

Help: Cite the entry where the text relies on it, or remove it from the list.

Bad:

    Stretching eases stiffness in the lower back for many people. (1)

    ## References

    1. Example A. A first title. *Journal*. 2020;1:1-2. <https://doi.org/10.1000/1>
    2. Example B. Another title. *Journal*. 2021;2:3-4. <https://doi.org/10.1000/2>

Good:

    Stretching eases stiffness in the lower back for many people. (1) Walking does so too. (2)

    ## References

    1. Example A. A first title. *Journal*. 2020;1:1-2. <https://doi.org/10.1000/1>
    2. Example B. Another title. *Journal*. 2021;2:3-4. <https://doi.org/10.1000/2>
"""

from collections.abc import Iterator

from lint.article import Article
from lint.context import Context
from lint.finding import Problem


def check(article: Article, context: Context) -> Iterator[Problem]:
    """Every entry must be cited, in an article that cites at all."""
    references = article.document["references"]
    if not any(reference["cited"] and not reference["inline"] for reference in references):
        return  # without a working citation of an entry it is one defect, which other rules report
    for index, reference in enumerate(references):
        if not reference["cited"]:
            yield Problem(("references", index), f"Reference {reference['key']} is not cited anywhere in the text.")
