from datetime import date

from lint.verification.asking.plan import Due, plan
from lint.verification.lock import Lock
from lint.verification.record import Answer, Identifier, State

TODAY = date(2026, 11, 22)


def doi(number: int) -> Identifier:
    return Identifier("doi", f"10.5555/{number}")


def held(identifier: Identifier, day: date, state: State = State.FOUND) -> Answer:
    return Answer(identifier, state, asked=day)


def test_what_is_missing_unanswered_or_old_is_asked() -> None:
    lock = Lock()
    lock.put(held(doi(1), date(2026, 11, 1)))
    lock.put(held(doi(2), date(2026, 1, 1)))
    lock.put(held(doi(3), date(2026, 11, 21), State.UNCHECKED))
    lock.put(held(doi(4), date(2026, 11, 21), State.UNKNOWN))
    assert plan(map(doi, range(1, 6)), lock, Due.after(180, TODAY)) == [doi(2), doi(3), doi(5)]


def test_an_answer_of_the_last_day_that_counts_counts() -> None:
    lock = Lock()
    lock.put(held(doi(1), date(2026, 5, 26)))
    assert plan([doi(1)], lock, Due.after(180, TODAY)) == []
    assert plan([doi(1)], lock, Due.after(179, TODAY)) == [doi(1)]


def test_what_an_unfinished_run_has_asked_is_not_asked_again() -> None:
    lock = Lock()
    lock.put(held(doi(1), TODAY))
    assert plan([doi(1)], lock, Due(date(2026, 11, 23))) == [doi(1)]
    assert plan([doi(1)], lock, Due(date(2026, 11, 23), {"doi:10.5555/1"})) == []


def test_no_host_is_asked_twice_in_a_row_while_others_wait() -> None:
    pages = [Identifier("url", f"https://{host}.example.org/{page}") for host in "abc" for page in range(3)]
    asked = plan([*pages, doi(1), doi(2)], Lock(), Due(TODAY))
    assert len(asked) == 11
    assert [one.value.split("/")[2] for one in asked if one.kind == "url"] == [
        f"{host}.example.org" for host in "abc"
    ] * 3
