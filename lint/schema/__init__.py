"""How a failure of the schema becomes the problem of a rule."""
