"""Where a schema's references lead: to ours by name, to the files beside it, and never to the network."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from schemas.tree import walk

Json = Any

SCHEME = "copydesk:"
"""Our schemas are named ``copydesk:article``, and may be called ``article.schema.json`` from any folder."""

_SUFFIX = ".schema.json"
_HERE = Path(__file__).parent


class SchemaError(Exception):
    """A schema that cannot be used: one line that says which, where and what to do."""


@lru_cache
def load(name: str) -> Json:
    """One of our schemas, as it is written."""
    return json.loads((_HERE / f"{name}{_SUFFIX}").read_text(encoding="utf-8"))


_read: set[Path] = set()


def files() -> list[Path]:
    """The schemas of publications that were read in this process."""
    return sorted(_read)


def forget() -> None:
    """Forgets which were read."""
    _read.clear()


def read(path: Path) -> Json:
    """A publication's schema."""
    _read.add(path)
    try:
        tree = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise SchemaError(f"{path}: there is no such file. Correct the name that leads to it.") from None
    except OSError as error:
        raise SchemaError(f"{path}: the schema cannot be read ({error.strerror}).") from None
    except json.JSONDecodeError as error:
        raise SchemaError(f"{path}:{error.lineno}: the schema is not valid JSON near column {error.colno}.") from None
    except (ValueError, RecursionError):
        raise SchemaError(f"{path}: the schema cannot be read: it must be JSON in UTF-8.") from None
    if not isinstance(tree, dict):
        raise SchemaError(f"{path}: a schema must be an object, in curly brackets.")
    # Its references are relative to where it lies, whatever address it gives itself.
    return {key: value for key, value in tree.items() if key != "$id"}


def fetch(uri: str, folder: Path) -> Json:
    """The schema at an address: ours, or a file in the folder."""
    name = uri.removeprefix(SCHEME).rpartition("/")[2].removesuffix(_SUFFIX)
    is_ours = uri.startswith(SCHEME) or uri.endswith(_SUFFIX)
    if is_ours and name.isidentifier() and (_HERE / f"{name}{_SUFFIX}").is_file():
        return load(name)
    return read(_neighbour(uri, folder))


def _neighbour(uri: str, folder: Path) -> Path:
    from urllib.parse import unquote, urlsplit

    parts = urlsplit(uri)
    path = Path(unquote(parts.path)).resolve()
    if parts.scheme != "file" or not path.is_relative_to(folder):
        raise SchemaError(f"it refers to {uri}. Put a copy into {folder} and refer to that: a check uses no network.")
    return path


@dataclass(frozen=True)
class Follow:
    """Follows the references of a schema (``tree``, at the address ``base``) whose files lie in a folder."""

    base: str
    tree: Json
    folder: Path

    def __call__(self, reference: str) -> tuple[Json, "Follow", str]:
        """The schema that a reference names, what follows the references in it, and its absolute name."""
        address, _, fragment = reference.partition("#")
        inside = self._at(address) if address else self
        try:
            target = inside.find(fragment)
        except (LookupError, ValueError, StopIteration):
            raise SchemaError(f"it refers to {reference}, which is not there.") from None
        return target, inside, f"{inside.base}#{fragment}"

    def find(self, fragment: str) -> Json:
        """What a fragment names: a JSON pointer, or an anchor."""
        if fragment and not fragment.startswith("/"):
            return next(schema for _, schema in walk(self.tree) if schema.get("$anchor") == fragment)
        node = self.tree
        for part in fragment.split("/")[1:]:
            name = part.replace("%25", "%").replace("~1", "/").replace("~0", "~")
            node = node[int(name)] if isinstance(node, list) else node[name]
        return node

    def _at(self, address: str) -> "Follow":
        from urllib.parse import urljoin

        uri = urljoin(self.base, address)
        return Follow(uri, fetch(uri, self.folder), self.folder)
