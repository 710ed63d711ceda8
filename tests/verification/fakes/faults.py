"""What goes wrong between a registry and us."""

import gzip
from dataclasses import replace

from tests.verification.fakes.fake import Answered, Fault


def too_many(retry_after: str | None = None, **headers: str) -> Fault:
    """429, with or without Retry-After (seconds, or a date: then ``Date`` belongs among the headers)."""
    asked = {} if retry_after is None else {"Retry-After": retry_after}
    return lambda _: Answered(429, b"slow down", "text/plain", {**asked, **headers})


def status(code: int, **headers: str) -> Fault:
    return lambda _: Answered(code, b"something is wrong", "text/plain", headers)


def slow(pause: float = 0.5) -> Fault:
    """The body comes a byte at a time."""
    return lambda right: replace(right, pause=pause)


def cut(right: Answered) -> Answered:
    """The connection closes in the middle of the body."""
    return replace(right, cut=True)


def wrong_type(right: Answered) -> Answered:
    """The right body under a name that says it is something else."""
    return replace(right, type="application/octet-stream")


def redirect(to: str, code: int = 302) -> Fault:
    return lambda _: Answered(code, b"", "text/plain", {"Location": to})


def html(_: Answered) -> Answered:
    """A page for people, as a captive portal or a firewall sends it."""
    return Answered(200, b"<!doctype html><title>Welcome</title><p>Please sign in.", "text/html; charset=utf-8")


def empty(right: Answered) -> Answered:
    return replace(right, body=b"")


def strange(right: Answered) -> Answered:
    """Well-formed, but of a form that nobody announced."""
    body = b"<changed/>" if "xml" in right.type else b'{"version": 9, "payload": [{"changed": true}]}'
    return replace(right, status=200, body=body)


def broken(right: Answered) -> Answered:
    """Half of it."""
    return replace(right, body=right.body[: len(right.body) // 2])


def bomb(right: Answered) -> Answered:
    """A little that unpacks to very much."""
    return replace(right, body=gzip.compress(bytes(40_000_000)), headers={"Content-Encoding": "gzip"})


def endless(right: Answered) -> Answered:
    """Far more than any answer needs."""
    return replace(right, body=b" " * 20_000_000)
