"""Chromium by a module, a service with two articles and a site with the widget by a test."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from bot.feedback.settings import FeedbackSettings
from bot.feedback.store import Store
from bot.feedback.web.app import Service, app
from bot.feedback.web.articles import Articles
from bot.feedback.web.desk import routes
from tests.browser.chromium import AXE, QUIET, Site, program
from tests.serving import served

TOKEN = "an example of a desk's token"
ARTICLE = "articles/naps.md"
PASSAGE = "A nap of twenty minutes is enough."


def missing(what: str) -> None:
    """Says why the tests are skipped; where all is to be checked, as in CI, that is a failure."""
    line = f"{what}: the widget and the pages are not tried in a browser"
    if os.environ.get("COPYDESK_CHECK_ALL"):
        pytest.fail(line)
    pytest.skip(line)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    # By module: while it runs, no other test of the process could have an event loop of its own.
    if program() is None:
        missing("Chromium is not installed")
    if not AXE.exists():
        missing("axe-core is missing (`make test` fetches it with npm)")
    expect.set_options(timeout=30_000)  # for a machine that is busy with other tests
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def site() -> Iterator[Site]:
    with Site().open() as opened:
        yield opened


class Running(NamedTuple):
    """A service that listens. ``url``: its address."""

    url: str
    store: Store


@pytest.fixture
def service(tmp_path: Path, site: Site) -> Iterator[Running]:
    store = Store(f"sqlite:///{tmp_path}/feedback.db")
    settings = FeedbackSettings(origins=(site.url,))
    made = Service(store, Articles([ARTICLE, "articles/tea.md"]), settings, desk_token=TOKEN)
    with served(app(made, routes(made))) as url:
        yield Running(url, store)
    store.close()


Open = Callable[..., Page]


@pytest.fixture
def tab(chromium: Browser) -> Iterator[Open]:
    """Opens a page in a browser of its own, which says what goes wrong in it."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def opened(url: str, **options: object) -> Page:
        context = chromium.new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(url)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not wrong


@pytest.fixture
def article(site: Site, service: Running) -> Callable[..., str]:
    """The address of a page with the widget."""

    def made(language: str = "en", style: str = "", attributes: str = f'data-article="{ARTICLE}"') -> str:
        site.pages["/naps"] = f"""<!doctype html><html lang="{language}"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1"><title>Naps</title>
            <style>body {{ font: 18px/1.5 Georgia, serif }} {style}</style></head>
            <body><main><article><h1>Naps (an example)</h1><p id="passage">{PASSAGE}</p>
            <p>The rest of the article.</p></article></main>
            <script src="{service.url}/widget.js" {attributes} defer></script></body></html>"""
        return f"{site.url}/naps"

    return made
