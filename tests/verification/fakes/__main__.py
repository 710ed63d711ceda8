"""Serves the fakes until its input ends: ``python -m tests.verification.fakes [WORKS.json]``.

Prints the ``[verify]`` lines for a copydesk.toml; at the end, how many requests each fake got as one line of JSON.
"""

import argparse
import json
import sys
from pathlib import Path

from tests.verification.fakes.registries import Registries
from tests.verification.fakes.work import Work


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("works", type=Path, nargs="?", help="a JSON list of works to serve")
    parser.add_argument("--invent", type=int, default=0, help="serve so many works, 10.5555/example.1 and on")
    parser.add_argument("--rate", type=int, default=50, help="requests a second that Crossref allows [50]")
    parser.add_argument("--unlimited", action="store_true", help="state the rate, but refuse nothing")
    given = parser.parse_args()
    with Registries() as fakes:
        if given.works:
            fakes.load(given.works)
        fakes.add(*(Work(f"Example title {n}", f"10.5555/example.{n}") for n in range(1, given.invent + 1)))
        fakes.crossref.rate = given.rate, "1s"
        fakes.crossref.limit = None if given.unlimited else (given.rate, 1.0)
        _say(fakes.toml())
        sys.stdin.read()
        counts = {name: {"requests": len(fake.asked), "over": fake.over} for name, fake in fakes.all.items()}
        _say(json.dumps(counts))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
