"""Links: which links in the prose cite a source."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from lint.article.blocks import Block, Mark
from lint.article.references.locators import is_identifier

_ABROAD = (
    "facebook.com",
    "instagram.com",
    "linkedin.com",
    "pinterest.com",
    "threads.net",
    "tiktok.com",
    "twitter.com",
    "whatsapp.com",
    "x.com",
)
"""Where a link invites or shares instead of citing."""
_NAVIGATION = re.compile(
    r"(subscribe|sign up|log ?in|newsletter|buy|shop|order|book|download|contact|donate|share|follow|feedback|report"
    r"|read more|privacy|terms|call|find|search|get help|learn more|click here|was this|author|profile|our)\b",
    re.IGNORECASE,
)
_LEADS = re.compile(r"\W*(also|find|learn|more|read|related|see)\b[\w ]{0,30}:\s*", re.IGNORECASE)


def cites(block: Block, mark: Mark, own: Sequence[str]) -> bool:
    """Whether a link cites a source.

    An address that identifies a work always does. Another does when it leads to a page (not only a site) of somebody
    else's, stands in a sentence, and its words do not ask the reader to do something.
    """
    words = block.text[mark.start : mark.end]
    if mark.kind != "link" or not re.search(r"[^\W\d_]", words):
        return False
    if is_identifier(mark.value):
        return True
    host, page = _parts(mark.value)
    if not host or not page or _within(host, (*own, *_ABROAD)) or _NAVIGATION.match(words.strip()):
        return False
    before = block.text[max(0, mark.start - 200) : mark.start]
    after = block.text[mark.end : mark.end + 200]
    return len(re.findall(r"\w+", before + after)) > 1 and not _LEADS.fullmatch(before)


def _parts(url: str) -> tuple[str, str]:
    """The host of an address, and what it names there; both empty for one that is none of the web's."""
    if not url.lower().startswith(("http://", "https://")):
        return "", ""
    try:
        parts = urlsplit(url)
        return (parts.hostname or "").removeprefix("www."), parts.path.strip("/") or parts.query
    except ValueError:
        return "", ""


def _within(host: str, domains: Sequence[str]) -> bool:
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)
