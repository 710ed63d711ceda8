"""The JSON Schemas, ours and a publication's: the only module that imports jsonschema, and not before it is needed."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from schemas import lean, references
from schemas.failures import Failure, failure
from schemas.fit import Fit, fit
from schemas.formats import is_day, placeholders
from schemas.inline import inlined
from schemas.references import SCHEME, Follow, SchemaError, fetch, files, load, read
from schemas.tree import open_to_declared

__all__ = ["Failure", "SchemaError", "failures", "files", "flat", "forget", "load", "validator"]

Json = Any


def failures(source: str | Path, document: Json) -> Iterator[Failure]:
    """What a document fails of one of our schemas (by name) or of a publication's (by path), in the schema's order."""
    tree, fits = _prepared(source)
    if fits is not None:
        if not fits(document):
            yield from lean.failures(tree, document)
        return
    checker = validator(source)
    for error in checker.iter_errors(document):
        yield failure(error, checker)


def flat(source: str | Path) -> Json:
    """A schema with its references put in place."""
    return _prepared(source)[0]


@lru_cache
def _prepared(source: str | Path) -> tuple[Json, Fit | None]:
    """A schema with its references put in place; whether a document fits, where no library is needed to know."""
    if isinstance(source, str):
        tree = _flattened(load(source), Follow(SCHEME + source, load(source), Path()))
    else:
        tree = _publication(source)
    return tree, fit(tree) if lean.suffices(tree) else None


def _publication(path: Path) -> Json:
    tree = read(path)
    try:
        _check(tree)
        return _flattened(tree, Follow(path.resolve().as_uri(), tree, path.resolve().parent))
    except SchemaError as error:
        raise SchemaError(f"{path}: {error}") from None


def _flattened(tree: Json, follow: Follow) -> Json:
    tree = inlined(tree, follow, (f"{follow.base}#",))
    open_to_declared(tree)
    return tree


def _check(tree: Json) -> None:
    from jsonschema import Draft202012Validator, exceptions

    try:
        Draft202012Validator.check_schema(tree)
    except exceptions.SchemaError as error:
        place = "/".join(map(str, error.absolute_path)) or "its root"
        raise SchemaError(f"at {place}, {error.message}. See docs/custom-schema.md.") from None


@lru_cache
def validator(source: str | Path) -> Any:
    """The jsonschema validator of a schema, built once."""
    from referencing import Registry
    from referencing.jsonschema import DRAFT202012

    folder = source.resolve().parent if isinstance(source, Path) else Path()
    registry: Any = Registry(retrieve=lambda uri: DRAFT202012.create_resource(fetch(uri, folder)))  # type: ignore[call-arg]
    kind, formats = _dialect()
    return kind(flat(source), registry=registry, format_checker=formats)


@lru_cache
def _dialect() -> tuple[Any, Any]:
    """Draft 2020-12 with our keyword and our format."""
    from jsonschema import Draft202012Validator, FormatChecker, ValidationError
    from jsonschema.validators import extend as extended

    extend: Any = extended  # it has no types

    def filled(_: Any, asked: Json, value: Json, __: Json) -> Iterator[ValidationError]:
        for at, text in placeholders(value, asked):
            yield ValidationError("a placeholder", path=at, instance=text)

    formats = FormatChecker(())
    formats.checks("date")(is_day)
    return extend(Draft202012Validator, {"x-filled": filled}), formats


def forget() -> None:
    """Forgets the schemas that were read."""
    references.forget()
    _prepared.cache_clear()
    validator.cache_clear()
