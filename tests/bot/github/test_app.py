"""A GitHub App asks for a token that is good for one repository and no more than the bot needs."""

from collections.abc import Callable

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from bot.github import GitHub, GitHubError, Patience
from bot.github.app import PERMISSIONS, installation_token
from lint.finding import CopydeskError
from tests.github import faults, harness
from tests.github.server import Hub

GRANTED = {**PERMISSIONS, "administration": "write"}


def keys() -> tuple[str, str]:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()
    )
    public = key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    return private.decode(), public.decode()


PRIVATE, PUBLIC = keys()


@pytest.fixture
def ask(hub: Hub) -> Callable[[str], str]:
    hub.store.app_key = PUBLIC
    hub.store.installations[7] = GRANTED

    def ask(key: str) -> str:
        patience = Patience(between_writes=0)
        return installation_token(
            "123", key, 7, harness.REPOSITORY, api=hub.url, patience=patience, wait=len_of, say=print
        )

    return ask


def len_of(_: float) -> None:
    """No waiting."""


def test_a_token_is_narrowed(hub: Hub, ask: Callable[[str], str]) -> None:
    token = ask(PRIVATE)
    assert hub.store.tokens[token].permissions == PERMISSIONS
    assert hub.calls[-1].body["repositories"] == ["health"]
    state = GitHub(harness.REPOSITORY, token, api=hub.url).state(1)
    assert state.me == "copydesk[bot]"


def test_a_lost_answer_is_asked_for_again(hub: Hub, ask: Callable[[str], str]) -> None:
    hub.faults.add(faults.bad_gateway(r"POST /app/.*", after=True))
    assert ask(PRIVATE) in hub.store.tokens


def test_another_apps_key_is_refused(ask: Callable[[str], str]) -> None:
    with pytest.raises(GitHubError, match="401"):
        ask(keys()[0])


def test_a_key_that_is_none_is_said(ask: Callable[[str], str]) -> None:
    with pytest.raises(CopydeskError, match="private key of the GitHub App"):
        ask("secret")
