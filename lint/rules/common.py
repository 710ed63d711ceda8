"""What several rules walk over: the citations and paragraphs of a document, with their pointers."""

from collections.abc import Iterator
from typing import Any

from lint.article import Article
from lint.finding import Pointer

Json = dict[str, Any]


def paragraphs(article: Article) -> Iterator[tuple[Pointer, Json, Json]]:
    """Each paragraph as (pointer, paragraph, section), in the order of the text."""
    for s, section in enumerate(article.document["sections"]):
        for p, paragraph in enumerate(section["paragraphs"]):
            yield ("sections", s, "paragraphs", p), paragraph, section


def citations(article: Article) -> Iterator[tuple[Pointer, Json]]:
    """Each citation as (pointer, citation), in the order of the text."""
    for pointer, paragraph, _ in paragraphs(article):
        for c, citation in enumerate(paragraph["citations"]):
            yield (*pointer, "citations", c), citation
