"""The baseline: findings that a publication has accepted, each with the reason and the day, in a file of its own."""

from lint.baseline.apply import held_against
from lint.baseline.entries import Entry

__all__ = ["Entry", "held_against"]
