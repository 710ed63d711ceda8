"""A real browser, what it is asked of a page, and somebody's site, all on this machine."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).parent / "node_modules/axe-core/axe.min.js"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
"""Chromium's options: it runs as root in a container, and asks nobody for anything."""


def program() -> str | None:
    """Where Chromium is; None where it is not installed."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@cache
def _axe() -> str:
    return AXE.read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """What axe-core has against a page as it stands: the rule and the elements."""
    page.evaluate(f"() => {{ {_axe()} }}")
    found: dict[str, Any] = page.evaluate("async () => await axe.run()")
    return [f"{one['id']}: {[node['target'] for node in one['nodes']]}" for one in found["violations"]]


def overflow(page: Page) -> int:
    """How many pixels a page is wider than its window."""
    wider: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return wider


class Site:
    """Somebody's pages, with the headers they send."""

    def __init__(self) -> None:
        self.pages: dict[str, str] = {}
        self.headers: dict[str, str] = {}
        self.url = ""

    @contextmanager
    def open(self) -> Iterator["Site"]:
        """Serves the pages until the block ends."""
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                text = site.pages.get(self.path)
                self.send_response(200 if text else 404)
                for name, value in {"content-type": "text/html; charset=utf-8", **site.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write((text or "").encode())

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{server.server_port}"
        ready = Event()
        thread = Thread(target=lambda: (ready.set(), server.serve_forever(0.05)))
        thread.start()
        ready.wait()
        try:
            yield self
        finally:
            server.shutdown()
            server.server_close()
            thread.join()
