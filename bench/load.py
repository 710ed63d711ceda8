"""Puts load on the service beside a Flask and a bare Starlette application: rates, p99, memory, what a kill costs.

All on loopback, in one run; the services take turns, so that what else the machine does is shared. ``--write`` puts
the figures into docs/feedback-load.md.
"""

import argparse
import os
import platform
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from threading import Thread

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench import services
from bench.services import Load, Service, load
from tests import postgresql

PAGE = services.ROOT / "docs/feedback-load.md"
BEGIN, END = "<!-- figures -->\n", "<!-- end of figures -->\n"
CONNECTIONS = (16, 64)
TARGETS = {16: 2.0, 64: 5.0}
P99 = 25.0
"""Milliseconds at the most, at 64 connections."""
OURS, FLASK, STARLETTE = "copydesk", "Flask, gunicorn", "Starlette, uvicorn"
STEPS = 5

Round = dict[str, Load]


def main() -> None:
    """Prints the figures, or writes them into the page."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seconds", type=float, default=4, help="of one measurement")
    parser.add_argument("--reports", type=int, default=100_000, help="over which memory is watched")
    parser.add_argument("--write", action="store_true", help=f"put the figures into {PAGE.name}")
    given = parser.parse_args()
    if trouble := services.install():
        raise SystemExit(trouble)
    with tempfile.TemporaryDirectory(prefix="copydesk-") as folder:
        lines = []
        for line in figures(Path(folder), given.rounds, given.seconds, given.reports):
            print(line, flush=True)
            lines.append(line)
    if given.write:
        PAGE.write_text(page(PAGE.read_text(encoding="utf-8"), lines), encoding="utf-8")


def page(text: str, lines: Iterable[str]) -> str:
    """The page with its figures put anew; what is written around them stays."""
    before, rest = text.split(BEGIN)
    return "".join((before, BEGIN, "\n", *(f"{line}\n" for line in lines), END, rest.split(END)[1]))


def figures(folder: Path, rounds: int, seconds: float, reports: int) -> Iterator[str]:
    """All that is measured, as lines of Markdown."""
    yield from _machine(rounds, seconds)
    repo = services.publication(folder / "publication")
    with ExitStack() as running:
        side_by_side = {
            OURS: running.enter_context(services.copydesk(f"sqlite:///{folder}/copydesk.db", repo)),
            FLASK: running.enter_context(services.flask(folder / "flask.db")),
            STARLETTE: running.enter_context(services.starlette(folder / "starlette.db")),
        }
        measured = {many: _rounds(side_by_side, many, rounds, seconds) for many in CONNECTIONS}
    yield from rates(measured)
    yield from _memory(folder, repo, reports)
    yield from _killed(folder, repo)
    yield from _postgresql(folder, repo, seconds)


def _machine(rounds: int, seconds: float) -> Iterator[str]:
    pinned = (services.HOME / "services.in").read_text(encoding="utf-8").replace("==", " ").split("\n")
    system = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    yield f"- {services.CORES} cores, {system}; load average before the start {os.getloadavg()[0]:.1f}: what else the"
    yield "  machine did is in all of the figures"
    yield f"- Medians of {rounds} rounds of {seconds:g} seconds; in each round every service has its turn"
    yield f"- Beside us: {', '.join(filter(None, pinned))}"
    yield f"- gunicorn has {services.WORKERS} synchronous workers, uvicorn and copydesk have {services.CORES} processes"
    yield ""


def _rounds(running: dict[str, Service], connections: int, rounds: int, seconds: float) -> list[Round]:
    """Each service in its turn, after a turn that warms all of them."""
    for service in running.values():
        load(service.port, connections, 1)
    return [{name: load(one.port, connections, seconds) for name, one in running.items()} for _ in range(rounds)]


def rates(measured: dict[int, list[Round]]) -> Iterator[str]:
    """The table of rates, and whether the targets are reached. Ratios are those of one round; their median counts."""
    yield "| connections | service | reports a second | p99, ms | refused | copydesk / service |"
    yield "| -: | - | -: | -: | -: | -: |"
    for connections, rounds in measured.items():
        for name in rounds[0]:
            ours = [one[name] for one in rounds]
            ratio = "" if name == OURS else f"{_ratio(rounds, name):.2f} ×"
            rate, p99 = median(one.rate for one in ours), median(one.p99 for one in ours)
            refused = sum(one.refused for one in ours)
            yield f"| {connections} | {name} | {rate:,.0f} | {p99:,.1f} | {refused} | {ratio} |"
    yield ""
    yield "| target | measured | reached |"
    yield "| - | -: | - |"
    for connections, least in TARGETS.items():
        ratio = _ratio(measured[connections], FLASK)
        what = f"{connections} connections: at least {least:g} times Flask's rate"
        yield f"| {what} | {ratio:.2f} × | {_said(ratio >= least)} |"
    p99 = median(one[OURS].p99 for one in measured[64])
    yield f"| 64 connections: p99 under {P99:g} ms | {p99:,.1f} ms | {_said(p99 < P99)} |"
    yield ""


def _ratio(rounds: list[Round], name: str) -> float:
    return median(one[OURS].rate / one[name].rate for one in rounds)


def _said(reached: bool) -> str:
    return "yes" if reached else "**no**"


def _memory(folder: Path, repo: Path, reports: int) -> Iterator[str]:
    """The memory of a service of one process, and its rate, as reports come in."""
    yield "| reports in the store | memory, MB | reports a second since |"
    yield "| -: | -: | -: |"
    with services.copydesk(f"sqlite:///{folder}/memory.db", repo, processes=1) as service:
        kept = load(service.port, 64, 1).answers
        yield f"| {kept:,} | {service.memory() / 1e6:.1f} | |"
        for step in range(1, STEPS + 1):
            rate = [0.0]
            while kept < reports * step / STEPS:
                found = load(service.port, 64, 2)
                kept += found.answers
                rate.append(found.rate)
            yield f"| {kept:,} | {service.memory() / 1e6:.1f} | {median(rate):,.0f} |"
    yield ""


def _killed(folder: Path, repo: Path) -> Iterator[str]:
    """How many of the receipts that a client saw are there after a SIGKILL in the midst of load."""
    from bot.feedback.store import Store
    from bot.feedback.store.receipts import receipt

    url, seen = f"sqlite:///{folder}/killed.db", folder / "receipts"
    with services.copydesk(url, repo) as service:
        sending = Thread(target=load, args=(service.port, 64, 4, seen))
        sending.start()
        time.sleep(2.5)
        service.kill()
        sending.join()
    tokens = [line.rpartition("/receipt/")[2].rstrip('"}') for line in seen.read_text().splitlines()]
    store = Store(url)
    with store.begin() as connection:
        lost = sum(receipt(connection, token) is None for token in tokens)
    store.close()
    yield f"Killed in the midst of load (`SIGKILL` to all its processes, 64 connections): {len(tokens):,} receipts had"
    yield f"reached the client; of them **{lost}** are missing in the store."
    yield ""


def _postgresql(folder: Path, repo: Path, seconds: float) -> Iterator[str]:
    """The same with PostgreSQL, once."""
    if postgresql.programs() is None:
        yield "PostgreSQL was not there to be measured."
        return
    data = folder / "postgresql"
    data.mkdir()
    yield "| PostgreSQL on the same machine, durable: connections | reports a second | p99, ms | refused |"
    yield "| -: | -: | -: | -: |"
    with postgresql.server(data, durable=True) as url, services.copydesk(url, repo) as service:
        for connections in CONNECTIONS:
            load(service.port, connections, 1)
            found = load(service.port, connections, seconds)
            yield f"| {connections} | {found.rate:,.0f} | {found.p99:,.1f} | {found.refused} |"


if __name__ == "__main__":
    main()
