"""A check of changes: which articles to look at, and which of their findings are new."""

from lint.change.change import Change, comparing

__all__ = ["Change", "comparing"]
