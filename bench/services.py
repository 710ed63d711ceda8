"""Services that take reports in, as processes on loopback, and the load that wrk puts on them."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from itertools import count
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
HOME = Path(__file__).resolve().parent / "peers"
PYTHON = HOME / ".venv" / "bin"
CORES = os.cpu_count() or 1
WORKERS = 2 * CORES + 1
"""What gunicorn's documentation recommends for its synchronous workers."""
SCRIPT = Path(__file__).with_name("load.lua")
ARTICLES = 50
_RUNS = count(1)
_UNITS = {"us": 1e-3, "ms": 1.0, "s": 1e3, "m": 6e4}


class Load(NamedTuple):
    """What wrk saw. ``rate``: answers a second; ``p99``: milliseconds; ``refused``: answers other than 2xx."""

    rate: float
    p99: float
    answers: int
    refused: int


class Service(NamedTuple):
    """A service that listens: its first process and its port."""

    process: subprocess.Popen[bytes]
    port: int

    def processes(self) -> list[int]:
        """All its processes."""
        found, children = [self.process.pid], _children()
        for pid in found:
            found += children.get(pid, [])
        return found

    def memory(self) -> int:
        """The resident memory of all its processes, in bytes; pages that they share count once."""
        return sum(_proportional(pid) for pid in self.processes())

    def kill(self) -> None:
        """Ends all its processes at once, without a word."""
        for pid in self.processes():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.process.wait()


def install() -> str:
    """Installs what is measured beside us as it is pinned; says what is missing."""
    if shutil.which("wrk") is None:
        return "wrk is missing: apt-get install wrk"
    if not (PYTHON / "gunicorn").exists():
        if not (PYTHON / "python").exists():
            subprocess.run([sys.executable, "-m", "venv", HOME / ".venv"], check=True)
        pip = [PYTHON / "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
        if subprocess.run([*pip, "--requirement", HOME / "services.txt"]).returncode:
            return "Flask, gunicorn and the others could not be installed from PyPI"
    return ""


def publication(folder: Path) -> Path:
    """A folder of articles."""
    (folder / "articles").mkdir(parents=True)
    (folder / "copydesk.toml").touch()
    for number in range(ARTICLES):
        text = f"# Example {number}\n\nHalf of it is gone after six hours.\n"
        (folder / f"articles/example-{number:02}.md").write_text(text, encoding="utf-8")
    return folder


@contextmanager
def copydesk(store: str, repo: Path, processes: int = CORES) -> Iterator[Service]:
    """Copydesk's service as it is deployed behind a proxy, with a process for each core."""
    options = ["--store", store, "--repo", repo, "--forwarded", "127.0.0.1", "--processes", str(processes)]
    with _running([sys.executable, "-m", "bot.cli", "serve", *options, "--port"], ROOT, {}) as service:
        yield service


@contextmanager
def flask(store: Path) -> Iterator[Service]:
    """Flask on gunicorn's synchronous workers."""
    command = [PYTHON / "gunicorn", "--workers", str(WORKERS), "--log-level", "error", "with_flask:app", "--bind"]
    with _running(command, HOME, {"STORE": str(store)}, "127.0.0.1:") as service:
        yield service


@contextmanager
def starlette(store: Path) -> Iterator[Service]:
    """Starlette on uvicorn, with a process for each core."""
    command = [PYTHON / "uvicorn", "--workers", str(CORES), "--log-level", "error", "with_starlette:app", "--port"]
    with _running(command, HOME, {"STORE": str(store)}) as service:
        yield service


def load(port: int, connections: int, seconds: float, receipts: Path | None = None) -> Load:
    """Sends reports over so many connections for so long. ``receipts``: where to keep those of accepted reports."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds:g}s", "--latency", "-s", SCRIPT]
    arguments = [f"http://127.0.0.1:{port}", "--", str(next(_RUNS)), *([receipts] if receipts else [])]
    return read(subprocess.run([*command, *arguments], capture_output=True, text=True, check=True).stdout)


def read(said: str) -> Load:
    """What wrk prints, as numbers."""
    value, unit = _first(r"99%\s+([\d.]+)([a-z]+)", said)
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    return Load(
        rate=float(_first(r"Requests/sec:\s+([\d.]+)", said)[0]),
        p99=float(value) * _UNITS[unit],
        answers=int(_first(r"(\d+) requests in", said)[0]),
        refused=int(refused[1]) if refused else 0,
    )


def _first(pattern: str, said: str) -> tuple[str, ...]:
    found = re.search(pattern, said)
    if found is None:
        raise SystemExit(f"wrk said something else:\n{said}")
    return found.groups()


@contextmanager
def _running(
    command: list[str | Path], folder: Path, surroundings: Mapping[str, str], before_port: str = ""
) -> Iterator[Service]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, **surroundings}
    process = subprocess.Popen(
        [*command, f"{before_port}{port}"], cwd=folder, env=environment, stderr=subprocess.DEVNULL
    )
    try:
        _wait(process, port)
        yield Service(process, port)
    finally:
        process.terminate()
        process.wait()


def _wait(process: subprocess.Popen[bytes], port: int, longest: float = 120) -> None:
    """Until it answers, whatever it says."""
    for _ in range(int(longest / 0.2)):
        with suppress(OSError):
            connection = HTTPConnection("127.0.0.1", port, timeout=longest)
            connection.request("GET", "/healthz")
            connection.getresponse().read()
            connection.close()
            return
        if process.poll() is not None:
            break
        time.sleep(0.2)
    raise SystemExit(f"{process.args} does not answer")


def _children() -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parent = int(stat.read_text().rpartition(")")[2].split()[1])
            found.setdefault(parent, []).append(int(stat.parent.name))
    return found


def _proportional(pid: int) -> int:
    said = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return int(_first(r"Pss:\s+(\d+) kB", said)[0]) * 1024
