"""Digits that name nobody: identifiers of works, addresses of pages, dates, ranges of years, grouped figures."""

import re

PUBLIC = re.compile(
    r"10\.\d{4,9}/\S+|https?://\S+|(?:doi|pmid|pmc|isbn|arxiv|nct|cd|issn|isrctn|eudract|snomed|loinc|prospero)\s*:?\s*\d[\w./-]*"
    r"|\d{1,4}\s?\(\d{1,3}\)\s?:\s?e?\d+(?:\s?[-–]\s?\d+)?|;\s?\d{1,4}\s?:\s?\d+\s?[-–]\s?\d+",
    re.IGNORECASE,
)
DATE = re.compile(
    r"(?<!\d)(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}"
    r"|(?:19|20|١٩|٢٠)\d\d\s*[-–/ ]\s*(?:19|20|١٩|٢٠)\d\d"
    r"|[1-9]\d?00\s?[-–]\s?[1-9]\d?00)(?!\d)"
)
FIGURE = re.compile(r"(?<!\d)[1-9]\d{0,2}(?:[ \u00a0.,٬]\d{3})+(?!\d)")


def without(text: str) -> str:
    """The text with a blank for each of them."""
    for pattern in (PUBLIC, DATE, FIGURE):
        text = pattern.sub(" ", text)
    return text
