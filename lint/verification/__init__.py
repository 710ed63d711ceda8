"""References held against the registries, and what they answered."""
