"""Which pull request a finished workflow run belongs to, asked of GitHub and never of what the run left behind."""

from dataclasses import dataclass
from urllib.parse import quote

from bot.github.wire import Wire


@dataclass(frozen=True, slots=True)
class CheckedRun:
    """What a workflow run was started for. ``head_repository`` is ``owner/name``, empty once the fork is gone."""

    head_sha: str
    head_branch: str
    head_repository: str
    event: str
    conclusion: str


def checked_run(wire: Wire, repository: str, run: int) -> CheckedRun:
    """The run as GitHub has it."""
    answer = wire.send("GET", f"/repos/{repository}/actions/runs/{run}")
    return CheckedRun(
        head_sha=answer["head_sha"],
        head_branch=answer["head_branch"] or "",
        head_repository=(answer["head_repository"] or {}).get("full_name", ""),
        event=answer["event"],
        conclusion=answer["conclusion"] or "",
    )


def pull_of(wire: Wire, repository: str, run: CheckedRun) -> int | None:
    """The number of the open pull request whose head is the run's commit, or None where it has moved on or is closed.

    The list of a commit's pull requests leaves out those of forks, so the branch is asked for, and each hit compared.
    """
    owner = run.head_repository.partition("/")[0]
    head = f"&head={quote(f'{owner}:{run.head_branch}')}" if owner and run.head_branch else ""
    for pull in wire.pages(f"/repos/{repository}/pulls?state=open{head}"):
        of_head = (pull["head"]["sha"], (pull["head"]["repo"] or {}).get("full_name", ""))
        if of_head == (run.head_sha, run.head_repository):
            return int(pull["number"])
    return None
