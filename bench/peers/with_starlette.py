"""Reports taken in by a bare Starlette application: one durable row a request, and nothing else that copydesk does."""

import secrets

from rows import keep
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse
from starlette.routing import Route


async def send(request):
    token = secrets.token_urlsafe(24)
    await run_in_threadpool(keep, token, await request.json())
    return JSONResponse({"receipt": f"/receipt/{token}"}, 202)


app = Starlette(routes=[Route("/feedback", send, methods=["POST"])])
