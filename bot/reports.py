"""Reports as data that nobody vouches for: a size, two names, a schema; everything else is refused."""

import json
import re
import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import schemas
from lint.finding import CopydeskError

HEAD, BASE = "head.json", "base.json"
ARTIFACT = "copydesk-report"
LARGEST = 50_000_000
"""In bytes, unpacked: some 40,000 findings."""
_PRINT = re.compile(r"[0-9a-f]{16,64}(?:-\d{1,6})?")
_LONGEST_PATH = 1000
_ADVICE = "run the check again"

Json = dict[str, Any]


class Reports(NamedTuple):
    """What a check said of the head and of the merge base."""

    head: Json
    base: Json


def read(head: Path, base: Path | None) -> Reports:
    """The reports in two files; without a base, every finding is new."""
    empty: Json = {"version": 1, "findings": [], "coverage": {"unchecked": []}, "faults": []}
    return Reports(_file(head), _file(base) if base else empty)


def unpack(artifact: bytes) -> Reports:
    """The reports in an artifact (a zip archive), read in memory: nothing is ever unpacked to a path that it names."""
    try:
        with zipfile.ZipFile(BytesIO(artifact)) as archive:
            if sorted(archive.namelist()) != [BASE, HEAD]:
                raise CopydeskError(f"the artifact must hold {HEAD} and {BASE} and nothing else; {_ADVICE}")
            return Reports(*(_parse(name, _member(archive, name)) for name in (HEAD, BASE)))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, zlib.error) as error:
        raise CopydeskError(f"the artifact is an archive that cannot be read ({error}); {_ADVICE}") from None


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as file:  # what it says of its size may be a lie
        return file.read(LARGEST + 1)


def _file(path: Path) -> Json:
    try:
        with path.open("rb") as file:
            return _parse(str(path), file.read(LARGEST + 1))
    except OSError as error:
        raise CopydeskError(f"{path}: the report cannot be read ({(error.strerror or 'unknown').lower()})") from None


def _parse(name: str, data: bytes) -> Json:
    if len(data) > LARGEST:
        raise CopydeskError(f"{name}: the report is larger than {LARGEST // 1_000_000} MB; {_ADVICE} on fewer articles")
    try:
        report = json.loads(data)
    except (ValueError, RecursionError):
        raise CopydeskError(f"{name}: this is no JSON; {_ADVICE}") from None
    failure = next(iter(schemas.failures("report", report)), None)
    if failure is not None:
        place = "/".join(map(str, failure.at)) or "its root"
        raise CopydeskError(f"{name}: this is no report of copydesk check (at {place}); {_ADVICE} with this version")
    for finding in report["findings"]:
        if not _PRINT.fullmatch(finding["fingerprint"]) or not _is_path(finding["path"]):
            raise CopydeskError(f"{name}: a finding has an impossible path or fingerprint; {_ADVICE}")
    return dict(report)


def _is_path(path: str) -> bool:
    """Relative, within the repository, and text."""
    parts = path.split("/")
    is_text = not any("\ud800" <= char <= "\udfff" or char == "\0" for char in path)
    return len(path) <= _LONGEST_PATH and is_text and not any(part in ("", ".", "..") for part in parts)
