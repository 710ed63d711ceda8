"""A session on one pull request: finds it, gathers, decides, has it said, and looks again where it was not taken."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot import reports
from bot.calls import calls
from bot.case import Case, Material
from bot.checking import check
from bot.commands import askers
from bot.gathering import Commits, commits, gather
from bot.github import GitHub, GitHubError, Outcome, Patience, leftovers
from bot.github.wire import DEFAULT_API
from bot.inline import candidates
from bot.reports import Reports
from bot.review import Decision, decide
from bot.state import PullRequest, State
from bot.suggestions import proposals, suggestions
from lint.finding import CopydeskError
from lint.history.trees import Trees, opened

ROUNDS = 3

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command was asked for."""

    repo: Path
    today: date
    repository: str = ""
    pull: int | None = None
    event: Mapping[str, Any] = field(default_factory=dict)
    base: str | None = None
    head: str | None = None
    report: Path | None = None
    base_report: Path | None = None
    fetch: bool = False
    wait: float = 300.0
    """The longest rest, in seconds, when GitHub asks for one."""
    token: str = ""
    api: str = ""
    server: str = "https://github.com"


@dataclass(frozen=True, slots=True)
class Done:
    """The calls that were (or would be) made, what belongs into the log, and whether any words remained unsaid."""

    calls: list[Json] = field(default_factory=list)
    log: tuple[str, ...] = ()
    is_unsaid: bool = False


def offline(asked: Asked) -> Done:
    """What would be said of two commits if nothing had been said before; asks nobody."""
    with closing(opened(asked.repo)) as trees:
        at = commits(trees, asked.head or "HEAD", asked.base or "main")
        name = asked.repository or "OWNER/REPOSITORY"
        state = State(PullRequest(name, asked.pull or 0, at.head, at.base, base_ref=asked.base or "main"))
        return _told(decide(_material(trees, at, _given(asked), state, asked), state))


def online(asked: Asked, dry_run: bool) -> Done:
    """Reviews the pull request on GitHub."""
    hub = _hub(asked)
    number, run = _pull(hub, asked)
    if number is None:
        return Done(log=("No open pull request has this commit as its head: there is nothing to review.",))
    state = _state(hub, number)
    if not state.pull.is_open:
        return Done(log=("The pull request is closed: there is nothing to review.",))
    with closing(opened(asked.repo)) as trees:
        if asked.fetch:
            _fetch(trees, state, asked.token)
        at = commits(trees, state.pull.head_sha, _base(trees, state.pull))
        given = reports.unpack(hub.artifact(run, reports.ARTIFACT, reports.LARGEST)) if run else _given(asked)
        material = _material(trees, at, given, state, asked)
    if dry_run:
        return _told(decide(material, state))
    return _said(hub, material, state)


def _hub(asked: Asked) -> GitHub:
    if not asked.token:
        raise CopydeskError("GITHUB_TOKEN is not set; to try without GitHub, give --dry-run, --base and --head")
    if not asked.repository:
        raise CopydeskError("name the repository: --repository OWNER/NAME")
    return GitHub(asked.repository, asked.token, api=asked.api or DEFAULT_API, patience=Patience.up_to(asked.wait))


def _pull(hub: GitHub, asked: Asked) -> tuple[int | None, int | None]:
    """The pull request, and the run of the check whose artifact counts, where that is what has happened."""
    if asked.pull is not None:
        return asked.pull, None
    try:
        if "workflow_run" in asked.event:
            run = int(asked.event["workflow_run"]["id"])
            return hub.pull_of(hub.checked_run(run)), run
        about = asked.event.get("pull_request") or asked.event["issue"]
        is_pull = "pull_request" in asked.event or "pull_request" in about
        return (int(about["number"]) if is_pull else None), None
    except (KeyError, TypeError, ValueError):
        raise CopydeskError("name the pull request with --pull, or give the event of one with --event") from None


def _state(hub: GitHub, number: int) -> State:
    state = hub.state(number)
    return replace(state, writers=hub.writers(askers(state)))


def _fetch(trees: Trees, state: State, token: str) -> None:
    """The objects of the base, the head and the approved commits. No work tree is touched, nothing of them is run."""
    from base64 import b64encode

    header = f"Authorization: Basic {b64encode(f'x-access-token:{token}'.encode()).decode()}"
    pull = state.pull
    for name, ours in ((f"refs/heads/{pull.base_ref}", "base"), (f"refs/pull/{pull.number}/head", "head")):
        if not trees.fetch("origin", f"+{name}:{_ref(pull, ours)}", header=header):
            raise CopydeskError(f"git cannot fetch {name} from origin; give the token the permission contents: read")
    for commit in {review.commit for review in state.reviews if review.state == "APPROVED"}:
        if not trees.holds(commit):
            trees.fetch("origin", commit, header=header)  # where it is gone, the approval says so


def _ref(pull: PullRequest, name: str) -> str:
    """Where a fetched commit is kept: apart from what others fetch, and safe from git's tidying up."""
    return f"refs/copydesk/{pull.number}/{name}"


def _base(trees: Trees, pull: PullRequest) -> str:
    """The tip of the base branch as far as it is known here."""
    for name in (_ref(pull, "base"), f"refs/remotes/origin/{pull.base_ref}"):
        try:
            return trees.commit(name)
        except CopydeskError:
            continue
    return pull.base_sha


def _given(asked: Asked) -> Reports | None:
    return reports.read(asked.report, asked.base_report) if asked.report else None


def _material(trees: Trees, at: Commits, given: Reports | None, state: State, asked: Asked) -> Material:
    with TemporaryDirectory(prefix="copydesk-") as name:
        folder = Path(name).resolve()
        (folder / "reports").mkdir()
        (folder / "head").mkdir()
        given = given or check(trees, at, asked.today, folder / "reports")
        found = gather(trees, at, given, state.reviews, asked.today, folder / "head", asked.server)
        with closing(found):
            case, files = Case(found.material, state), found.material.files
            fixes = suggestions(candidates(case), found.opened, files)
            entries = proposals(case.corrections, found.opened, files)
            return replace(found.material, suggestions=dict((*fixes, *entries)))


def _told(decision: Decision) -> Done:
    return Done(calls(decision.plan), _log(decision, None))


def _said(hub: GitHub, material: Material, state: State) -> Done:
    """Has the plan performed; what GitHub refused beside a line, or another run changed meanwhile, is planned anew."""
    for _ in range(ROUNDS):
        decision = decide(material, state)
        outcome = hub.perform(decision.plan, state.me)
        if not (outcome.overtaken or outcome.refused - material.refused.keys()):
            break
        refused = {one.fingerprint: one.why for one in outcome.unsaid if one.fingerprint}
        material = replace(material, refused={**material.refused, **refused})
        try:
            state = _state(hub, state.pull.number)
        except GitHubError as error:
            return Done(calls(decision.plan), _log(decision, outcome.given_up(error)), True)
    left = replace(outcome, unsaid=tuple(one for one in outcome.unsaid if one.fingerprint not in material.refused))
    return Done(calls(decision.plan), _log(decision, outcome), any(one.text for one in left.unsaid))


def _log(decision: Decision, outcome: Outcome | None) -> tuple[str, ...]:
    """What a person must be able to read somewhere."""
    lines = [f"Nothing was written: {decision.plan.why_silent}."] if decision.plan.why_silent else []
    if decision.cut:
        lines += ["The summary had no room for these lines:", *(f"│ {row}" for row in decision.cut)]
    if outcome and outcome.overtaken:
        lines.append(f"The rest was left to a later run: {outcome.overtaken}.")
    if outcome and outcome.unsaid:
        lines += ["GitHub did not take this:", *leftovers(outcome).splitlines()]
    return tuple(lines)
