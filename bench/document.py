"""Writes docs/performance.md: what was measured, on which kind of machine, and what is kept of it by hand."""

import os
import platform
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "docs" / "performance.md"
KEPT = "<!-- by hand: the bench keeps what stands below -->"
HEAD = """# Performance

Written by the bench; do not edit above the last heading. Ratios are what to read: they hold from one machine to the
next far better than times do."""


def write(lines: Sequence[str], command: str) -> None:
    """Writes the page; what was added to it by hand stays."""
    by_hand = PAGE.read_text("utf-8").partition(KEPT)[2] if PAGE.exists() else "\n"
    PAGE.write_text("\n".join([HEAD, "", *lines, "", f"Made by `{command}`.", "", KEPT]) + by_hand, "utf-8")


def machine(times: int, slow: float, peers: Sequence[str]) -> Iterator[str]:
    """The kind of machine, the versions, and how it is measured."""
    from lint import __version__

    busy = f"{os.getloadavg()[0]:.1f} processes at work on it when the bench began"
    yield f"- Machine: {os.cpu_count()} cores, {platform.system()} {platform.machine()}; {busy}"
    yield f"- Copydesk {__version__}, Python {platform.python_version()}{_node() if peers else ''}"
    yield f"- Medians of {times} runs, in which the commands take turns, after one that warms the disk's cache; what"
    yield f"  takes longer than {slow:g} seconds runs once. Memory is that of the largest process; caches are the"
    yield "  tools' own."
    if peers:
        yield f"- Beside: {', '.join(peers)}"


def _node() -> str:
    node = shutil.which("node")
    if node is None:
        return ""
    return f", Node.js {subprocess.run([node, '--version'], capture_output=True, text=True).stdout.strip()}"
