"""The files of a commit as data in a folder: judged there, never run, by the settings of the base branch.

Only what a check reads is written with its content (articles, bibliographies, settings); every other file is there by
name alone. Links, submodules and git's own files are left out; no hook, filter or configuration of the commit acts.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile
from pathlib import Path, PurePosixPath
from typing import Any

from lint.config.find import NAMES
from lint.config.model import BASELINE
from lint.corpus import SUFFIXES
from lint.history.trees import Entry, Trees

READ = (*SUFFIXES, ".bib", ".json", ".yaml", ".yml", ".toml")
LARGEST = 8_000_000
"""More is not written out; the check says of an article that it is too large, as it would of the whole."""

Files = dict[str, Entry]


def export(trees: Trees, commit: str, settings_of: str, folder: Path) -> Path:
    """Writes the files of a commit, with the settings of another, and gives the folder to judge them in."""
    files, base = _listed(trees, commit), _listed(trees, settings_of)
    named = set(_settings(trees, base))
    ours = {path: entry for path, entry in base.items() if _is_setting(path, named)}
    above = {parent for path in ours for parent in _parents(path)}
    for path, entry in files.items():
        # A file must not stand where a folder of the settings is to be, nor a folder where a file of theirs is.
        if not (_is_setting(path, named) or path in above or ours.keys() & _parents(path)):
            _write(trees, entry, folder / path)
    for path, entry in ours.items():
        _write(trees, entry, folder / path)
    _include(trees, ours, folder)
    _link(trees, commit, folder)
    return folder / place(base)


def _parents(path: str) -> set[str]:
    return {parent.as_posix() for parent in PurePosixPath(path).parents}


def _include(trees: Trees, ours: Files, folder: Path) -> None:
    """The folders that the settings include, though the commit may not have them: empty is no mistake of theirs."""
    for path, entry in ours.items():
        places = table(PurePosixPath(path).name, _text(trees, entry)).get("include", ())
        for place in places if PurePosixPath(path).name in NAMES and isinstance(places, list) else ():
            parts = takewhile(lambda part: not set("*?[\\") & set(part), str(place).split("/"))
            start = _joined(PurePosixPath(path).parent, "/".join(parts))
            if _is_safe(start) and not (folder / start).exists():
                (folder / start).mkdir(parents=True)


def place(files: Iterable[str]) -> str:
    """The folder of the publication: where its configuration lies; the root where there are several or none."""
    configured = [PurePosixPath(path) for path in files if PurePosixPath(path).name == NAMES[0]]
    return configured[0].parent.as_posix() if len(configured) == 1 else "."


def settings(trees: Trees, commit: str) -> dict[str, str]:
    """The texts of all files that decide how articles are judged, at a commit."""
    files = _listed(trees, commit)
    named = set(_settings(trees, files))
    return {path: _text(trees, entry) for path, entry in files.items() if _is_setting(path, named)}


def _listed(trees: Trees, commit: str) -> Files:
    return {entry.path: entry for entry in trees.files(commit) if entry.mode.startswith("100") and _is_safe(entry.path)}


def _is_safe(path: str) -> bool:
    parts = path.split("/")
    return not any(part in ("", ".", "..") or part.casefold().rstrip(". ") in (".git", "git~1") for part in parts)


def _is_setting(path: str, named: set[str]) -> bool:
    return PurePosixPath(path).name in (*NAMES, ".gitignore") or path in named


def _settings(trees: Trees, files: Files) -> Iterator[str]:
    """The files that the configurations name: people, schemas (with what lies beside them) and baselines."""
    for path, entry in files.items():
        if PurePosixPath(path).name not in NAMES:
            continue
        data = table(PurePosixPath(path).name, _text(trees, entry))
        folder = PurePosixPath(path).parent
        yield from ((folder / name).as_posix() for name in ("people.yaml", BASELINE))
        for key in ("people", "schema", "baseline"):
            if isinstance(name := data.get(key), str):
                yield _joined(folder, name)
        if isinstance(data.get("schema"), str):
            beside = PurePosixPath(_joined(folder, data["schema"])).parent
            yield from (other for other in files if other.endswith(".json") and PurePosixPath(other).parent == beside)


def table(name: str, text: str) -> Mapping[str, Any]:
    """Our settings in a configuration file; empty where it cannot be read or speaks of others."""
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError):
        return {}
    for key in ("tool", "copydesk") if name == "pyproject.toml" else ():
        data = data.get(key, {}) if isinstance(data, dict) else {}
    return data if isinstance(data, dict) else {}


def _joined(folder: PurePosixPath, name: str) -> str:
    parts: list[str] = []
    for part in (folder / name).parts:
        if part == "..":
            parts = parts[:-1]
        else:
            parts.append(part)
    return "/".join(parts)


def _text(trees: Trees, entry: Entry) -> str:
    content = trees.content(entry.blob) if (entry.size or 0) <= LARGEST else None
    return (content or b"").decode("utf-8-sig", "replace")


def _write(trees: Trees, entry: Entry, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    size = entry.size or 0
    is_read = target.name == ".gitignore" or target.name.lower().endswith(READ)
    if is_read and size <= LARGEST:
        target.write_bytes(trees.content(entry.blob) or b"")
    else:
        with target.open("wb") as file:
            file.truncate(size if is_read else 0)  # sparse: its size is known, nothing is stored


def _link(trees: Trees, commit: str, folder: Path) -> None:
    """A repository of its own that borrows the objects, with the commit as its HEAD: the rules about dates ask it."""
    git = folder / ".git"
    (git / "objects" / "info").mkdir(parents=True)
    (git / "refs").mkdir()
    (git / "objects" / "info" / "alternates").write_text(f"{trees.folder / 'objects'}\n", encoding="utf-8")
    form = "1\n[extensions]\n\tobjectFormat = sha256" if len(commit) == 64 else "0"
    (git / "config").write_text(f"[core]\n\tbare = false\n\trepositoryFormatVersion = {form}\n", encoding="utf-8")
    (git / "HEAD").write_text(f"{commit}\n", encoding="ascii")
    shallow = trees.folder / "shallow"
    if shallow.is_file():
        (git / "shallow").write_bytes(shallow.read_bytes())
