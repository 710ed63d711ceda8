"""Runs the application on uvicorn; the one place that imports it."""

import gc
from pathlib import Path

import uvicorn

from bot.feedback.reading.lexicon import lexicon
from bot.feedback.settings import feedback_settings
from bot.feedback.store import Store
from bot.feedback.web.app import Service, app
from bot.feedback.web.articles import articles
from bot.feedback.web.desk import routes as desk
from bot.feedback.web.logs import LOGGING
from bot.feedback.web.webhook import Webhook
from lint.config import load


def serve(url: str, repo: Path, host: str, port: int, forwarded: str, desk_token: str, webhook_secret: str) -> None:
    """Serves until it is told to stop, and lets requests that are being answered end first."""
    settings = feedback_settings(load(repo).feedback)
    service = Service(Store(url), articles(repo), settings, desk_token=desk_token)
    lexicon("crisis")  # no reader waits for the phrases
    gc.freeze()  # what is there now stays: looking it through again and again would hold requests up
    uvicorn.run(
        app(service, (Webhook(service.store, webhook_secret).route, *desk(service))),
        host=host,
        port=port,
        log_config=LOGGING,
        access_log=False,
        server_header=False,
        proxy_headers=bool(forwarded),
        forwarded_allow_ips=forwarded or None,
        timeout_graceful_shutdown=20,
    )
