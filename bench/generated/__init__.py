"""Invented articles: their words, their parts, their defects, their markdown."""
