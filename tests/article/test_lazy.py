"""Regular expressions that wait: compiled once, and all of them sound."""

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator

import lint
from lint.article.lazy import lazy


def test_a_pattern_is_compiled_once_and_with_its_flags() -> None:
    pattern = lazy(r"rest\b", re.IGNORECASE)
    assert pattern().match("Rest helps")
    assert pattern() is pattern()


def all_patterns() -> Iterator[tuple[str, Callable[[], re.Pattern[str]]]]:
    """Every waiting pattern that is a name of a module."""
    kind, made_by = type(lazy("")), lazy("").__wrapped__.__qualname__  # type: ignore[attr-defined]
    for info in pkgutil.walk_packages(lint.__path__, "lint."):
        if not info.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(info.name)).items():
                if isinstance(value, kind) and value.__wrapped__.__qualname__ == made_by:
                    yield f"{info.name}.{name}", value


def test_every_pattern_compiles() -> None:
    """A mistake in one would show only where it is first asked."""
    found = dict(all_patterns())
    assert len(found) > 80
    assert all(pattern().pattern for pattern in found.values())
