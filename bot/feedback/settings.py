"""What a publication settles for reader feedback: the ``[feedback]`` table of copydesk.toml."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.feedback.triage import Thresholds


@dataclass(frozen=True, slots=True)
class FeedbackSettings:
    """How reports are taken in and kept.

    ``origins``: the sites whose pages may send reports, as in ``https://example.org``. ``help``: by language, what a
    reader in danger is shown first. ``accounts``: on GitHub, whose issues and comments count as the publication's own,
    besides the one at work. ``contact_days``, ``words_days``: when addresses and raw words are erased.
    """

    origins: tuple[str, ...] = ()
    help: Mapping[str, str] = field(default_factory=dict)
    accounts: tuple[str, ...] = ()
    thresholds: Thresholds = field(default_factory=Thresholds)
    contact_days: int = 30
    words_days: int = 365


def feedback_settings(table: Mapping[str, Any]) -> FeedbackSettings:
    """The settings of a checked table."""
    limits = {name: table[name] for name in ("spam", "sender_hour", "corroboration", "daily") if name in table}
    days = {name: table[name] for name in ("contact_days", "words_days") if name in table}
    return FeedbackSettings(
        origins=tuple(origin.rstrip("/") for origin in table.get("origins", ())),
        help=table.get("help", {}),
        accounts=tuple(table.get("accounts", ())),
        thresholds=Thresholds(**limits),
        **days,
    )
