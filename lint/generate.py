"""``python -m lint.generate``: writes the files that are made from the code, or with ``--check`` compares them."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from lint.catalogue import catalogue
from lint.config.manual import manual, schema
from lint.pages.markdown import files
from lint.pages.readme import readme

ROOT = Path(__file__).parent.parent
RULES = "docs/rules"
MANUAL = "docs/configuration.md"
README = "README.md"


def generated() -> Iterator[tuple[str, str]]:
    """The path and the text of each generated file."""
    for name, text in files(catalogue().values()):
        yield f"{RULES}/{name}", text
    yield "schemas/config.schema.json", json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
    yield MANUAL, manual((ROOT / MANUAL).read_text(encoding="utf-8"))
    yield README, readme((ROOT / README).read_text(encoding="utf-8"))


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Exits with 1 when ``--check`` finds a file that is not what the code says."""
    wanted = dict(generated())
    left = {path.relative_to(root).as_posix() for path in (root / RULES).glob("*.md")} - set(wanted)
    stale = [name for name, text in wanted.items() if _read(root / name) != text]
    if arguments == ["--check"]:
        for name in (*stale, *sorted(left)):
            sys.stderr.write(f"{name} is not what the code says: run `make generate`.\n")
        return 1 if stale or left else 0
    for name in stale:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(wanted[name], encoding="utf-8", newline="\n")
    for name in left:
        (root / name).unlink()
    return 0


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
