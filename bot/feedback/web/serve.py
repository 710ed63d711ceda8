"""Runs the application on uvicorn, in one process or in several; the one place that imports it."""

import gc
import os
from contextlib import suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import uvicorn
from uvicorn.supervisors import Multiprocess

from bot.feedback.metrics.service import SHARED
from bot.feedback.settings import feedback_settings
from bot.feedback.store import Store
from bot.feedback.web.app import Service, app
from bot.feedback.web.articles import articles
from bot.feedback.web.desk import routes as desk
from bot.feedback.web.guard import App
from bot.feedback.web.logs import LOGGING
from bot.feedback.web.webhook import Webhook
from lint.config import load


def serve(
    url: str, repo: Path, host: str, port: int, forwarded: str, desk_token: str, webhook_secret: str, processes: int = 1
) -> None:
    """Serves until it is told to stop, and lets requests that are being answered end first."""
    made = partial(application, url, repo, desk_token, webhook_secret)
    config = uvicorn.Config(
        made if processes > 1 else made(),
        factory=processes > 1,
        host=host,
        port=port,
        workers=processes,
        log_config=LOGGING,
        access_log=False,
        server_header=False,
        proxy_headers=bool(forwarded),
        forwarded_allow_ips=forwarded or None,
        timeout_graceful_shutdown=20,
        timeout_worker_healthcheck=60,  # a process that starts on a busy machine is not a dead one
    )
    if processes == 1:
        with suppress(KeyboardInterrupt):  # it has ended well before it says so
            uvicorn.Server(config).run()
        return
    Store(url).close()  # what is wrong with it is said once
    with TemporaryDirectory() as shared:
        os.environ[SHARED] = shared
        Multiprocess(config, sockets=[config.bind_socket()]).run()


def application(url: str, repo: Path, desk_token: str, webhook_secret: str) -> App:
    """The application of one process, with all that would hold up its first request."""
    settings = feedback_settings(load(repo).feedback)
    service = Service(Store(url), articles(repo), settings, desk_token=desk_token)
    made = app(service, (Webhook(service.store, webhook_secret).route, *desk(service)))
    gc.freeze()  # looking through what is there for good, again and again, would hold requests up
    return made
