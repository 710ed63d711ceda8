"""The service on an ephemeral port, and GitHub's deliveries to it."""

import hashlib
import hmac
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from itertools import count
from pathlib import Path

import pytest
import uvicorn
from sqlalchemy import select

from bot.feedback.settings import FeedbackSettings
from bot.feedback.store import Store
from bot.feedback.store.tables import deliveries, errands
from bot.feedback.web.app import Service, app
from bot.feedback.web.articles import Articles
from bot.feedback.web.webhook import PATH, Webhook
from bot.webhook.errand import Errand

SECRET = "an example of a secret"
JSON = "application/json"


def signed(body: bytes, secret: str = SECRET) -> str:
    return f"sha256={hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()}"


@dataclass
class Hook:
    """The service's webhook as GitHub sees it."""

    store: Store
    port: int
    guids: Iterator[int] = field(default_factory=lambda: count(1))

    def send(self, body: bytes, headers: dict[str, str | None]) -> tuple[int, dict[str, str]]:
        """The status, and what was answered."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(
                "POST", PATH, body, {name: value for name, value in headers.items() if value is not None}
            )
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read())
        finally:
            connection.close()

    def deliver(self, event: str, payload: object, guid: str = "", **headers: str | None) -> tuple[int, dict[str, str]]:
        """A delivery with its right signature, unless ``headers`` say otherwise (``_`` for ``-``; None: left out)."""
        body = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
        usual: dict[str, str | None] = {
            "Content-Type": JSON,
            "X-GitHub-Event": event,
            "X-GitHub-Delivery": guid or f"00000000-0000-0000-0000-{next(self.guids):012}",
            "X-Hub-Signature-256": signed(body),
        }
        return self.send(body, usual | {name.replace("_", "-"): value for name, value in headers.items()})

    @property
    def kept(self) -> int:
        with self.store.begin() as connection:
            return len(connection.execute(select(deliveries)).all())

    @property
    def errands(self) -> list[Errand]:
        with self.store.begin() as connection:
            rows = connection.execute(select(errands).order_by(errands.c.id)).all()
        return [Errand(row.repository, row.about, row.installation) for row in rows]


@contextmanager
def served(store: Store, secret: str = SECRET) -> Iterator[Hook]:
    """Answers until the block is left."""
    service = Service(store, Articles(()), FeedbackSettings())
    made = app(service, (Webhook(store, secret).route,))
    server = uvicorn.Server(uvicorn.Config(made, port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    try:
        yield Hook(store, server.servers[0].sockets[0].getsockname()[1])
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    found = Store(f"sqlite:///{tmp_path_factory.mktemp('webhook')}/feedback.db")
    yield found
    found.close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    found = Store(f"sqlite:///{tmp_path}/feedback.db")
    yield found
    found.close()


@pytest.fixture
def hook(store: Store) -> Iterator[Hook]:
    with served(store) as found:
        yield found
