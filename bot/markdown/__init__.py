"""Markdown for GitHub that says what it says: hostile text stays text, and no comment is longer than GitHub takes."""

from bot.markdown.escape import clipped, code, fence, prose, seen
from bot.markdown.sheets import LIMIT, Block, Sheet

__all__ = ["LIMIT", "Block", "Sheet", "clipped", "code", "fence", "prose", "seen"]
