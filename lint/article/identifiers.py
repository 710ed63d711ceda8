"""Identifiers of works (DOI, PMID, PMCID, ISBN, arXiv): their plain form, and what is wrong with one."""

import re
from collections.abc import Callable

from lint.article.lazy import lazy

_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_DASHES = lazy("[\u2010-\u2015\u2212]")
_LONGEST = 500  # far beyond any real identifier; keeps hostile input cheap

_PREFIXES = {
    "doi": lazy(r"(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:?\s*)+", re.IGNORECASE),
    "pmid": lazy(r"https?://(?:pubmed\.ncbi\.nlm\.nih\.gov|www\.ncbi\.nlm\.nih\.gov/pubmed)/|pmid:?\s*", re.I),
    "pmcid": lazy(r"https?://(?:pmc\.ncbi\.nlm\.nih\.gov|www\.ncbi\.nlm\.nih\.gov/pmc)/articles/|pmc(?:id)?:\s*", re.I),
    "isbn": lazy(r"(?:urn:)?isbn(?:-1[03])?:?\s*", re.IGNORECASE),
    "arxiv": lazy(r"https?://arxiv\.org/(?:abs|pdf)/|arxiv:\s*", re.IGNORECASE),
}

_DOI = lazy(r"10\.\d{4,9}(?:\.\d+)*/\S*\w\S*")
_SHORT_DOI = lazy(r"10/[a-z\d]{3,10}", re.IGNORECASE)  # the registry's own short form
_ARXIV_NEW = lazy(r"(\d\d)(\d\d)\.(\d{4,5})(?:v[1-9]\d*)?")
_ARXIV_OLD = lazy(r"[a-z]+(?:-[a-z]+)*(?:\.[A-Z]{2})?/\d\d(\d\d)\d{3}(?:v[1-9]\d*)?")


def normal(kind: str, value: str) -> str:
    """The plain form: no prefix, no stray characters. A form that cannot be an identifier stays recognisable."""
    value = _bare(kind, _INVISIBLE.sub("", value))
    if len(value) > _LONGEST:
        return value
    if kind == "isbn":
        return re.sub(r"[\s-]", "", _DASHES().sub("-", value)).upper()
    if kind == "doi":
        return _unpunctuated(re.sub(r"\s*/\s*", "/", _DASHES().sub("-", value), count=1))
    value = value.strip(" .,;/")
    if kind == "pmcid":
        digits = re.sub(r"^PMC\s*", "", value, flags=re.IGNORECASE)
        return f"PMC{digits}"
    return value


def check(kind: str, value: str) -> str | None:
    """What is wrong with an identifier, as the end of a sentence about it; None where nothing is."""
    if _INVISIBLE.search(value):
        return "holds an invisible character"
    value = _bare(kind, value)
    if len(value) > _LONGEST:
        return "is far too long"
    return _CHECKS[kind](value) if value else "is empty"


def _bare(kind: str, value: str) -> str:
    value = value.strip()
    prefix = _PREFIXES[kind]().match(value)
    value = value[prefix.end() :] if prefix else value
    return value.removesuffix(".pdf") if kind == "arxiv" else value


def _unpunctuated(doi: str) -> str:
    while doi and (doi[-1] in ".,;:!?'\"/" or (doi[-1] in ")]" and not _balanced(doi))):
        doi = doi[:-1]
    return doi


def _balanced(doi: str) -> bool:
    return doi.count("(") >= doi.count(")") and doi.count("[") >= doi.count("]")


def _check_doi(doi: str) -> str | None:
    if re.search(r"\s", doi):
        return "holds a space"
    if _SHORT_DOI().fullmatch(doi):
        return None
    if not re.match(r"10\.\d{4,9}(?:\.\d+)*/", doi):
        return "must begin with 10., four to nine digits and a slash"
    if _DASHES().search(doi):
        return "holds a long dash where a hyphen belongs"
    if not _DOI().fullmatch(doi):
        return "has nothing after its slash"
    if _unpunctuated(doi) != doi:
        return f"ends in “{doi[-1]}”"
    return None


def _check_pmid(pmid: str) -> str | None:
    return None if re.fullmatch(r"[1-9]\d{0,7}", pmid, re.ASCII) else "must be one to eight digits"


def _check_pmcid(pmcid: str) -> str | None:
    return None if re.fullmatch(r"PMC[1-9]\d{0,8}(\.\d+)?", pmcid, re.ASCII) else "must be “PMC” and digits"


def _check_isbn(isbn: str) -> str | None:
    digits = normal("isbn", isbn)
    if re.fullmatch(r"\d{9}[\dX]", digits, re.ASCII):
        total = sum(weight * (10 if d == "X" else int(d)) for weight, d in zip(range(10, 0, -1), digits, strict=True))
        return None if total % 11 == 0 else "has a wrong check digit: a digit is mistyped"
    if re.fullmatch(r"97[89]\d{10}", digits, re.ASCII):
        total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
        return None if total % 10 == 0 else "has a wrong check digit: a digit is mistyped"
    return "must be 10 digits, or 13 that begin with 978 or 979"


def _check_arxiv(arxiv: str) -> str | None:
    if new := _ARXIV_NEW().fullmatch(arxiv):
        year, month, number = new.groups()
        if len(number) != (5 if year >= "15" else 4) or (year, month) < ("07", "04"):
            return "has the wrong number of digits for its year"
    elif old := _ARXIV_OLD().fullmatch(arxiv):
        month = old[1]
    else:
        return "must look like 2101.00001 or hep-th/9901001"
    return None if "01" <= month <= "12" else f"names a month {month}"


_CHECKS: dict[str, Callable[[str], str | None]] = {
    "doi": _check_doi,
    "pmid": _check_pmid,
    "pmcid": _check_pmcid,
    "isbn": _check_isbn,
    "arxiv": _check_arxiv,
}
KINDS = tuple(_CHECKS)
