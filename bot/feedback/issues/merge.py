"""A new text for an issue that people have worked in: their ticks and what they wrote below ours stay."""

import re

END = "<!-- copydesk:end -->"
_TICKED = re.compile(r"^- \[[xX]\] (.*)$", re.MULTILINE)


def merged(before: str, after: str) -> str:
    """``after`` with what was ticked in ``before``, and what stands there behind our end."""
    done = set(_TICKED.findall(before.replace("\r\n", "\n")))
    _, end, below = before.partition(END)
    return "\n".join(_ticked(line, done) for line in after.split("\n")) + (below if end else "")


def _ticked(line: str, done: set[str]) -> str:
    return f"- [x] {line[6:]}" if line.startswith("- [ ] ") and line[6:] in done else line
