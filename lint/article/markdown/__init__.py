"""Markdown: the parser with positions, the words of a block, and the blocks made of both."""
