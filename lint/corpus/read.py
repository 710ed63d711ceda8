"""Reading an article: UTF-8 or a reason, with its place, why not."""

import codecs
import os
import stat
from pathlib import Path

from lint.inputs import look
from lint.text import Text

_MARKS = ((codecs.BOM_UTF32_LE, "UTF-32"), (codecs.BOM_UTF16_LE, "UTF-16"), (codecs.BOM_UTF16_BE, "UTF-16"))


class Unreadable(Exception):  # noqa: N818 - a state of the article, not a failure of ours
    """The article's content cannot be read: what is wrong and what to do, and the line where it shows."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


class Unreachable(Unreadable):
    """The file itself cannot be reached: it vanished, may not be read, or is no file. A notice, not a finding."""


def read(path: Path, limit: int) -> str:
    """The text of an article without its byte order mark, line ends kept."""
    return decode(fetch(path, limit), limit)


def fetch(path: Path | str, limit: int) -> bytes:
    """The bytes of a file, at most one more than the limit."""
    look(path)
    try:
        with open(path, "rb", opener=_open) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise Unreachable("it is not a regular file")
            return file.read(limit + 1)
    except OSError as error:
        raise Unreachable(_reason(error, Path(path))) from None


def digest(data: bytes) -> str:
    """A name for these bytes, the same wherever they stand."""
    from hashlib import blake2b

    return blake2b(data, digest_size=16).hexdigest()


def decode(data: bytes, limit: int) -> str:
    """The text of an article's bytes."""
    if len(data) > limit:
        raise Unreadable(
            f"The file is larger than {limit / 1_000_000:g} MB, so it was not checked. "
            "Split the article, or raise max_file_size in copydesk.toml."
        )
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if encoding:
        raise Unreadable(f"The file is {encoding}. Save it as UTF-8.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, error) from None
    if (at := text.find("\0")) >= 0:
        line, column = Text(text).position(at)
        raise Unreadable(f"Line {line} holds a NUL character (at column {column}): this is no text. Remove it.", line)
    return text


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> Unreadable:
    start = error.start + (3 if data.startswith(codecs.BOM_UTF8) else 0)
    before = data[:start].decode("utf-8-sig", "replace")
    line, column = Text(before).position(len(before))
    return Unreadable(
        f"The file is not UTF-8: line {line}, column {column} holds the byte 0x{data[start]:02X}"
        f" (byte {start + 1} of the file). Save it as UTF-8.",
        line,
    )


def _open(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))  # opening a named pipe must not wait for its writer


def _reason(error: OSError, path: Path) -> str:
    if isinstance(error, FileNotFoundError):
        return "it is a link that leads nowhere" if path.is_symlink() else "it vanished during the check"
    if isinstance(error, PermissionError):
        return "there is no permission to read it"
    return f"it cannot be opened ({(error.strerror or 'unknown error').lower()})"
