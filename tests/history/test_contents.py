"""Contents: blobs from one process."""

import subprocess
from pathlib import Path
from typing import cast

from lint.history.contents import Process, reader
from tests.publication import commit, write


def test_texts_and_what_is_not_there(tmp_path: Path) -> None:
    held = {"a.md": "one\ntwo\n", "b.md": "", "c.md": "\ufeffé\r\n"}
    write(tmp_path, held)
    (tmp_path / "d.md").write_bytes(b"\xff\0x")
    commit(tmp_path, "2026-01-05")
    with subprocess.Popen(
        ["git", "cat-file", "--batch"], cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        text = reader(cast(Process, process))
        assert [text(f"HEAD:{name}".encode()) for name in held] == ["one\ntwo\n", "", "é\r\n"]
        assert text(b"HEAD:d.md") == "\ufffd\0x"
        assert text(b"0" * 40) is None
        assert text(b"HEAD:a.md") == "one\ntwo\n"


def test_a_process_that_ended() -> None:
    with subprocess.Popen(["true"], bufsize=0, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        process.wait()
        assert reader(cast(Process, process))(b"HEAD") is None
