"""Polite, bounded and safe requests: one client for all registries and the web."""

from lint.verification.http.client import Client
from lint.verification.http.exchange import Limits, NoAnswerError, Reply, Request
from lint.verification.http.lane import Lane, Rate

__all__ = ["Client", "Lane", "Limits", "NoAnswerError", "Rate", "Reply", "Request"]
