"""The reports of shards, put together into the report of the whole check."""

from lint.merge.merge import merge
from lint.merge.read import Part, read

__all__ = ["Part", "merge", "read"]
