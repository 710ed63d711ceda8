"""Asks a fake registry about ten thousand references: is its limit kept, and does memory stay flat?

First with a clock that nobody has to wait for, ten requests a second; then with the real one, at ``--rate`` a second.
The fakes run in a process of their own, so that the memory measured is that of who asks.
"""

import argparse
import asyncio
import json
import resource
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from lint.verification.http import Reply  # noqa: E402
from lint.verification.http.lane import Clock, RealClock  # noqa: E402
from lint.verification.record import Identifier, State  # noqa: E402
from lint.verification.registries import crossref_record, open_desk  # noqa: E402
from lint.verification.registries.reading import parsed  # noqa: E402
from lint.verification.settings import Settings  # noqa: E402
from tests.verification.fakes import Update, Work  # noqa: E402
from tests.verification.fakes.crossref import message  # noqa: E402

TODAY = date(2026, 11, 22)


class Instant:
    """A clock on which waiting takes no time."""

    def __init__(self) -> None:
        self.now = 0.0

    def time(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += max(0.0, seconds)
        await asyncio.sleep(0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--references", type=int, default=10_000, help="how many [10000]")
    parser.add_argument("--rate", type=int, default=200, help="requests a second on the real clock [200]")
    given = parser.parse_args()
    print(f"Parsing: {parsing()}", flush=True)
    instant = Instant()
    for name, rate, clock, limited in (
        ("ten a second, without waiting", 10, instant, False),
        (f"{given.rate} a second, on the real clock", given.rate, RealClock(), True),
    ):
        print(f"{given.references:,} references, {name}", flush=True)
        for line in report(given.references, rate, clock, limited):
            print(f"  {line}", flush=True)
        if clock is instant:
            print(f"  {instant.now:,.0f} s would have passed: {given.references / instant.now:.1f} requests a second")


def parsing(times: int = 5_000) -> str:
    """What it costs to make a record of an answer of Crossref with thirty authors and a hundred references."""
    authors = tuple(f"Example{n}, Ann B" for n in range(30))
    cited = [{"key": f"ref{n}", "doi-asserted-by": "publisher", "DOI": f"10.5555/cited.{n}"} for n in range(100)]
    work = Work("An <i>example</i> title &amp; more", "10.5555/example", authors=authors, updates=(Update("erratum"),))
    body = json.dumps({"status": "ok", "message": message(work) | {"reference": cited}}).encode()
    reply = Reply(200, {"content-type": "application/json"}, body)
    start = time.perf_counter()
    for _ in range(times):
        parsed(reply, "Crossref", lambda data: crossref_record.read(data["message"]))
    return f"{(time.perf_counter() - start) / times * 1e3:.2f} ms to read an answer of {len(body) / 1e3:.0f} kB"


def report(references: int, rate: int, clock: Clock, limited: bool) -> Iterator[str]:
    command = [sys.executable, "-m", "tests.verification.fakes", f"--invent={references}", f"--rate={rate}"]
    command += [] if limited else ["--unlimited"]
    with subprocess.Popen(command, cwd=HERE.parent, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as fakes:
        assert fakes.stdin
        assert fakes.stdout
        start = time.perf_counter()
        found, early, late = asyncio.run(ask(settings(fakes.stdout), references, clock))
        seconds = time.perf_counter() - start
        fakes.stdin.close()
        counts = json.loads(fakes.stdout.read())["crossref"]
    yield f"{found:,} found; {counts['requests']:,} requests to Crossref, {counts['over']} over its limit"
    yield f"{seconds:.0f} s, {references / seconds:.0f} references a second"
    yield f"memory: {early / 1024:.1f} MB after the first tenth, {late / 1024:.1f} MB at the end"


def settings(lines: Iterator[str]) -> Settings:
    """From the lines that the fakes print, to the empty one after them."""
    text = ""
    for line in lines:
        text += line
        if line.startswith("wayback"):
            break
    verify = tomllib.loads(text)["verify"]
    return Settings(verify["mailto"], verify["registries"], verify["allow_private"])


async def ask(settings: Settings, references: int, clock: Clock) -> tuple[int, int, int]:
    """How many were found, and the peak memory (kB) after a tenth and at the end."""
    found = early = 0
    async with open_desk(settings, today=TODAY, clock=clock) as desk:
        identifiers = (Identifier("doi", f"10.5555/example.{n}") for n in range(1, references + 1))
        async for answer in desk.ask(identifiers):
            found += answer.state is State.FOUND
            if found == references // 10:
                early = peak()
    return found, early, peak()


def peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main()
