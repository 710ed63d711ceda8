"""An application that listens, on a free port of this machine."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import uvicorn

from bot.feedback.web.guard import App


@contextmanager
def served(application: App) -> Iterator[str]:
    """The application on a free port of this machine; yields its address."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()  # who asks before the server runs waits for it
        server = uvicorn.Server(
            uvicorn.Config(application, log_level="error", access_log=False, ws="none", lifespan="off")
        )
        thread = Thread(target=server.run, args=([listening],))
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()
