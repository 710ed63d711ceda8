"""The baseline's file on disk: where it is, reading it, writing it whole, and telling git how to merge it."""

from pathlib import Path

from lint.baseline.entries import Entry, read, write
from lint.finding import CopydeskError
from lint.fixes.files import ChangedError, replace
from lint.inputs import look
from lint.run import path_in

ATTRIBUTES = ".gitattributes"


def shown(file: Path) -> str:
    """The file's path as people know it."""
    return path_in(Path.cwd(), file)


def mistake(file: Path, what: str) -> CopydeskError:
    """What is wrong with a baseline's file."""
    return CopydeskError(f"{shown(file)}: {what}")


def load(file: Path, required: bool, merging: bool = False) -> tuple[Entry, ...] | None:
    """The entries; None where there is no file and none is required."""
    look(file)
    try:
        return read(file.read_text(encoding="utf-8-sig"), shown(file), merging)
    except FileNotFoundError:
        if not required:
            return None
        raise mistake(file, "there is no such baseline; `copydesk baseline create` writes one") from None
    except UnicodeDecodeError:
        raise mistake(file, "the baseline is not UTF-8; save it as UTF-8") from None
    except OSError as error:
        raise mistake(file, f"the baseline cannot be read ({(error.strerror or '').lower()})") from None


def save(file: Path, entries: tuple[Entry, ...]) -> bool:
    """Writes the entries, as a whole or not at all; whether the file is another than before."""
    new = write(entries).encode("utf-8")
    try:
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.touch(exist_ok=False)
        old = file.read_bytes()
        if old != new:
            replace(file, old, new)
    except ChangedError:
        raise mistake(file, "it was changed meanwhile; call this again") from None
    except OSError as error:
        raise mistake(file, f"the baseline cannot be written ({(error.strerror or '').lower()})") from None
    return old != new


def have_merged(file: Path) -> bool:
    """Has git keep both sides' lines when it merges the file; whether something was to be written for that."""
    if not any((folder / ".git").exists() for folder in file.absolute().parents):
        return False
    attributes = file.absolute().parent / ATTRIBUTES
    try:
        text = attributes.read_text(encoding="utf-8") if attributes.is_file() else ""
        if any(file.name in line and "merge" in line for line in text.splitlines()):
            return False
        with attributes.open("a", encoding="utf-8", newline="\n") as out:
            out.write(("" if not text or text.endswith("\n") else "\n") + f"/{file.name} merge=union\n")
    except (OSError, UnicodeDecodeError):
        return False
    return True
