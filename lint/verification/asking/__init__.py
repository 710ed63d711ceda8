"""Asking: what the lock lacks is planned, asked of the registries, kept in a journal, and written into the lock."""
