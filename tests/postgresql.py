"""A PostgreSQL server of the tests' own, on a socket in a folder, ended with the tests."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

OWNER = "postgres"
"""PostgreSQL does not run as root; Debian's package makes this account."""


def programs() -> Path | None:
    """The folder of ``initdb`` and ``postgres``; None where they are not installed."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    found = [folder for folder in folders if (folder / "initdb").exists()]
    on_path = shutil.which("initdb")
    return found[0] if found else Path(on_path).parent if on_path else None


@contextmanager
def server(folder: Path, durable: bool = False) -> Iterator[str]:
    """The URL of a server whose data lies in a folder. ``durable``: a commit reaches the disk, as it does elsewhere."""
    bin_ = programs()
    assert bin_ is not None
    as_owner = ["runuser", "-u", OWNER, "--"] if os.getuid() == 0 else []
    data = folder / "data"
    folder.chmod(0o777)
    for parent in folder.parents[:3]:
        parent.chmod(parent.stat().st_mode | 0o011)
    run = [
        *as_owner,
        str(bin_ / "initdb"),
        "-D",
        str(data),
        "-U",
        "copydesk",
        "--auth=trust",
        "-E",
        "UTF8",
        "--no-sync",
    ]
    subprocess.run(run, check=True, capture_output=True, cwd=folder)
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync={'on' if durable else 'off'}"
    control = [*as_owner, str(bin_ / "pg_ctl"), "-D", str(data), "-w"]
    subprocess.run(
        [*control, "-o", options, "-l", str(folder / "log"), "start"], check=True, capture_output=True, cwd=folder
    )
    try:
        yield f"postgresql://copydesk@/postgres?host={folder}"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=True, capture_output=True, cwd=folder)
