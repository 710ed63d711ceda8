"""How long after a save `copydesk check --watch` tells of it: the median and the longest of many saves."""

import argparse
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from statistics import median
from threading import Thread
from typing import IO

HERE = Path(__file__).resolve().parent
COPYDESK = Path(sysconfig.get_path("scripts")) / "copydesk"
TODAY = "2026-11-22"
PATIENCE = 600
MORE = "\n## Why it helps\n\n" + "Warm water loosens what is stiff, and that brings relief to most people. " * 3 + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 10_000], help="sizes [1000 10000]")
    parser.add_argument("--saves", type=int, default=40, help="saves of each [40]")
    given = parser.parse_args()
    print(f"{'articles':>10}   {'first word of it':^24}   {'all of it':^24}")
    for articles in given.articles:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "corpus"
            command = [sys.executable, str(HERE / "corpus.py"), str(root), f"--articles={articles}", "--git"]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            first, whole = zip(*saves(root, given.saves), strict=True)
            print(f"{articles:>10,}   {_said(first)}   {_said(whole)}", flush=True)


def saves(root: Path, number: int) -> Iterator[tuple[float, float]]:
    """Of each save the seconds until the first finding of it is told, and until the report is whole again."""
    command = [COPYDESK, "check", "--watch", "--today", TODAY]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as watch:
        lines: Queue[tuple[float, str]] = Queue()
        for stream in (watch.stdout, watch.stderr):
            Thread(target=_read, args=(stream, lines), daemon=True).start()
        _wait(lines, "Watching")
        paths = sorted(path for path in root.rglob("*.md") if ".git" not in path.parts)
        for path in paths[:: len(paths) // number][:number]:
            start = _save(path, path.read_text("utf-8") + MORE)
            first = _wait(lines, ("+ ", "- "))
            yield first - start, _wait(lines, ("Found ", "No findings")) - start
        watch.terminate()


def _read(stream: IO[str] | None, lines: Queue[tuple[float, str]]) -> None:
    for line in stream or ():
        lines.put((time.perf_counter(), line))


def _wait(lines: Queue[tuple[float, str]], begun: str | tuple[str, ...]) -> float:
    """When a line came that begins so."""
    while True:
        moment, line = lines.get(timeout=PATIENCE)
        if line.startswith(begun):
            return moment


def _save(path: Path, text: str) -> float:
    """Writes as editors do; when the file was there."""
    beside = path.with_suffix(".new")
    beside.write_text(text, "utf-8")
    start = time.perf_counter()
    beside.replace(path)
    return start


def _said(seconds: tuple[float, ...]) -> str:
    return f"{median(seconds) * 1000:6,.0f} ms, most {max(seconds) * 1000:6,.0f} ms"


if __name__ == "__main__":
    main()
