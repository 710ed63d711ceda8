"""A call that must not be made twice: after a lost answer it is looked for before it is repeated."""

from collections.abc import Callable
from typing import Any

from bot.github.errors import UnansweredError
from bot.github.patience import ATTEMPTS
from bot.github.wire import Wire

LOOKS = 3
"""How often to look: GitHub's listings may show a little later what is new."""

Look = Callable[[], int | None]


def once(wire: Wire, call: dict[str, Any], look: Look) -> int:
    """The id of what the call made, or of what ``look`` found; raises `GitHubError`."""
    attempt = 1
    while True:
        try:
            return int(wire.send(**call, repeat=False)["id"])
        except UnansweredError as error:
            wire.say(f"{error}; looking whether it was done")
            found = _found(wire, look)
            if found is not None:
                return found
            if attempt == ATTEMPTS:
                raise
            attempt += 1


def _found(wire: Wire, look: Look) -> int | None:
    for attempt in range(LOOKS):
        wire.wait(wire.patience.rest(attempt))
        found = look()
        if found is not None:
            return found
    return None
