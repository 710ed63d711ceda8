"""Web pages: each path has a status, and may lead elsewhere or refuse HEAD."""

from tests.verification.fakes.fake import Answered, Asked, Fake

_PAGE = b"<!doctype html><title>An example page</title>"


class Pages(Fake):
    """``statuses`` by path (200 unless set), ``moved`` to (status, address), ``heads`` what HEAD gets instead."""

    def __init__(self) -> None:
        super().__init__()
        self.statuses: dict[str, int] = {}
        self.moved: dict[str, tuple[int, str]] = {}
        self.heads: dict[str, int] = {}

    def answer(self, asked: Asked) -> Answered:
        if asked.path in self.moved:
            status, address = self.moved[asked.path]
            return Answered(status, b"", "text/html", {"Location": address})
        status = self.statuses.get(asked.path, 200)
        if asked.method == "HEAD":
            status = self.heads.get(asked.path, status)
        return Answered(status, _PAGE, "text/html; charset=utf-8")
