"""Links: which of them cite a source."""

import pytest

from lint.article.blocks import blocks
from lint.article.citations.links import cites


def is_citation(text: str, own: tuple[str, ...] = ()) -> bool:
    block = blocks(text)[0]
    return cites(block, block.marks[0], own)


@pytest.mark.parametrize(
    "text",
    [
        "As [a study](https://doi.org/10.1000/1) found, rest helps.",
        "[A study](https://pubmed.ncbi.nlm.nih.gov/12345678/)",
        "Rest helps, says [the health service](https://www.example.org/back-pain).",
        "Rest helps ([source](http://example.org/?id=1)).",
        "Rest helps, as <https://example.org/a> says.",
        "Rest helps, as [the report](https://www.amazonia.example/report) says.",
    ],
)
def test_sources(text: str) -> None:
    assert is_citation(text)


@pytest.mark.parametrize(
    "text",
    [
        "Rest helps, see [our page](/back-pain).",
        "Rest helps, see [below](#rest).",
        "Rest helps, says [the health service](https://example.org/).",
        "[Recent posts](https://example.org/recent)",
        "Read more: [Recent posts](https://example.org/recent)",
        "If you like this article, [subscribe to our newsletter](https://example.org/news).",
        "Was it helpful? Please [report a problem](https://example.org/report) to us.",
        "Join us today on [this page](https://www.facebook.com/example).",
        "You find a cushion [at our shop](https://www.amazon.co.uk/dp/B000000000).",
        "You find a cushion [on this page](https://ebay.de/itm/1).",
        "We show the stretch [in a video](https://m.youtube.com/watch?v=1) of ours.",
        "The code of it is [public, too](https://github.com/example/example).",
        "A post of hers [says so](https://x.com/example/status/1) as well.",
        "Write a letter to [the author](mailto:a@example.org) of this.",
        "Rest helps many people ([1](https://doi.org/10.1000/1)).",
        "An image of it all: ![a back](https://example.org/a.png)",
        "A broken link in text: [a page](https://[example/a)",
    ],
)
def test_other_links(text: str) -> None:
    assert not is_citation(text)


def test_ones_own_pages_are_no_sources() -> None:
    text = "Rest helps, as [this page](https://www.example.org/rest) says."
    assert is_citation(text)
    assert not is_citation(text, ("example.org",))
