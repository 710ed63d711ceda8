"""Watching a publication: what changes on disk, and what that changes in the report."""
