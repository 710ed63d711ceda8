"""The editorial workflow: who must approve a changed article, who has, whom to ask, which labels follow. Pure."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from bot.markers import Memory
from bot.state import Review, State
from bot.subjects import Subject, is_same_in_substance
from lint.config.bot import BotSettings
from lint.context import Person
from lint.rules.names import identity

People = Mapping[str, Person]


class Approval(NamedTuple):
    """An approval that counts for the text as it is."""

    role: str
    person: Person


class Owed(NamedTuple):
    """An approval that an article lacks. ``able``: who could give it; ``why``: what became of an earlier one."""

    path: str
    role: str
    able: tuple[Person, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the articles have come: the approvals of each, and what is owed."""

    approvals: Mapping[str, tuple[Approval, ...]]
    owed: tuple[Owed, ...]

    @property
    def is_complete(self) -> bool:
        return not self.owed


@dataclass(frozen=True, slots=True)
class Desk:
    """What the publication settled: people, roles, and how many words are a correction (by path)."""

    settings: BotSettings
    people: People | None
    today: date
    minimum_words: Mapping[str, int]


Texts = Mapping[tuple[str, str], str | None]
"""By commit and path: an article's text then; None where it did not exist. A commit that is not held is in no key."""


def standing(subjects: Iterable[Subject], state: State, desk: Desk, texts: Texts) -> Standing:
    """The approvals of each article that changed, and those that it lacks; nothing is owed without a people file."""
    approvals: dict[str, tuple[Approval, ...]] = {}
    owed: list[Owed] = []
    if desk.people is None:
        return Standing(approvals, ())
    last = list(last_words(state.reviews))
    for subject in subjects:
        if not needs_approval(subject):
            continue
        roles = desk.settings.roles_for(subject.topics)
        judged = [_of_role(subject, role, last, state, desk, texts) for role in roles]
        approvals[subject.path] = tuple(one for one in judged if isinstance(one, Approval))
        owed += [one for one in judged if isinstance(one, Owed)]
    return Standing(approvals, tuple(owed))


def needs_approval(subject: Subject) -> bool:
    """Whether the text of an article is another; an article that only moved or went needs nobody."""
    if subject.is_gone or not subject.file.is_regular:
        return False
    return subject.before is None or subject.after is None or subject.before.text != subject.after.text


def last_words(reviews: Iterable[Review]) -> Iterator[Review]:
    """Of each person the newest review that says yes or no; one that was dismissed says neither."""
    newest = {review.author.casefold(): review for review in reviews if review.state not in ("COMMENTED", "PENDING")}
    yield from (review for review in newest.values() if review.state != "DISMISSED")


def _of_role(
    subject: Subject, role: str, reviews: Sequence[Review], state: State, desk: Desk, texts: Texts
) -> Approval | Owed:
    able = tuple(
        person for person in (desk.people or {}).values() if may_approve(person, role, subject, state, desk.today)
    )
    by_login = {person.github.casefold(): person for person in able}
    why = "" if able else _nobody(role, subject)
    for review in reviews:
        person = by_login.get(review.author.casefold())
        if person is None:
            continue
        if review.state == "CHANGES_REQUESTED":
            return Owed(subject.path, role, able, f"{person.name} asks for changes")
        stale = _stale(subject, review, desk, texts)
        if not stale:
            return Approval(role, person)
        why = f"{person.name} approved an earlier text: {stale}"
    return Owed(subject.path, role, able, why)


def may_approve(person: Person, role: str, subject: Subject, state: State, today: date) -> bool:
    """Whether the people file lets somebody approve an article in a role; nobody approves what is their own."""
    if not person.github or role.casefold() not in {known.casefold() for known in person.roles}:
        return False
    if person.expires and person.expires < today:
        return False
    topics = {topic.casefold() for topic in person.topics}
    if topics and subject.topics and topics.isdisjoint(subject.topics):
        return False
    return person.github.casefold() != state.pull.author.casefold() and identity(person.name) not in subject.authors


def _nobody(role: str, subject: Subject) -> str:
    topics = f" for {', '.join(sorted(subject.topics))}" if subject.topics else ""
    return f"nobody in the people file can give it: add somebody with the role {role}{topics} and a GitHub name"


def _stale(subject: Subject, review: Review, desk: Desk, texts: Texts) -> str:
    """Why an approval does not count for the text as it is; empty where it does."""
    paths = dict.fromkeys((subject.path, subject.file.before))
    known = [(review.commit, path) for path in paths if path and (review.commit, path) in texts]
    if subject.after is None or not known:
        return "that commit cannot be read any more"
    then = next((text for key in known if (text := texts[key]) is not None), None)
    if then is None:
        return "the article was not there yet"
    same = is_same_in_substance(then, subject.after.text, desk.minimum_words.get(subject.path, 10))
    return "" if same else "its substance has changed since"


class Requests(NamedTuple):
    """Whose review to ask for, whose request to take back, and what to remember."""

    ask: tuple[str, ...] = ()
    withdraw: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()


def requests(owed: Sequence[Owed], state: State, memory: Memory, again: bool) -> Requests:
    """The fewest people who can give all that is owed: those who know the pull request first, by difference only.

    Whom somebody else asked stays asked; whom somebody took off is not asked again unless told to (``again``).
    """
    counts = {login: _reviews_of(login, state.reviews) for login in _logins(owed)}
    refused = (
        set()
        if again
        else {
            login
            for login, count in counts.items()
            if _name(login, count) in memory.asked and login.casefold() not in _folded(state.requested)
        }
    )
    spoken = {login for login in counts if _has_judged(login, state)}
    wanted = _fewest(owed, [login for login in counts if login not in refused], state)
    ask = tuple(login for login in wanted if login.casefold() not in _folded(state.requested) and login not in spoken)
    ours = {name.rpartition("#")[0] for name in memory.asked}
    withdraw = tuple(sorted(login for login in state.requested if login in ours and login not in wanted))
    asked = (*memory.asked, *(_name(login, counts[login]) for login in ask))
    return Requests(ask, withdraw, tuple(dict.fromkeys(asked))[-100:])


def _fewest(owed: Sequence[Owed], logins: Sequence[str], state: State) -> list[str]:
    """Greedy: who can give most of what is left; among equals who is involved already, then the people file's order."""
    involved = _folded({*state.requested, *(review.author for review in state.reviews)})
    known = None if state.assignable is None else _folded(state.assignable)
    able = {
        login: {at for at, one in enumerate(owed) if login in {person.github for person in one.able}}
        for login in logins
        if known is None or login.casefold() in known
    }
    wanted: list[str] = []
    left = set(range(len(owed)))
    while able:
        best = max(able, key=lambda login: (len(able[login] & left), login.casefold() in involved))
        given = able.pop(best) & left
        if not given:
            break
        wanted.append(best)
        left -= given
    return wanted


def _has_judged(login: str, state: State) -> bool:
    """Whether somebody has said of this very head what there is to say: asking again would be nagging."""
    return any(
        review.author.casefold() == login.casefold() and review.commit == state.pull.head_sha
        for review in state.reviews
    )


def _logins(owed: Iterable[Owed]) -> list[str]:
    return list(dict.fromkeys(person.github for one in owed for person in one.able))


def _reviews_of(login: str, reviews: Iterable[Review]) -> int:
    return sum(review.author.casefold() == login.casefold() for review in reviews)


def _name(login: str, count: int) -> str:
    return f"{login}#{count}"


def _folded(logins: Collection[str]) -> frozenset[str]:
    return frozenset(login.casefold() for login in logins)


NEED_CITATION = frozenset(
    ("uncited-section", "uncited-statistic", "uncited-treatment-claim", "missing-references", "dangling-citation")
)
"""The findings that a citation settles."""


def labels(
    rules: Iterable[str], blocked: bool, stands: Standing, state: State, settings: BotSettings
) -> dict[str, bool]:
    """Each label of the bot by its name on GitHub, and whether the pull request is to have it.

    ``rules``: of the findings that are new; ``blocked``: whether any of them must be settled.
    """
    owed = {one.role.casefold() for one in stands.owed}
    wanted = {
        "needs_citation": not NEED_CITATION.isdisjoint(rules),
        "needs_medical_review": "medical" in owed,
        "needs_fact_check": "fact-checker" in owed,
        "ready_to_publish": not blocked and stands.is_complete and not state.pull.is_draft,
    }
    return {settings.labels[key]: value for key, value in wanted.items() if settings.labels[key]}
