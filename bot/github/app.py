"""Speaking as a GitHub App: a short-lived token for one repository, with no more than the bot needs."""

import time
from collections.abc import Callable

from bot.github import to_stderr
from bot.github.patience import Patience
from bot.github.wire import DEFAULT_API, Wire, as_app

PERMISSIONS = {
    "checks": "write",
    "contents": "write",  # GitHub resolves threads for no less
    "issues": "write",
    "metadata": "read",
    "pull_requests": "write",
}
"""What the bot asks for, though the installation may have been granted more."""


def installation_token(
    app: str,
    private_key: str,
    installation: int,
    repository: str,
    *,
    api: str = DEFAULT_API,
    patience: Patience | None = None,
    wait: Callable[[float], None] = time.sleep,
    say: Callable[[str], None] = to_stderr,
) -> str:
    """A token for this repository (``owner/name``) alone, good for an hour; raises `GitHubError`."""
    wire = Wire(as_app(app, private_key), api, patience or Patience(), wait, say)
    body = {"repositories": [repository.partition("/")[2]], "permissions": PERMISSIONS}
    # A token that was made and never arrived does no harm: it is unknown to everyone, and runs out.
    answer = wire.send("POST", f"/app/installations/{installation}/access_tokens", body, repeat=True)
    return str(answer["token"])
