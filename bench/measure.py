"""Measures commands: wall time, processor time and peak memory; commands take turns, so that all share the noise."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

Command = Sequence[str | Path]


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


def measure(commands: Mapping[str, Command], times: int, cwd: Path) -> dict[str, Runs]:
    """Runs each command once to warm the disk's cache, then all of them in turn, so many times."""
    for command in commands.values():
        run(command, cwd)
    rounds = [{name: run(command, cwd) for name, command in commands.items()} for _ in range(times)]
    return {name: Runs(tuple(turn[name] for turn in rounds)) for name in commands}


def run(command: Command, cwd: Path) -> Run:
    """One run. A command that fails is an error: its time would mean nothing."""
    # A new process counts its parent's memory as its own until it runs the command: the bench itself stays small.
    # Where Python may not keep what it compiled, every run would compile all of the linter again.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=cwd, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.stderr.close()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(map(str, command))} failed:\n{said.decode(errors='replace')}")
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)
