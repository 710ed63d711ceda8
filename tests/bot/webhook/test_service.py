"""The webhook over HTTP: what is taken, what is refused, what is kept."""

import hashlib
import hmac
import json
import os
import re
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.feedback.store import Store
from bot.feedback.web.webhook import PATH
from bot.webhook.delivery import LARGEST
from bot.webhook.errand import Errand
from tests.bot.webhook.conftest import SECRET, Hook, served, signed

PULL = {
    "action": "opened",
    "pull_request": {"number": 7},
    "repository": {"full_name": "example/health"},
    "installation": {"id": 42},
}
ERRAND = Errand("example/health", "pull/7", 42)


def test_a_delivery_is_kept_before_it_is_answered(hook: Hook) -> None:
    assert hook.deliver("pull_request", PULL) == (202, {"status": "kept"})
    assert hook.errands == [ERRAND]


def test_the_same_delivery_is_kept_once(hook: Hook) -> None:
    answers = [hook.deliver("pull_request", PULL, "the-same") for _ in range(3)]
    assert [status for status, _ in answers] == [202] * 3
    assert [said["status"] for _, said in answers] == ["kept", "known", "known"]
    assert (hook.kept, hook.errands) == (1, [ERRAND])


def test_the_same_delivery_at_the_same_time_is_kept_once(hook: Hook) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: hook.deliver("pull_request", PULL, "the-same"), range(16)))
    assert sorted(said["status"] for _, said in answers) == ["kept", *["known"] * 15]
    assert (hook.kept, hook.errands) == (1, [ERRAND])


def test_several_deliveries_for_one_pull_request_are_one_errand(hook: Hook) -> None:
    for action in ("opened", "synchronize", "reopened"):
        hook.deliver("pull_request", PULL | {"action": action, "installation": {"id": 43}})
    assert (hook.kept, hook.errands) == (3, [ERRAND._replace(installation=43)])


def test_without_a_secret_nothing_is_taken(store: Store) -> None:
    with served(store, "") as hook:
        body = json.dumps(PULL).encode()
        for signature in (signed(body, ""), signed(body), None):
            status, said = hook.deliver("pull_request", PULL, X_Hub_Signature_256=signature)
            assert (status, "no webhook secret" in said["error"]) == (503, True)
        assert not hook.kept


def test_a_sha_1_signature_is_refused(hook: Hook) -> None:
    body = json.dumps(PULL).encode()
    older = f"sha1={hmac.new(SECRET.encode(), body, hashlib.sha1).hexdigest()}"
    assert hook.deliver("pull_request", PULL, X_Hub_Signature_256=None, X_Hub_Signature=older)[0] == 401
    assert hook.deliver("pull_request", PULL, X_Hub_Signature_256=older)[0] == 401
    assert not hook.kept


@pytest.mark.parametrize(
    "signature",
    [None, "", "sha256=", "sha256=00", "sha256=\xff", signed(b"{}"), signed(json.dumps(PULL).encode(), "another")],
)
def test_a_missing_or_wrong_signature_is_refused(hook: Hook, signature: str | None) -> None:
    status, said = hook.deliver("pull_request", PULL, X_Hub_Signature_256=signature)
    assert (status, list(said)) == (401, ["error"])
    assert not hook.kept


def test_the_raw_bytes_are_signed(hook: Hook) -> None:
    spaced = json.dumps(PULL, indent=4).encode()
    assert hook.deliver("pull_request", spaced)[0] == 202
    assert hook.deliver("pull_request", spaced, X_Hub_Signature_256=signed(json.dumps(PULL).encode()))[0] == 401


@pytest.mark.parametrize(
    ("payload", "headers", "status"),
    [
        (b"no JSON", {}, 400),
        (b"\xff", {}, 400),
        (b"[" * 100_000, {}, 400),
        (b"[]", {}, 400),
        (b"", {}, 400),
        (PULL, {"X-GitHub-Delivery": None}, 400),
        (PULL, {"X-GitHub-Delivery": "../" * 30}, 400),
        (PULL, {"X-GitHub-Event": None}, 400),
        (PULL, {"Content-Type": "application/x-www-form-urlencoded"}, 415),
        (PULL, {"Content-Type": None}, 415),
    ],
)
def test_what_cannot_be_read_is_refused(
    hook: Hook, payload: object, headers: dict[str, str | None], status: int
) -> None:
    found, said = hook.deliver("pull_request", payload, **headers)
    assert (found, list(said)) == (status, ["error"])
    assert not hook.kept


def test_an_unknown_event_is_acknowledged(hook: Hook) -> None:
    assert hook.deliver("star", PULL) == (202, {"status": "ignored"})
    assert not hook.kept


def test_too_much_is_refused_before_it_is_read(hook: Hook) -> None:
    """Of the body that is announced not a byte is ever sent."""
    head = f"POST {PATH} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nX-Hub-Signature-256: sha256=0\r\n"
    with socket.create_connection(("127.0.0.1", hook.port), timeout=60) as connection:
        connection.sendall(f"{head}Content-Length: {LARGEST + 1}\r\n\r\n".encode())
        assert b" 413 " in connection.recv(100)


def test_a_body_without_length_is_read_no_further_than_allowed(hook: Hook) -> None:
    head = f"POST {PATH} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nX-Hub-Signature-256: sha256=0\r\n"
    chunk = b"100000\r\n" + b" " * 0x100000 + b"\r\n"
    with socket.create_connection(("127.0.0.1", hook.port), timeout=60) as connection:
        connection.sendall(f"{head}Transfer-Encoding: chunked\r\n\r\n".encode())
        for _ in range(LARGEST // 0x100000):
            connection.sendall(chunk)
        connection.sendall(b"1\r\n \r\n")
        assert b" 413 " in connection.recv(100)


def test_what_waits_for_an_installation_goes_with_it(hook: Hook) -> None:
    hook.deliver("pull_request", PULL)
    hook.deliver("pull_request", PULL | {"pull_request": {"number": 8}, "installation": {"id": 43}})
    hook.deliver("installation", {"action": "deleted", "installation": {"id": 42}})
    assert hook.errands == [Errand("example/health", "pull/8", 43)]


@pytest.mark.parametrize("secret", [SECRET, ""])
def test_the_command_takes_the_secret_from_its_environment(tmp_path: Path, secret: str) -> None:
    """What it answered 202 outlives it, though it is killed at once."""
    (tmp_path / "copydesk.toml").write_text("")
    url = f"sqlite:///{tmp_path}/feedback.db"
    command = [sys.executable, "-m", "bot.cli", "serve", "--store", url, "--repo", str(tmp_path), "--port", "0"]
    surroundings = {**os.environ, "COPYDESK_WEBHOOK_SECRET": secret, "PYTHONPATH": str(Path(__file__).parents[3])}
    with subprocess.Popen(command, env=surroundings, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        port = next(int(found[1]) for line in process.stderr if (found := re.search(r"127\.0\.0\.1:(\d+)", line)))
        hook = Hook(Store(url), port)
        status, _ = hook.deliver("pull_request", PULL)
        process.kill()
    assert (status, hook.errands) == ((202, [ERRAND]) if secret else (503, []))
    hook.store.close()
