"""Regular expressions that are compiled when they are first asked.

There are two hundred. Compiling them all takes longer than checking a small article, which asks a few.
"""

import re
from collections.abc import Callable
from functools import cache


def lazy(pattern: str, flags: int = 0) -> Callable[[], re.Pattern[str]]:
    """What compiles the pattern once and gives it."""
    return cache(lambda: re.compile(pattern, flags))
