"""What the parser must know of the publication: its section roles, disclaimers and field names."""

from collections.abc import Mapping
from dataclasses import dataclass, field

ROLES: Mapping[str, tuple[str, ...]] = {
    # Patterns are matched (re.fullmatch, case ignored) against a heading without its final punctuation.
    "introduction": (
        r"introduction",
        r"overview",
        r"summary",
        r"key (points|takeaways|facts)",
        r"at a glance",
        r"in brief",
    ),
    "conclusion": (
        r"(in )?conclusions?",
        r"(the )?bottom line",
        r"final thoughts",
        r"take[- ]?aways?",
        r"in summary",
        r"summing up",
    ),
    "references": (
        r"references?( list)?",
        r"(our )?sources?",
        r"bibliography",
        r"works cited",
        r"citations?",
        r"literature",
        r"foot ?notes",
    ),
    "related": (
        r"(also|further|related|recommended|more)( to)? (read(ing)?|articles?|posts?|topics?|links?)",
        r"see also",
        r"read (more|next)",
        r"you (may|might) also like.*",
    ),
    "disclaimer": (r"(medical |legal |important )?disclaimer", r"(important )?(medical )?notice"),
    "about": (
        r"about (this article|the (authors?|reviewers?)|us|me)",
        r"(our )?editorial (policy|process|standards)",
        r"(authors?|contributors|acknowledge?ments|funding|conflicts? of interest|disclosures?|methodology|how we (wrote|reviewed) this( article)?)",
        r"(table of )?contents",
    ),
    "feedback": (r"(was this (article|page) helpful|feedback|report a problem|tell us what you think|contact( us)?)",),
}
"""Heading patterns of each section role; a section that matches none is a claim section."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The publication's own words, as its configuration has them."""

    roles: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: ROLES)
    disclaimers: Mapping[str, str] = field(default_factory=dict)
    """Approved disclaimer texts by id. Empty: the common wordings count (as id ``medical-advice``)."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """Our front matter name -> the publication's, e.g. ``{"last_modified": "lastmod"}``."""
    minimum_words: int = 20
    """A section with fewer words of prose claims nothing."""
