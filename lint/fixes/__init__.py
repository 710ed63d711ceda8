"""Fixes: the edits that rules offer, applied where nothing but what they name changes."""
