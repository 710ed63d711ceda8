"""What people tell the bot in comments: ``/copydesk recheck | dismiss | explain | request-review``. Pure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.state import Comment, State, Thread

VERBS = ("recheck", "dismiss", "explain", "request-review")

_LINE = re.compile(r"^ {0,3}/copydesk\b[ \t]*([\w-]*)[ \t]*(.*)$", re.MULTILINE)
_FENCED = re.compile(r"^ {0,3}(?P<ticks>```+|~~~+).*?(?:^ {0,3}(?P=ticks)|\Z)", re.MULTILINE | re.DOTALL)
_MOST = 5
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Command:
    """One line of a comment. ``key``: the comment's name among all; ``thread``: None in the conversation."""

    verb: str
    rest: str
    comment: Comment
    thread: Thread | None = None
    at: int = 0

    @property
    def key(self) -> str:
        """Names the command: comments of the conversation and of threads are numbered apart."""
        return f"{'c' if self.thread is None else 'r'}{self.comment.id}.{self.at}"

    @property
    def rule(self) -> str:
        """Its first word."""
        return self.rest.partition(" ")[0]

    @property
    def reason(self) -> str:
        """What follows the first word."""
        return self.rest.partition(" ")[2].strip(" \t-–—:")


def commands(state: State) -> tuple[Command, ...]:
    """All commands on the pull request, oldest first; what the bot itself says is none."""
    told = [(comment, None) for comment in state.comments]
    in_threads = [(comment, thread) for thread in state.threads for comment in thread.comments]
    found = [
        one for comment, thread in (*told, *in_threads) if comment.author != state.me for one in read(comment, thread)
    ]
    return tuple(sorted(found, key=lambda one: (one.comment.created_at, one.key)))


def askers(state: State) -> frozenset[str]:
    """Who gave a command: the people whose access `State.writers` must tell of."""
    return frozenset(command.comment.author for command in commands(state))


def read(comment: Comment, thread: Thread | None = None) -> Iterator[Command]:
    """The commands in a comment: lines that begin with ``/copydesk``, outside of code and quotations."""
    if "/copydesk" not in comment.body:
        return
    text = _FENCED.sub("", comment.body.replace("\r\n", "\n")[:_LONGEST])
    for at, line in enumerate(_LINE.finditer(text)):
        if at == _MOST:
            return
        yield Command(line[1].casefold(), " ".join(line[2].split()), comment, thread, at)


def unheard(given: Iterable[Command]) -> Iterator[Command]:
    """The first command of each comment that has no sign of ours yet."""
    seen = set()
    for command in given:
        name = command.key.partition(".")[0]
        if not command.comment.is_heard and name not in seen:
            seen.add(name)
            yield command
