"""What reading an article's text gives."""

from typing import NamedTuple

from lint.article import Article
from lint.article.front_matter.data import DataProblem


class Parsed(NamedTuple):
    """An article, what in it cannot be read, and the places in it that a link can lead to.

    ``hidden_words``: how many words stand in raw HTML, where no rule sees them.
    """

    article: Article
    problems: tuple[DataProblem, ...] = ()
    anchors: frozenset[str] = frozenset()
    hidden_words: int = 0
