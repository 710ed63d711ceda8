"""Measures commands: wall time, processor time and peak memory; commands take turns, so that all share the noise."""

import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from threading import Timer

Command = Sequence[str | Path]


@dataclass(frozen=True, slots=True)
class Job:
    """A command to measure. ``codes``: the exit codes of work done; ``before``: what comes before each run."""

    command: Command
    cwd: Path
    codes: tuple[int, ...] = (0,)
    before: Callable[[], object] = field(default=lambda: None)


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command. ``memory``: the largest resident set of any of its processes, in bytes."""

    wall: float
    processor: float
    memory: int


@dataclass(frozen=True, slots=True)
class Runs:
    """All runs of one command."""

    runs: tuple[Run, ...]

    @property
    def walls(self) -> tuple[float, float, float]:
        """The least, the median and the longest wall time."""
        walls = sorted(run.wall for run in self.runs)
        return walls[0], median(walls), walls[-1]

    @property
    def wall(self) -> float:
        return self.walls[1]

    @property
    def processor(self) -> float:
        return median(run.processor for run in self.runs)

    @property
    def memory(self) -> int:
        return max(run.memory for run in self.runs)


def measure(jobs: Mapping[str, Job], times: int, slow: float = 60.0, limit: float = 1800.0) -> dict[str, Runs]:
    """Runs each job once to warm the disk's and its own caches, then all of them in turn, so many times.

    One that takes longer than ``slow`` seconds is not run again: its first run counts. After ``limit`` seconds a run is
    ended and has taken that long, at least.
    """
    first = {name: run(job, limit) for name, job in jobs.items()}
    quick = {name: job for name, job in jobs.items() if first[name].wall <= slow}
    rounds = [{name: run(job, limit) for name, job in quick.items()} for _ in range(times)]
    return {name: Runs(tuple(turn[name] for turn in rounds) if name in quick else (first[name],)) for name in jobs}


def run(job: Job, limit: float = 1800.0) -> Run:
    """One run. A command that fails is an error: its time would mean nothing."""
    job.before()
    # A new process counts its parent's memory as its own until it runs the command: the bench itself stays small.
    # Where Python may not keep what it compiled, every run would compile all of the linter again.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(job.command, cwd=job.cwd, env=environment, stdout=subprocess.DEVNULL, stderr=said)
        timer = Timer(limit, process.kill)
        timer.start()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in job.codes and wall < limit:
            said.seek(0)
            complaint = said.read(4000).decode(errors="replace")
            raise SystemExit(f"{' '.join(map(str, job.command))} failed ({process.returncode}):\n{complaint}")
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)
