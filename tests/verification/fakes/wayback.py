"""The Wayback Machine: the newest copy of a page."""

from tests.verification.fakes.fake import Answered, Asked, Fake, as_json


class Wayback(Fake):
    """``copies`` has the time (``20130919044612``) of the copy of each address."""

    def __init__(self) -> None:
        super().__init__()
        self.copies: dict[str, str] = {}

    def answer(self, asked: Asked) -> Answered:
        url = asked.query["url"]
        time = self.copies.get(url)
        if time is None:
            return as_json({"url": url, "archived_snapshots": {}})
        address = f"http://web.archive.org/web/{time}/{url}"
        closest = {"status": "200", "available": True, "url": address, "timestamp": time}
        return as_json({"url": url, "archived_snapshots": {"closest": closest}})
