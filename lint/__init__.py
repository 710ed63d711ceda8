"""Copydesk's linter: articles in, findings out."""

__version__ = "0.1.0"
