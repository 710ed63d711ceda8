"""Matching: whether an entry of an article and a registry's record describe one work, and what differs."""

from lint.verification.matching.compare import compare
from lint.verification.matching.records import conflict, is_sure, likeliest
from lint.verification.matching.verdict import Difference, Verdict, VerdictState

__all__ = ["Difference", "Verdict", "VerdictState", "compare", "conflict", "is_sure", "likeliest"]
