"""Passages that stand in two places: their word 3-shingles, an index of them, and an exact comparison."""
