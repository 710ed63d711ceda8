"""Issues from reports: one for an article, section and kind; what it is called, what it says, what to do."""

from bot.feedback.issues.draft import Draft, draft
from bot.feedback.issues.facts import Cited, Facts, facts
from bot.feedback.issues.group import Group, Voice, key_of
from bot.feedback.issues.merge import merged

__all__ = ["Cited", "Draft", "Facts", "Group", "Voice", "draft", "facts", "key_of", "merged"]
