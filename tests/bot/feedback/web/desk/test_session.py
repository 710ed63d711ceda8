"""Sessions of the maintainer's page."""

import pytest

from bot.feedback.web.desk.session import LASTS, TRIES, WINDOW, Attempts, Keys

KEYS = Keys("an example")
NOW = 1_000_000.0


def test_only_the_token_opens() -> None:
    assert KEYS.opens("an example")
    assert not any(KEYS.opens(guess) for guess in ("", "an example ", "än example"))


def test_a_session_ends_by_itself() -> None:
    session = KEYS.session(NOW)
    assert KEYS.is_open(session, NOW + LASTS - 1)
    assert not KEYS.is_open(session, NOW + LASTS)


@pytest.mark.parametrize("forged", ["", ".", "a.b.c", "9999999999.x.", "ü.ü.ü"])
def test_a_forged_session_is_none(forged: str) -> None:
    assert not KEYS.is_open(forged, NOW)


def test_a_longer_life_or_another_token_breaks_the_signature() -> None:
    session = KEYS.session(NOW)
    end, rest = session.split(".", 1)
    assert not KEYS.is_open(f"{int(end) + 1}.{rest}", NOW)
    assert not Keys("a new token").is_open(session, NOW)


def test_a_form_belongs_to_one_session() -> None:
    one, other = KEYS.session(NOW), KEYS.session(NOW)
    assert KEYS.is_ours(KEYS.csrf(one), one)
    assert not KEYS.is_ours(KEYS.csrf(other), one)
    assert not KEYS.is_ours("ü", one)


def test_who_guesses_waits_and_others_do_not() -> None:
    attempts = Attempts()
    for number in range(TRIES):
        assert attempts.wait("guesser", NOW + number) == 0
        attempts.failed("guesser", NOW + number)
    assert attempts.wait("guesser", NOW + TRIES) == WINDOW - TRIES + 1
    assert attempts.wait("other", NOW + TRIES) == 0
    assert attempts.wait("guesser", NOW + WINDOW) == 0


def test_only_so_many_senders_are_remembered() -> None:
    attempts = Attempts()
    for number in range(10_001):
        attempts.failed(str(number), NOW)
    assert len(attempts._failed) == 10_000
