"""Prints what a review costs: calls of GitHub's API for 1, 10 and 400 changed articles, and the time to plan it."""

import argparse
import platform
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.bot.scenarios.newsroom import UNCITED, Newsroom, article
from tests.github import harness


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="*", default=[1, 10, 400], help="changed articles [1 10 400]")
    given = parser.parse_args()
    row(1)  # what is loaded once is not what a review costs
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}\n")
    print("| changed articles | calls that read | calls that write | remarks beside lines | time to plan |")
    print("|---|---|---|---|---|")
    for count in given.articles:
        print(row(count), flush=True)


def row(count: int) -> str:
    """A first push in which every article brings a finding."""
    with harness.hub() as hub, tempfile.TemporaryDirectory() as folder:
        hub.description = None  # holding each call against GitHub's description takes longer than the review
        hub.store.repositories[harness.REPOSITORY].collaborators["frida-example"] = "write"
        room = Newsroom(hub, Path(folder) / "health")
        names = {f"articles/extra-{number}.md": f"Walking {number}" for number in range(count)}
        room.begin({name: article(title) for name, title in names.items()})
        room.push({name: article(title, UNCITED) for name, title in names.items()})
        room.reports()
        start = time.perf_counter()
        assert room.run("--dry-run") == 0, room.log
        planned = time.perf_counter() - start
        hub.calls.clear()
        writes = len(room.writes())
        return f"| {count} | {len(hub.calls) - writes} | {writes} | {len(room.threads)} | {planned:.1f} s |"


if __name__ == "__main__":
    main()
