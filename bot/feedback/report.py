"""The words of reader feedback: what a reader sends, where it waits, what its receipt shows."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LABEL = "reader feedback"
"""What every issue of reports is labelled on GitHub."""


class Kind(StrEnum):
    """What a reader says is wrong (``kind`` in ``schemas/feedback.schema.json``)."""

    INACCURATE = "inaccurate"
    OUTDATED = "outdated"
    UNSOURCED = "unsourced"
    UNCLEAR = "unclear"
    OTHER = "other"


class Queue(StrEnum):
    """Where a report waits. Only what is in ``ISSUE`` ever reaches GitHub."""

    ISSUE = "issue"
    WAITING = "waiting"
    """For a second report that corroborates it, or for a maintainer's look."""
    QUARANTINE = "quarantine"
    """Suspected spam, abuse or repetition: kept, never deleted."""
    PRIVATE = "private"
    """A suspected adverse drug event, or personal data that cannot be redacted with confidence."""
    CRISIS = "crisis"
    """A reader in danger: answered with help at once."""
    COUNTED = "counted"
    """A Yes: nothing to act on."""


class Status(StrEnum):
    """What a receipt shows."""

    RECEIVED = "received"
    UNDER_REVIEW = "under review"
    CORRECTED = "corrected"
    NO_CHANGE = "no change"


class Risk(StrEnum):
    """Why a report cannot wait for a second one."""

    DOSE = "dose"
    CONTRAINDICATION = "contraindication"
    PREGNANCY = "pregnancy"
    EMERGENCY = "emergency"


@dataclass(frozen=True, slots=True)
class Report:
    """What a reader sent, after validation. Everything in it is hostile text, and personal until redacted.

    ``article``: POSIX path of the article relative to the repository's root, one of the allow list. ``passage``: the
    words that the reader marked. ``website``: the honeypot, empty when a person filled the form. ``elapsed``: seconds
    from opening the form to sending it; None where unknown.
    """

    article: str
    helpful: bool
    received: datetime
    kind: Kind | None = None
    passage: str = ""
    comment: str = ""
    email: str = ""
    language: str = ""
    website: str = ""
    elapsed: float | None = None
