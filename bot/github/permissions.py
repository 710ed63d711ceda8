"""What somebody may do in a repository."""

from urllib.parse import quote

from bot.github.errors import RefusedError
from bot.github.wire import Wire

WRITERS = ("admin", "maintain", "write")


def permission(wire: Wire, repository: str, login: str) -> str:
    """Somebody's role; ``none`` for one whom the repository does not know."""
    try:
        answer = wire.send("GET", f"/repos/{repository}/collaborators/{quote(login)}/permission")
    except RefusedError as error:
        if error.status == 404:
            return "none"
        raise
    return str(answer.get("role_name") or answer["permission"])
