"""Showing: the evidence on an article's sources, as JSON and side by side; which articles cite a retracted work."""
