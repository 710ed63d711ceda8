"""What can go wrong between us and GitHub, told apart by what may be done about it."""

from lint.finding import CopydeskError


class GitHubError(CopydeskError):
    """GitHub did not do what it was asked for."""


class RefusedError(GitHubError):
    """GitHub understood the call and said no: repeating it changes nothing."""

    def __init__(self, what: str, status: int, message: str) -> None:
        super().__init__(f"GitHub refused {what} ({status}): {message}{_advice(status, message)}")
        self.status = status
        self.message = message


class UnansweredError(GitHubError):
    """No answer that can be relied on: the call may or may not have been performed."""

    def __init__(self, what: str, why: str) -> None:
        super().__init__(f"GitHub did not answer {what}: {why}. Run it again later: it goes on where it stopped")


class LimitedError(GitHubError):
    """A limit on the number of calls that lasts longer than we are ready to wait; the call was not performed."""

    def __init__(self, what: str, seconds: float) -> None:
        super().__init__(f"GitHub wants {seconds:.0f} seconds of rest before {what}. Run it again after that")
        self.seconds = seconds


def _advice(status: int, message: str) -> str:
    if status == 401:
        return ". Check that the token is valid and has not expired"
    if status == 403 and "not accessible" in message:
        return ". Give the token the permissions that docs/bot.md lists"
    if status == 404:
        return ". Check the name of the repository, and that the token may read it"
    return ""
