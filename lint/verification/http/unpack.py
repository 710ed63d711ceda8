"""A packed body, unpacked to a limit."""

import zlib

from lint.verification.http.exchange import NoAnswerError


class Unpacker:
    """Takes pieces of a body as they come and holds what they unpack to, never more than ``limit`` bytes."""

    def __init__(self, encoding: str, limit: int) -> None:
        if encoding not in ("", "identity", "gzip", "x-gzip"):
            raise NoAnswerError("the answer is packed in a way that was not asked for")
        self._inflater = zlib.decompressobj(zlib.MAX_WBITS | 16) if "gzip" in encoding else None
        self._limit = limit
        self._body = bytearray()

    def add(self, piece: bytes) -> None:
        room = self._limit - len(self._body) + 1  # one more than fits: then it is too much
        try:
            self._body += self._inflater.decompress(piece, room) if self._inflater else piece[:room]
        except zlib.error:
            raise NoAnswerError("the answer is damaged", passing=True) from None
        if len(self._body) > self._limit:
            raise NoAnswerError("the answer is far too large")

    def body(self) -> bytes:
        """All of it; an answer that broke off is no answer."""
        if self._inflater and not self._inflater.eof:
            raise NoAnswerError("the answer broke off", passing=True)
        return bytes(self._body)
