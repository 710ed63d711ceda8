"""Judging: the entries of an article held against what the lock and the retraction list say."""

from lint.verification.judging.held import Held

__all__ = ["Held"]
