"""Kinds: what a work is, by what its entry says."""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from lint.article.lazy import lazy
from lint.article.references.locators import Found
from lint.article.references.volumes import VOLUME

_EDITION = lazy(
    r"\b\d+(?:st|nd|rd|th) edn?(?:ition)?\b|\b(?:Press|Publish\w+|Elsevier|Springer|Wiley)\b[;,]\s*\d{4}"
    r"|[.)] [A-Z][\w &]* Press\.?\s*$|[.?!]\s[A-Z][\w ,]{1,40}:\s[A-Z][\w &.]{1,40}[;,]\s*\d{4}"
)
_THESIS = lazy(r"\b(?:ph\.?\s?d|doctoral|master['’]?s?|m\.?sc)\b.{0,20}\b(?:thesis|dissertation)\b")
_CHAPTER = lazy(r"[.?!]\s+In:\s|[.?!]\s+In\s+.{0,300}\b[Ee]ds?\b")
_GUIDELINE = lazy(r"\bguidelines?\b|\bnice\b|\bng\d{2,3}\b|\bposition statement\b")
_HOSTS = """
    academic.oup.com acpjournals.org ahajournals.org ascopubs.org bmj.com biomedcentral.com cochranelibrary.com
    diabetesjournals.org dovepress.com elifesciences.org europepmc.org frontiersin.org hindawi.com jamanetwork.com
    jmir.org jospt.org journals.lww.com journals.plos.org journals.sagepub.com journals.uchicago.edu jstage.jst.go.jp
    karger.com liebertpub.com mdpi.com nejm.org onlinelibrary.wiley.com peerj.com pnas.org pubs.acs.org pubs.rsc.org
    sciencedirect.com tandfonline.com thelancet.com thieme-connect.com
"""
_JOURNALS = frozenset(_HOSTS.split())
"""Hosts on which hardly anything but articles of journals can be read."""
_ARTICLES = lazy(
    r"https?://(?:www\.)?(?:nature\.com/articles/s?\d|link\.springer\.com/article/|cell\.com/[\w-]+/fulltext"
    r"|science\.org/doi/|cambridge\.org/core/journals/)",
    re.IGNORECASE,
)


def kind(text: str, fields: Mapping[str, Found]) -> str | None:
    """The kind of a work by its entry (``text`` ends before its first locator) and what was read from it."""
    lowered = text.lower()
    title = fields["title"].value.lower() if "title" in fields else lowered
    url = fields["url"].value if "url" in fields else ""
    if "arxiv" in fields or "rxiv" in lowered or "preprint" in lowered:
        return "preprint"
    if ("thesis" in lowered or "dissertation" in lowered) and _THESIS().search(lowered):
        return "thesis"
    if "In" in text and _CHAPTER().search(text):
        return "chapter"
    if "isbn" in fields or (_EDITION().search(text) and "[internet]" not in lowered):
        return "book"
    if any(name in fields for name in ("doi", "pmid", "pmcid")) or ("year" in fields and VOLUME().search(text)):
        return "journal-article"
    if url and _is_journal(url):
        return "journal-article"
    if _GUIDELINE().search(lowered):
        return "guideline"
    if re.search(r"\breports?\b", title):
        return "report"
    return "web" if url else None


def _is_journal(url: str) -> bool:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    parts = host.split(".")
    return bool(_ARTICLES().match(url)) or any(".".join(parts[at:]) in _JOURNALS for at in range(len(parts)))
