"""The linters beside which Copydesk is measured: installed into a folder of the bench's own, and how each is called."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from measure import Command, Job

HOME = Path(__file__).resolve().parent / "peers"
PYTHON = HOME / ".venv" / "bin"
NODE = HOME / "node_modules" / ".bin"
FOUND = (0, 1)
"""Peers, like us, exit with 1 where they find something."""


def install() -> Iterator[str]:
    """Installs the peers as they are pinned; yields what could not be."""
    if not (PYTHON / "rumdl").exists():
        subprocess.run([sys.executable, "-m", "venv", HOME / ".venv"], check=True)
        pip: Command = [PYTHON / "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
        if subprocess.run([*pip, "--requirement", HOME / "requirements.txt"]).returncode:
            yield "the peers from PyPI could not be installed"
    if not (NODE / "remark").exists():
        npm = shutil.which("npm")
        if npm is None or subprocess.run([npm, "ci", "--silent", "--no-audit", "--no-fund"], cwd=HOME).returncode:
            yield "the peers from npm could not be installed: Node.js 20 or newer and npm are needed"


def versions() -> Iterator[str]:
    """The peers that are there, with their versions."""
    import json

    if (PYTHON / "rumdl").exists():
        listed = subprocess.run([PYTHON / "pip", "list", "--format=json"], capture_output=True, check=True).stdout
        wanted = {line.partition("==")[0] for line in (HOME / "requirements.in").read_text().split()}
        yield from (f"{one['name']} {one['version']}" for one in json.loads(listed) if one["name"] in wanted)
    if (NODE / "remark").exists():
        wanted = json.loads((HOME / "package.json").read_text())["dependencies"]
        yield from (f"{name} {version}" for name, version in wanted.items())


def jobs(folder: Path, files: list[Path] | None = None) -> dict[str, Job]:
    """How each peer that is there checks a folder, or some files in it, without a cache."""
    named = [str(file) for file in files or ()]
    whole = named or ["."]
    commands: dict[str, tuple[Command, Path]] = {
        "rumdl": ([PYTHON / "rumdl", "check", "--no-cache", *whole], folder),
        "markdownlint-cli2": ([NODE / "markdownlint-cli2", *(named or ["**/*.md"])], folder),
        "remark-cli": (
            [NODE / "remark", "--rc-path", HOME / "remark.mjs", "--no-stdout", "--quiet", *whole],
            folder,
        ),
        # It finds its rules and their settings in the folder in which it runs.
        "textlint": ([NODE / "textlint", *(named or [f"{folder}/**/*.md"])], HOME),
        "proselint": ([PYTHON / "proselint", "check", *whole], folder),
        "pymarkdownlnt": (
            [PYTHON / "pymarkdown", "--set", "extensions.front-matter.enabled=$!True", "scan", "-r", *whole],
            folder,
        ),
    }
    there = {name: it for name, it in commands.items() if Path(it[0][0]).exists()}
    return {name: Job(command, cwd, FOUND) for name, (command, cwd) in there.items()}


def cached(folder: Path) -> dict[str, Job]:
    """How rumdl checks a folder with its cache."""
    if not (PYTHON / "rumdl").exists():
        return {}
    return {"rumdl": Job([PYTHON / "rumdl", "check", "."], folder, FOUND)}
