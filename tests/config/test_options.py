from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

import pytest

from lint.config import options


@dataclass(frozen=True, slots=True)
class Options:
    """Options of every kind."""

    words: int = 3
    """How many words,
    at least."""
    max_days: int = 30
    share: float = 0.5
    strict: bool = False
    """Whether to be strict."""
    style: Literal["a", "b"] = "a"
    names: tuple[str, ...] = ()
    roles: frozenset[str] = frozenset({"b", "a"})
    since: date | None = None
    limits: Mapping[str, int] = field(default_factory=dict)


def test_every_kind_of_field_has_a_schema() -> None:
    found = options.shapes(Options)
    assert {name: entry.get("type") for name, entry in found.items()} == {
        "words": "integer",
        "max_days": None,
        "share": "number",
        "strict": "boolean",
        "style": "string",
        "names": "array",
        "roles": "array",
        "since": "string",
        "limits": "object",
    }
    assert found["style"]["enum"] == ["a", "b"]
    assert found["max_days"]["title"].startswith("a length of time")


def test_settings_become_the_fields_own_types() -> None:
    table = {"max_days": "1y", "names": ["x"], "roles": ["c"], "since": "2027-01-01", "limits": {"a": 1}, "share": 1}
    assert Options(**options.values(Options, table)) == Options(
        max_days=365, names=("x",), roles=frozenset({"c"}), since=date(2027, 1, 1), limits={"a": 1}, share=1
    )


def test_the_text_below_a_field_describes_it() -> None:
    assert options.descriptions(Options) == {"words": "How many words, at least.", "strict": "Whether to be strict."}


def test_defaults_are_as_json_holds_them() -> None:
    found = options.defaults(Options)
    assert (found["roles"], found["names"], found["since"]) == (["a", "b"], [], None)
    assert options.plain(date(2027, 1, 1)) == "2027-01-01"


def test_a_type_that_toml_cannot_say_is_our_mistake() -> None:
    @dataclass
    class Wrong:
        what: bytes = b""

    with pytest.raises(TypeError, match="the option what has a type that TOML cannot say"):
        options.shapes(Wrong)
