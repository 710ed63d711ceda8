"""Performs the steps of a plan one by one; decides nothing but how to get round a refusal or a lost answer."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.calls import calls_of, inline
from bot.github.errors import GitHubError, LimitedError, RefusedError, UnansweredError
from bot.github.outcome import Outcome, Unsaid, unsaid, unsaid_inline
from bot.github.sure import Look, once
from bot.github.traces import Traces
from bot.github.wire import Wire
from bot.plan import (
    CreateCheckRun,
    CreateComment,
    CreateLabel,
    CreateReview,
    Inline,
    Plan,
    RemoveLabel,
    RemoveReviewers,
    ReplyComment,
    RequestReviewers,
    Step,
    UpdateCheckRun,
    UpdateComment,
)


class OvertakenError(Exception):
    """The plan is out of date from this step on."""


class RestatedError(OvertakenError):
    """The step was taken, and what came of it makes the rest of the plan out of date."""


class Speaker:
    """Performs one plan, as the account ``me``."""

    def __init__(self, wire: Wire, plan: Plan, me: str) -> None:
        self.wire, self.plan = wire, plan
        self.traces = Traces(wire, plan.repository, plan.number, me)
        self.unsaid: list[Unsaid] = []

    def perform(self) -> Outcome:
        """Every step, unless a newer run is ahead. A refusal costs its own step only; silence ends the run."""
        for index, step in enumerate(self.plan.steps):
            try:
                self._still_current()
                self._take(step)
            except OvertakenError as reason:
                left = self.plan.steps[index + isinstance(reason, RestatedError) :]
                return Outcome(tuple(self.unsaid), str(reason), left)
            except RefusedError as error:
                self._leave([step], error)
            except (LimitedError, UnansweredError) as error:
                self._leave(self.plan.steps[index:], error)
                break
        return Outcome(tuple(self.unsaid))

    def _take(self, step: Step) -> None:
        match step:
            case CreateComment():
                self._comment(step)
            case UpdateComment():
                self._update(step)
            case ReplyComment():
                self._once(self._first(step), lambda: self.traces.inline(step.marker))
            case CreateReview():
                self._review(step)
            case CreateCheckRun():
                self._check_run(step)
            case UpdateCheckRun():
                self._annotate(step)
            case RequestReviewers() | RemoveReviewers():
                self._reviewers(step)
            case CreateLabel() | RemoveLabel():
                self._unless_so(step)
            case _:
                self._repeatable(step)

    def _comment(self, step: CreateComment) -> None:
        """Of two runs that write at the same moment, the one that came second takes its comment back."""
        if self.traces.comment(step.marker) is None:
            made = self._once(self._first(step), lambda: self.traces.comment(step.marker))
            if self.traces.comment(step.marker) in (made, None):
                return
            self.wire.send("DELETE", f"/repos/{self.plan.repository}/issues/comments/{made}")
        raise OvertakenError("another run has written the comment meanwhile")

    def _update(self, step: UpdateComment) -> None:
        now = self.wire.send("GET", f"/repos/{self.plan.repository}/issues/comments/{step.comment}")
        if now["body"] not in (step.before, step.body):
            raise OvertakenError("another run has changed the comment meanwhile")
        self._repeatable(step)

    def _review(self, step: CreateReview) -> None:
        """All comments in one review; where GitHub refuses it, without saying which is to blame, one by one."""
        if self.traces.review(step.marker) is not None:
            return
        try:
            self._once(self._first(step), lambda: self.traces.review(step.marker))
        except RefusedError as error:
            if error.status != 422 or not step.comments:
                raise
            self._singles(step, error)

    def _singles(self, step: CreateReview, error: RefusedError) -> None:
        """A comment that is refused for itself leaves the rest of the plan to another, which says it elsewhere."""
        known = len(self.unsaid)
        if len(step.comments) == 1:
            self._note(unsaid_inline(step.comments[0], error))
        else:
            self.wire.say(f"{error}; its {len(step.comments)} comments are sent one by one")
            for comment in step.comments:
                self._single(comment, step.commit)
        if len(self.unsaid) > known:
            raise RestatedError("what GitHub refused beside its line belongs into the summary")

    def _single(self, comment: Inline, commit: str) -> None:
        path = f"/repos/{self.plan.repository}/pulls/{self.plan.number}/comments"
        call = {"method": "POST", "path": path, "body": {"commit_id": commit, **inline(comment)}}
        try:
            self._once(call, lambda: self.traces.inline(comment.marker))
        except RefusedError as error:
            self._note(unsaid_inline(comment, error))

    def _check_run(self, step: CreateCheckRun) -> None:
        first = self._first(step)
        made = self._once(first, lambda: self.traces.check_run(step.name, step.commit, step.external_id))
        rest = step.annotations[len(first["body"]["output"].get("annotations", ())) :]
        if rest:
            self._annotate(UpdateCheckRun(made, step.name, step.conclusion, step.title, step.summary, rest))

    def _annotate(self, step: UpdateCheckRun) -> None:
        """Each call adds its annotations to those before: after a lost answer they are counted."""
        held = self.traces.annotations(step.check_run) if step.annotations else 0
        for call in calls_of(step, self.plan):
            held += len(call["body"]["output"].get("annotations", ()))
            self._once(call, self._holding(step.check_run, held))

    def _holding(self, check_run: int, count: int) -> Look:
        return lambda: check_run if count and self.traces.annotations(check_run) >= count else None

    def _reviewers(self, step: RequestReviewers | RemoveReviewers) -> None:
        """GitHub refuses all where it refuses one."""
        try:
            self._repeatable(step)
        except RefusedError as error:
            if len(step.logins) == 1:
                raise
            self.wire.say(f"{error}; they are asked one by one")
            for login in step.logins:
                self._reviewer(replace(step, logins=(login,)))

    def _reviewer(self, step: RequestReviewers | RemoveReviewers) -> None:
        try:
            self._repeatable(step)
        except RefusedError as error:
            self._leave([step], error)

    def _unless_so(self, step: CreateLabel | RemoveLabel) -> None:
        """What is there already, or is gone already, is no refusal."""
        try:
            self._repeatable(step)
        except RefusedError as error:
            is_gone = isinstance(step, RemoveLabel) and error.status == 404
            if not (is_gone or "already_exists" in error.message):
                raise

    def _repeatable(self, step: Step) -> None:
        """Calls that change nothing when they are made twice."""
        for call in calls_of(step, self.plan):
            if call["path"] == "/graphql":
                self.wire.query(call["body"]["query"], call["body"]["variables"])
            else:
                self.wire.send(**call, repeat=True)

    def _once(self, call: dict[str, Any], look: Look) -> int:
        return once(self.wire, call, look)

    def _first(self, step: Step) -> dict[str, Any]:
        return next(iter(calls_of(step, self.plan)))

    def _still_current(self) -> None:
        head = self.wire.send("GET", f"/repos/{self.plan.repository}/pulls/{self.plan.number}")["head"]["sha"]
        if head != self.plan.head_sha:
            raise OvertakenError(f"the pull request has moved on to {head[:12]}, whose own check will speak")

    def _leave(self, steps: Sequence[Step], error: GitHubError) -> None:
        for step in steps:
            for one in unsaid(step, error):
                self._note(one)

    def _note(self, one: Unsaid) -> None:
        self.wire.say(f"Not said: {one.what}: {one.why}")
        self.unsaid.append(one)
