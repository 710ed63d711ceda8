"""Pieces that markdown is made of; strung together at random they make the strangest articles."""

PROSE = ["a", "word ", "two words", "(1)", "1", "!", "😀", "é", "e\u0301", "\u00a0", "\u3000", "\u2028", "\x0b", "\x0c"]
SPACE = ["\n", "\n", "\n\n", "\n\n", "  \n", "\\\n", " ", "  ", "    ", "\t"]
BLOCKS = ["- ", "* ", "+ ", "1. ", "2) ", "10. ", "> ", ">", "# ", "## ", "#", "===\n", "---\n", "***\n", "    "]
FENCES = ["```\n", "```", "~~~\n", "<div>\n", "<!-- x -->", "<!--", "-->"]
MARKS = ["`", "``", "*", "**", "***", "_", "__", "~~", "\\", "\\*", "\\[", "\\;", "\\\\", "\\|"]
LINKS = ["[", "]", "](", "(", ")", "![", "[a](b)", "[a]", "[r][a]", "[a]: /u\n", "<http://x.y>", "<x@y.z>"]
HTML = ["<", "<b>", "</b>", "<sup>1</sup>", '<a href="x">', "</a>", "&amp;", "&", "&copy;", "&copy", "&#65;"]
TABLES = ["|", "| a | b |\n", "|---|---|\n", "a | b\n--|--\n"]
FOOTNOTES = ["[^1]", "[^1]: note\n", "[^n]", "[^1]:\n", "[^n]: x"]

FRAGMENTS = [*PROSE, *SPACE, *BLOCKS, *FENCES, *MARKS, *LINKS, *HTML, *TABLES]
