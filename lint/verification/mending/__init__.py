"""Mending: what may be written into an article's references because a registry and the entry agree on it."""

from lint.verification.mending.edits import edits
from lint.verification.mending.mend import Mended, mend

__all__ = ["Mended", "edits", "mend"]
