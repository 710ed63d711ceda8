"""What was worked out before and is still true; nothing here is needed for a right answer, only for a fast one."""

NAME = ".copydesk_cache"
"""The folder, beside the configuration."""
