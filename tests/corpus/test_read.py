import os
from pathlib import Path

import pytest

from lint.corpus import Unreachable, Unreadable, decode, read

LIMIT = 1000


@pytest.mark.parametrize(
    ("data", "text"),
    [(b"", ""), (b"\xef\xbb\xbfa", "a"), (b"a\r\nb\rc\n", "a\r\nb\rc\n"), ("é 😀 e\u0301".encode(), "é 😀 e\u0301")],
)
def test_text_is_kept_as_it_is_but_for_the_byte_order_mark(data: bytes, text: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(data)
    assert read(tmp_path / "a.md", LIMIT) == text


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (b"one\r\ntwo caf\xe9\n", 2, "line 2, column 8 holds the byte 0xE9 (byte 13 of the file). Save it as UTF-8"),
        (b"\xef\xbb\xbfone\n\xff", 2, "line 2, column 1 holds the byte 0xFF (byte 8 of the file)"),
        (b"\xed\xa0\x80", 1, "line 1, column 1"),
        (b"abc\xe2\x82", 1, "line 1, column 4"),
        ("text".encode("utf-16"), 1, "UTF-16. Save it as UTF-8"),
        ("text".encode("utf-32"), 1, "UTF-32. Save it as UTF-8"),
        (b"one\n\ntwo\0", 3, "Line 3 holds a NUL character (at column 4)"),
        (b"a" * 1001, 1, "larger than 0.001 MB"),
    ],
)
def test_what_is_no_text_says_where_and_what_to_do(data: bytes, line: int, words: str) -> None:
    with pytest.raises(Unreadable) as raised:
        decode(data, LIMIT)
    assert words in raised.value.message
    assert raised.value.line == line
    assert not isinstance(raised.value, Unreachable)


def test_a_huge_file_is_not_read_whole(tmp_path: Path) -> None:
    with (tmp_path / "a.md").open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(Unreadable, match="larger than"):
        read(tmp_path / "a.md", LIMIT)


def test_what_cannot_be_reached_says_why(tmp_path: Path) -> None:
    (tmp_path / "loop.md").symlink_to("loop.md")
    os.mkfifo(tmp_path / "pipe.md")
    for name, why in {
        "gone.md": "it vanished during the check",
        "loop.md": "it cannot be opened (too many levels of symbolic links)",
        "pipe.md": "it is not a regular file",
    }.items():
        with pytest.raises(Unreachable) as raised:
            read(tmp_path / name, LIMIT)
        assert raised.value.message == why


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_a_notice(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("a")
    (tmp_path / "a.md").chmod(0)
    with pytest.raises(Unreachable, match="there is no permission to read it"):
        read(tmp_path / "a.md", LIMIT)
