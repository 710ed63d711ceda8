"""Front matter: YAML or TOML above the body, as values in the document's names, with a span for each."""
