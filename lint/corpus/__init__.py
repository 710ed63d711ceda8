"""The files of a publication: which to check, how to read them, and what they share."""

from lint.corpus.discover import SUFFIXES, Found, discover, holds
from lint.corpus.files import Files
from lint.corpus.read import Unreachable, Unreadable, decode, digest, fetch, read

__all__ = [
    "SUFFIXES",
    "Files",
    "Found",
    "Unreachable",
    "Unreadable",
    "decode",
    "digest",
    "discover",
    "fetch",
    "holds",
    "read",
]
