"""The examples of a page: the files that they are made of."""

from collections.abc import Iterator


def blocks(example: str) -> Iterator[tuple[str, str]]:
    """The indented blocks of an example, each with the label above it (empty for the article)."""
    label = ""
    lines: list[str] = []
    for line in [*example.splitlines(), "end"]:
        if line.startswith("    ") or not line.strip():
            lines.append(line[4:].rstrip())
            continue
        if any(lines):
            yield label, "\n".join(lines).strip("\n") + "\n"
        label, lines = line.strip().removesuffix(":"), []
