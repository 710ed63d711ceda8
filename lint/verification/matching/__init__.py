"""Matching: whether an entry of an article and a registry's record describe one work, and what differs."""

from lint.verification.matching.compare import compare, conflict, likeliest
from lint.verification.matching.verdict import Difference, Verdict, VerdictState

__all__ = ["Difference", "Verdict", "VerdictState", "compare", "conflict", "likeliest"]
