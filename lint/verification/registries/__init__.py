"""The registries that know of identifiers, each in its module behind one small protocol."""
