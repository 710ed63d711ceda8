"""What a publication settles for the pull-request bot: the ``[bot]`` table of copydesk.toml."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

LABELS = {
    "needs_citation": "needs citation",
    "needs_medical_review": "needs medical review",
    "needs_fact_check": "needs fact-check",
    "ready_to_publish": "ready to publish",
}
"""Each label of the bot and its name on GitHub unless set; one with an empty name is not used."""


@dataclass(frozen=True, slots=True)
class BotSettings:
    """How the bot reviews pull requests."""

    inline: int = 20
    """The most comments beside lines in one pull request; the rest is in the summary."""
    annotations: int = 50
    """The most annotations of one check run; GitHub takes 50 a call."""
    roles: tuple[str, ...] = ("medical", "fact-checker")
    """The roles of the people file that must approve a changed article."""
    topics: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Other roles for articles with a topic; of several such topics, all their roles."""
    request_reviews: bool = True
    always_report: bool = False
    """Whether the check runs are written even where there is nothing to say: branch protection waits for them."""
    labels: Mapping[str, str] = field(default_factory=lambda: dict(LABELS))

    def roles_for(self, topics: frozenset[str]) -> tuple[str, ...]:
        """The roles that must approve an article with these topics (case folded)."""
        own = [roles for topic, roles in self.topics.items() if topic.casefold() in topics]
        return tuple(dict.fromkeys(role for roles in own or [self.roles] for role in roles))


def bot_settings(table: Mapping[str, Any]) -> BotSettings:
    """The settings of a checked table."""
    plain = {
        name: table[name] for name in ("inline", "annotations", "request_reviews", "always_report") if name in table
    }
    return BotSettings(
        **plain,
        roles=tuple(table.get("roles", BotSettings().roles)),
        topics={topic: tuple(roles) for topic, roles in table.get("topics", {}).items()},
        labels={**LABELS, **table.get("labels", {})},
    )
