"""A body is unpacked to a limit, and one that broke off is no answer."""

import gzip

import pytest

from lint.verification.http import NoAnswerError
from lint.verification.http.unpack import Unpacker

TEXT = b"An example. " * 500
PACKED = gzip.compress(TEXT, mtime=0)


def unpacked(encoding: str, body: bytes, limit: int = 10_000) -> bytes:
    unpacker = Unpacker(encoding, limit)
    for start in range(0, len(body), 7):
        unpacker.add(body[start : start + 7])
    return unpacker.body()


@pytest.mark.parametrize(
    ("encoding", "body"), [("", TEXT), ("identity", TEXT), ("gzip", PACKED)], ids=["bare", "named", "packed"]
)
def test_it_comes_out_whole(encoding: str, body: bytes) -> None:
    assert unpacked(encoding, body) == TEXT
    assert unpacked(encoding, body, len(TEXT)) == TEXT


@pytest.mark.parametrize(
    ("encoding", "body", "why"),
    [
        ("br", b"", "packed in a way that was not asked for"),
        ("gzip", PACKED[:-9], "broke off"),
        ("gzip", b"<!doctype html>", "damaged"),
        ("gzip", gzip.compress(bytes(50_000_000), mtime=0), "far too large"),
        ("", bytes(20_000), "far too large"),
    ],
    ids=["unasked", "cut", "damaged", "bomb", "large"],
)
def test_what_is_no_answer(encoding: str, body: bytes, why: str) -> None:
    with pytest.raises(NoAnswerError, match=why):
        unpacked(encoding, body)


def test_a_bomb_takes_no_room() -> None:
    unpacker = Unpacker("gzip", 1_000)
    with pytest.raises(NoAnswerError, match="far too large"):
        unpacker.add(gzip.compress(bytes(50_000_000)))
    assert len(unpacker._body) <= 1_001
