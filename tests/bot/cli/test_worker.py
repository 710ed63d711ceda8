"""``copydesk-bot worker``: feedback and reviews do not wait for each other."""

import threading

import pytest

from bot.cli.worker import beside


def test_a_long_step_holds_up_no_other() -> None:
    others = threading.Event()

    def review() -> bool:
        assert others.wait(60)
        return False

    def feedback() -> bool:
        others.set()
        return False

    beside((review, feedback), once=True)


def test_each_is_repeated_until_it_finds_nothing_to_do() -> None:
    left = {"one": 3, "other": 1}

    def step(name: str) -> bool:
        left[name] -= 1
        return left[name] > 0

    beside((lambda: step("one"), lambda: step("other")), once=True)
    assert left == {"one": 0, "other": 0}


def test_a_fault_in_one_ends_all() -> None:
    ended = threading.Event()

    def broken() -> bool:
        raise LookupError("an example")

    def going_on() -> bool:
        return not ended.wait(0.01)

    with pytest.raises(LookupError, match="an example"):
        beside((going_on, broken), once=False)
    ended.set()
