"""The failures that are worth telling: of an ``anyOf``, those of the branch that came nearest."""

from collections.abc import Iterable, Iterator

from lint.schema.annotations import innermost
from schemas import Failure


def leaves(failures: Iterable[Failure]) -> Iterator[Failure]:
    """Each failure; one of alternatives is replaced by what its nearest branch says of itself."""
    for failure in failures:
        yield from _nearest(failure) if failure.branches else (failure,)


def missing_keys(failure: Failure) -> list[str]:
    """The keys that a ``required`` or ``dependentRequired`` misses."""
    if failure.keyword == "required":
        return [key for key in failure.expected if key not in failure.value]
    if failure.keyword == "dependentRequired":
        needed = (key for key, others in failure.expected.items() if key in failure.value for key in others)
        return [key for key in dict.fromkeys(needed) if key not in failure.value]
    return []


def unknown_keys(failure: Failure) -> list[str]:
    """The keys that a closed object does not know."""
    if failure.keyword != "additionalProperties" or not isinstance(failure.value, dict):
        return []
    return [key for key in failure.value if key not in failure.way[-1][0].get("properties", {})]


def _nearest(failure: Failure) -> Iterator[Failure]:
    branch = max(failure.branches, key=_closeness)
    inner = list(leaves(branch))
    annotated = [leaf for leaf in inner if _annotated_within(leaf, len(failure.way))]
    if annotated:
        yield from annotated
    elif _annotated_within(failure, 1):
        yield failure
    else:
        yield from inner


def _closeness(branch: tuple[Failure, ...]) -> tuple[int, int]:
    """A branch that fails deep inside was nearer than one that fails at once."""
    return min(len(failure.at) for failure in branch), -len(branch)


def _annotated_within(failure: Failure, depth: int) -> bool:
    """Whether an annotation stands on the failure's way below the outermost ``depth`` subschemas."""
    keys: list[str | None] = [*missing_keys(failure)] or [None]
    found = [innermost(failure, key) for key in keys]
    return any(one is not None and len(failure.way) - 1 - one[1] >= depth for one in found)
