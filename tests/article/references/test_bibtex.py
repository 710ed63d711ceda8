"""BibTeX: entries, values in braces and quotation marks, TeX's letters."""

import time

import pytest

from lint.article.references.bibtex import entries, plain


def test_entries() -> None:
    text = r"""
    % a comment
    @comment{ignored, title = {x}}
    @Article{smith2020,
      author = {Smith, Jane A. and M{\"u}ller, Hans-Peter and {Example Group} and van der Berg, J.},
      Title  = {A {Title} of \emph{sorts}: {\ss} \& {\o}},
      journal = "Journal of " # "Examples",
      year = 2020, doi = {10.1000/1},
    }
    @online(page, title = {A page}, url={https://example.org/a}, urldate = {2023-05-26})
    """
    first, second = entries(text)
    assert first == (
        "smith2020",
        {
            "type": "article",
            "author": ["Smith JA", "Müller HP", "Example Group", "van der Berg J"],
            "title": "A Title of sorts: ß & ø",
            "journal": "Journal of Examples",
            "year": "2020",
            "doi": "10.1000/1",
        },
    )
    assert second == (
        "page",
        {"type": "online", "title": "A page", "url": "https://example.org/a", "urldate": "2023-05-26"},
    )


@pytest.mark.parametrize(
    ("written", "read"),
    [(r"Caf{\'e}", "Café"), (r"\v{S}koda", "Škoda"), (r"na\"{\i}ve", "naïve"), ("a~b  c", "a b c"), ("1--2", "1–2")],
)
def test_letters(written: str, read: str) -> None:
    assert plain(written) == read


@pytest.mark.parametrize("unit", ["@a{b,", "@a{b,c={", "{", '@a{b,c="', "\\", "@a{b,c=d#"])
def test_broken_files_end(unit: str) -> None:
    start = time.process_time()
    list(entries(unit * 50_000))
    assert time.process_time() - start < 20
