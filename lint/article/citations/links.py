"""Links: which links in the prose cite a source."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from lint.article.blocks import Block, Mark
from lint.article.lazy import lazy
from lint.article.references.locators import is_identifier

_ABROAD = (
    *("bsky.app", "facebook.com", "instagram.com", "linkedin.com", "pinterest.com", "reddit.com", "snapchat.com"),
    *(
        "discord.com",
        "discord.gg",
        "t.me",
        "threads.net",
        "tiktok.com",
        "twitter.com",
        "wa.me",
        "whatsapp.com",
        "x.com",
    ),
    *("twitch.tv", "vimeo.com", "youtu.be", "youtube.com"),
    *("amzn.to", "apps.apple.com", "bookshop.org", "etsy.com", "gumroad.com", "iherb.com", "play.google.com"),
    *("target.com", "walmart.com", "gofundme.com", "ko-fi.com", "patreon.com"),
    *("bitbucket.org", "codeberg.org", "gist.github.com", "github.com", "gitlab.com"),
)
"""Where a link invites, sells or shares instead of citing: social networks, videos, shops and code."""
_SHOPS = ("amazon.", "ebay.")
"""Shops with a domain in every country."""
_NAVIGATION = lazy(
    r"(subscribe|sign up|log ?in|newsletter|buy|shop|order|book|download|contact|donate|share|follow|feedback|report"
    r"|read more|privacy|terms|call|find|search|get help|learn more|click here|was this|author|profile|our)\b",
    re.IGNORECASE,
)
_LEADS = lazy(r"\W*(also|find|learn|more|read|related|see)\b[\w ]{0,30}:\s*", re.IGNORECASE)


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
    if not host or not page or _within(host, own) or _is_abroad(host) or _NAVIGATION().match(words.strip()):
        return False
    before = block.text[max(0, mark.start - 200) : mark.start]
    after = block.text[mark.end : mark.end + 200]
    return len(re.findall(r"\w+", before + after)) > 1 and not _LEADS().fullmatch(before)


def is_elsewhere(url: str, own: Sequence[str]) -> bool:
    """Whether an address leads to somebody else's site."""
    host, _ = _parts(url)
    return bool(host) and not _within(host, own)


def _parts(url: str) -> tuple[str, str]:
    """The host of an address, and what it names there; both empty for one that is none of the web's."""
    if not url.lower().startswith(("http://", "https://")):
        return "", ""
    try:
        parts = urlsplit(url)
        return (parts.hostname or "").removeprefix("www."), parts.path.strip("/") or parts.query
    except ValueError:
        return "", ""


def _is_abroad(host: str) -> bool:
    return _within(host, _ABROAD) or host.removeprefix("smile.").startswith(_SHOPS)


def _within(host: str, domains: Sequence[str]) -> bool:
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)
