"""What the parser must know of the publication: its section roles, disclaimers, field names and addresses."""

from collections.abc import Mapping
from dataclasses import dataclass, field

ROLES: Mapping[str, tuple[str, ...]] = {
    # Patterns are matched (re.fullmatch, case ignored) against a heading without its number and final punctuation.
    "introduction": (
        r"introduction",
        r"overview",
        r"background",
        r"((executive|quick|short|brief|plain[- ]language) )?summary",
        r"(the )?key (points|takeaways|facts|messages)",
        r"highlights",
        r"at a glance",
        r"in brief",
        r"tl;?dr",
    ),
    "conclusion": (
        r"(in )?conclusions?",
        r"concluding (remarks|thoughts)",
        r"(the )?(\w+ )?bottom lines?",
        r"(some )?(final|closing) (thoughts|words|note)",
        r"(the )?take[- ]?(aways?|home( message)?)",
        r"in summary",
        r"(to )?sum(ming)? (it |this |things )?(all )?up",
        r"what.?s next|(your )?next steps",
        r"wrapping up",
    ),
    "references": (
        r"((scientific|medical|article|selected|cited|numbered|list of|our) )?(references?|sources?|citations?)"
        r"( (list|cited|used))?( (and|&) ((further|additional) reading|references?|sources?|citations?|notes?))?",
        r"(source|data|key) (references?|sources?|guidelines?|publications?)",
        r"bibliography",
        r"(works|literature|sources) cited",
        r"(cited )?literature",
        r"(foot|end) ?notes",
        r"notes (and|&) references",
    ),
    "related": (
        r"(also|further|related|recommended|suggested|more)( to)?"
        r" (read(ing|s)?|articles?|posts?|topics?|links?|resources?|stories)",
        r"see also",
        r"read (more|next|also)",
        r"(recent|latest|popular) (posts?|articles?)",
        r"you (may|might) also like.*",
        r"(useful|helpful|external) (links|resources)",
        r"resources",
        r"(organi[sz]ations|charities) to support|(helpful|support|patient) organi[sz]ations",
    ),
    "disclaimer": (
        r"((medical|legal|important|health|educational|general) )*disclaimers?",
        r"(important )?(medical|legal) notice",
    ),
    "about": (
        r"about (this (article|page|site|website|guide|report)|the (authors?|reviewers?|writers?)|us|me)",
        r"(our )?editorial (policy|process|standards|team)",
        r"(authors?|contributors|acknowledge?ments?|funding|(conflicts?|declarations?) of interests?|disclosures?"
        r"|methodology|how we (wrote|reviewed|researched|fact-checked) this( article| page)?)",
        r"(article )?sources and methods",
        r"change ?log|(article|document|edit|page|revision|update|version) history",
        r"what this (article|page|site|website|guide|report) (is|does|covers)( .*)?",
        r"scope( of (this|the) (article|page|site|guide|report|review))?",
        r"(table of )?contents",
        r"(in this article|on this page|jump to)",
    ),
    "feedback": (
        r"was this (article|page|information)?( ?helpful| ?useful)",
        r"(give us |send us |your )?feedback",
        r"report (a problem|an error|an issue)",
        r"tell us what you think",
        r"((how|when) to )?contact( us)?",
        r"(book|make|request|schedule) an appointment( .*)?",
    ),
    "instructions": (
        r"((the )?ingredients?|equipment)( list| for .*)?",
        r"(the )?(directions|instructions)( for use)?",
        r"method|(the )?steps|step[- ]by[- ]step( (guide|instructions))?",
        r"(what )?you( will|.ll)? need",
        r"shopping list",
    ),
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
    own: tuple[str, ...] = ()
    """The publication's own domains: a link to them cites nothing."""
    feedback_link: str = ""
    """Where readers report a problem; a fix adds it to articles that give them no way."""
