"""Suppressions: exceptions that an article itself states, each for named rules, at a place, with a reason."""
