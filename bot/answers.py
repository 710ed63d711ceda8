"""What the bot answers to commands, each once. Pure."""

from collections.abc import Iterator
from difflib import get_close_matches

from bot.case import Case
from bot.commands import VERBS, Command, unheard
from bot.markdown import code, prose
from bot.markers import key_of, marker
from bot.plan import CreateComment, React, ReplyComment
from bot.state import Comment


def answers(case: Case) -> Iterator[CreateComment | ReplyComment | React]:
    """An answer where words are needed, and a sign on each comment that was heard."""
    given = _given(case)
    fresh = {command.key.partition(".")[0] for command in unheard(case.commands)}
    for command in case.commands:
        if command.key.partition(".")[0] not in fresh:
            continue
        mark, text = _words(case, command)
        if text and mark not in given:
            given.add(mark)
            yield _answer(command, f"{mark}\n{text}", mark)
    for command in unheard(case.commands):
        if case.may_command(command):
            yield React(command.comment.id, in_thread=command.thread is not None)


def asks_again(case: Case) -> bool:
    """Whether somebody has just told the bot to ask for reviews."""
    return any(one.verb == "request-review" and case.may_command(one) for one in unheard(case.commands))


def wants_requests(case: Case) -> bool:
    """Whether reviews are to be asked for: a draft waits until it is ready or somebody says so."""
    told = any(one.verb == "request-review" and case.may_command(one) for one in case.commands)
    return told or (case.settings.request_reviews and not case.state.pull.is_draft)


def _given(case: Case) -> set[str]:
    """The markers of the answers that stand already."""
    said: list[Comment] = [*case.state.comments, *(one for thread in case.state.threads for one in thread.comments)]
    keys = ((kind, key_of(one, kind, case.state.me)) for one in said for kind in ("answer", "refused"))
    return {marker(kind, key) for kind, key in keys if key}


def _words(case: Case, command: Command) -> tuple[str, str]:
    """The marker and the words of an answer; no words where a sign is enough."""
    who = command.comment.author
    if not case.may_command(command):
        return marker("refused", who), (
            f"Thank you, {code(who)}. Only people with write access to this repository can give me commands; "
            "please ask one of them."
        )
    return marker("answer", command.key), _reply(case, command)


def _reply(case: Case, command: Command) -> str:
    match command.verb:
        case "explain":
            return _explanation(case, command.rule)
        case "dismiss":
            return _objection(case, command)
        case "recheck" | "request-review":
            return ""
    near = get_close_matches(command.verb, VERBS, 1)
    meant = f" Did you mean `/copydesk {near[0]}`?" if near else ""
    known = ", ".join(f"`/copydesk {verb}`" for verb in VERBS)
    return f"I do not know the command {code(command.verb)}.{meant} I understand {known}."


def _explanation(case: Case, name: str) -> str:
    rule = case.material.rules.get(name)
    if rule is None:
        return _unknown(case, name)
    parts = [f"**{code(rule.name)}:** {prose(rule.page.summary)}", prose(rule.page.why, 2000)]
    parts += [f"**What to do:** {prose(rule.page.help, 2000)}"] if rule.page.help else []
    parts += [f"**Standard:** {prose(rule.standard)}"] if rule.standard else []
    return "\n\n".join(part for part in parts if part)


def _unknown(case: Case, name: str) -> str:
    near = get_close_matches(name, case.material.rules, 1)
    return f"There is no rule {code(name)}.{f' Did you mean {code(near[0])}?' if near else ''}"


def _objection(case: Case, command: Command) -> str:
    """What keeps a dismissal from counting; nothing where it counts."""
    in_thread = command.thread is not None
    if any(one.command == command for one in case.dismissals):
        return ""
    if not in_thread and command.rule not in case.material.rules:
        return _unknown(case, command.rule)
    if not (command.reason or (in_thread and command.rest and command.rule not in case.material.rules)):
        return (
            f"Please give a reason, for those who read this later: `/copydesk dismiss {command.rule or 'RULE'} REASON`."
        )
    if in_thread:
        return "This thread is not about a finding of mine, so there is nothing to dismiss."
    return f"This pull request brings no finding of {code(command.rule)}, so there is nothing to dismiss."


def _answer(command: Command, body: str, mark: str) -> CreateComment | ReplyComment:
    if command.thread is None:
        return CreateComment(body, mark)
    return ReplyComment(command.thread.comments[0].id, body, mark)
