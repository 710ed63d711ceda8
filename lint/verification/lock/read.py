"""Reading the lock; what is wrong with a damaged one is said in one line, with its place."""

import json
import re
from pathlib import Path
from typing import Any

from lint.finding import CopydeskError
from lint.verification.lock.lock import VERSION, Lock

_CONFLICT = re.compile(rb"^(?:<{7}|={7}|>{7})(?: |\r?$)", re.MULTILINE)
_AFRESH = "take the file from git again, or delete it and run `copydesk verify`"


def read(path: Path, whole: bool = False) -> Lock | None:
    """The lock in a file, None where there is none. ``whole``: every entry is held against the schema."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CopydeskError(
            f"{path}: the lock cannot be read ({(error.strerror or 'unknown error').lower()})"
        ) from None
    values = _values(path, data)
    if whole or not _is_lock(values):
        _refuse(path, data, values)
    return Lock(values["references"], values.get("searches", {}))


def _values(path: Path, data: bytes) -> Any:
    if mark := _CONFLICT.search(data):
        line = data.count(b"\n", 0, mark.start()) + 1
        raise CopydeskError(
            f"{path}:{line}: git left both sides of a merge here: keep either side "
            "(`git checkout --ours` or `--theirs`) and run `copydesk verify`, which asks for what is missing"
        )
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CopydeskError(f"{path}:{line}: the lock is not UTF-8; {_AFRESH}") from None
    except json.JSONDecodeError as error:
        raise CopydeskError(
            f"{path}:{error.lineno}: the lock is damaged near column {error.colno}; {_AFRESH}"
        ) from None
    except (RecursionError, ValueError):
        raise CopydeskError(f"{path}:1: the lock is damaged; {_AFRESH}") from None


def _is_lock(values: Any) -> bool:
    """The outline alone: each entry is looked at when it is asked for."""
    return (
        isinstance(values, dict)
        and values.get("version") == VERSION
        and all(
            isinstance(table, dict) and all(isinstance(entry, dict) for entry in table.values())
            for table in (values.get("references"), values.get("searches", {}))
        )
    )


def _refuse(path: Path, data: bytes, values: Any) -> None:
    import schemas
    from lint.verification.lock.codec import MalformedError, parsed

    if isinstance(values, dict) and isinstance(values.get("version"), int) and values["version"] > VERSION:
        raise CopydeskError(f"{path}:1: a newer Copydesk has written this lock; update yours")
    for failure in schemas.failures("verification", values):
        raise _damage(path, data, failure.at)
    for key in values["references"]:
        try:
            parsed(key)
        except MalformedError:
            raise _damage(path, data, ("references", key)) from None


def _damage(path: Path, data: bytes, at: tuple[str | int, ...]) -> CopydeskError:
    """What fails the schema, at the line of the innermost key that leads there."""
    text, place, line = data.decode("utf-8-sig"), 0, 1
    for name in at:
        found = text.find(f"{json.dumps(name, ensure_ascii=False)}:", place) if isinstance(name, str) else -1
        if found >= 0:
            place, line = found, text.count("\n", 0, found) + 1
    what = "/".join(map(str, at)) or "the outline"
    return CopydeskError(f"{path}:{line}: {what} is not what the lock may hold there; {_AFRESH}")
