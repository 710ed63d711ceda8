"""``POST /github/webhook``: what GitHub delivers is checked, kept, and answered at once; a worker does the rest."""

import asyncio
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.clock import now
from bot.feedback.store import Store
from bot.feedback.store.deliveries import keep
from bot.webhook.delivery import LARGEST, Delivery, DeliveryError, read
from bot.webhook.signature import is_genuine

PATH = "/github/webhook"


@dataclass(frozen=True, slots=True)
class Webhook:
    """Takes deliveries. ``secret``: the one that the app's settings on GitHub hold; without it nothing is taken."""

    store: Store
    secret: str

    @property
    def route(self) -> Route:
        """For the application's table."""
        return Route(PATH, self.answer, methods=["POST"])

    async def answer(self, request: Request) -> Response:
        """202 when a delivery is on the disk, known already, or none of ours; else why it is refused."""
        given = request.headers
        if not self.secret:
            return _refused(503, "This service takes no deliveries: it has no webhook secret.")
        signature = given.get("x-hub-signature-256", "")
        if not signature:
            return _refused(401, "The delivery is not signed with SHA-256: set a webhook secret on GitHub.")
        if given.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            return _refused(415, "Set the webhook's content type to application/json.")
        body = await _body(request)
        if body is None:
            return _refused(413, f"The delivery is larger than {LARGEST:,} bytes.")
        if not is_genuine(body, signature, self.secret):
            return _refused(401, "The signature is wrong: the secret here and the one on GitHub differ.")
        try:
            delivery = read(given.get("x-github-delivery", ""), given.get("x-github-event", ""), body)
        except DeliveryError as error:
            return _refused(400, f"The delivery cannot be read: {error}.")
        if delivery is None:
            return _taken("ignored")
        return _taken("kept" if await asyncio.to_thread(self._keep, delivery) else "known")

    def _keep(self, delivery: Delivery) -> bool:
        with self.store.begin() as connection:
            return keep(connection, delivery, now())


async def _body(request: Request) -> bytes | None:
    """The body, read no further than is allowed; None where it goes on."""
    length = request.headers.get("content-length", "")
    if length.isdecimal() and int(length) > LARGEST:
        return None
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            return None
    return bytes(body)


def _taken(status: str) -> Response:
    return JSONResponse({"status": status}, 202)


def _refused(status: int, why: str) -> Response:
    return JSONResponse({"error": why}, status)
