"""A GitHub of our own on loopback: it keeps state and refuses what GitHub refuses."""
