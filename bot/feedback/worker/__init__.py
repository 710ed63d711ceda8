"""The worker: reads what came in, and writes the issues that are wanted. It alone holds the token for GitHub."""

from bot.feedback.desk import Desk
from bot.feedback.worker.publish import publish
from bot.feedback.worker.triage import triage

__all__ = ["Desk", "publish", "triage"]
