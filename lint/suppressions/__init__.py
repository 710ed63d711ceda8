"""Suppressions: exceptions that an article itself states, each for named rules, at a place, with a reason."""

from lint.suppressions.apply import Applied, apply
from lint.suppressions.read import Suppression, suppressions

__all__ = ["Applied", "Suppression", "apply", "suppressions"]
