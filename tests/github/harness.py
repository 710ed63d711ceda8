"""A hub with one repository and one pull request in it, as most tests want it."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.github.openapi.description import description
from tests.github.server import Hub, serve
from tests.github.store import Lines, Pull, Repository, Token

REPOSITORY = "example/health"
ME = "github-actions[bot]"
TOKEN = "ghs_example"
WRITES = {
    "metadata": "read",
    "contents": "write",
    "actions": "read",
    "checks": "write",
    "issues": "write",
    "pull_requests": "write",
}
READS = dict.fromkeys(WRITES, "read")
"""What the token of a fork's workflow run may do."""

HEAD, BASE = "b" * 40, "a" * 40
LINES: Lines = {"articles/back-pain.md": {line: f"Line {line}." for line in range(1, 21)}}
COLLABORATORS = {"maria-example": "admin", "nora-example": "write", "omar-example": "read"}


@contextmanager
def hub() -> Iterator[Hub]:
    """Answers until the block is left; afterwards no call and no answer may have violated GitHub's description."""
    fake = Hub(description=description())
    fake.store.tokens[TOKEN] = Token(ME, WRITES)
    fake.store.repositories[REPOSITORY] = Repository(REPOSITORY, dict(COLLABORATORS))
    with serve(fake):
        yield fake
    assert not fake.violations, "\n".join(fake.violations)


def open_pull(fake: Hub, number: int = 1, lines: Lines = LINES) -> Pull:
    """A pull request by a writer, from a branch of the same repository."""
    pull = Pull(
        number,
        "Back pain",
        "nora-example",
        fake.store.now(),
        head=HEAD,
        head_branch="back-pain",
        head_repository=REPOSITORY,
        base=BASE,
        commits=(HEAD,),
        lines=lines,
    )
    fake.store.repositories[REPOSITORY].issues[number] = pull
    return pull
