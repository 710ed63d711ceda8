"""Fetches what a workflow run left: untrusted bytes, with a limit, and nothing is unpacked."""

from urllib.parse import quote
from urllib.request import Request, urlopen

from bot.github.errors import RefusedError, UnansweredError
from bot.github.wire import TIMEOUT, Wire


def artifact(wire: Wire, repository: str, run: int, name: str, limit: int) -> bytes:
    """The zip file; raises `GitHubError` where it is missing, expired or larger than ``limit`` bytes."""
    root = f"/repos/{repository}/actions"
    found = [
        entry
        for entry in wire.pages(f"{root}/runs/{run}/artifacts?name={quote(name, safe='')}", "artifacts")
        if entry["name"] == name and not entry["expired"]
    ]
    if not found:
        raise RefusedError(f"the artifact {name} of run {run}", 404, "there is none, or it has expired")
    newest = max(entry["id"] for entry in found)
    url = wire.location(f"{root}/artifacts/{newest}/zip")
    if not url.startswith(("https://", f"{wire.api}/")):
        raise RefusedError(f"the artifact {name}", 302, "it leads to no address that can be read")
    return _download(url, name, limit)


def _download(url: str, name: str, limit: int) -> bytes:
    """The store that GitHub leads to is another host: it gets no token."""
    try:
        with urlopen(Request(url), timeout=TIMEOUT) as answer:
            content: bytes = answer.read(limit + 1)
    except OSError as error:
        raise UnansweredError(f"the artifact {name}", type(error).__name__) from error
    if len(content) > limit:
        raise RefusedError(f"the artifact {name}", 413, f"it is larger than {limit} bytes")
    return content
