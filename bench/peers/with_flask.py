"""Reports taken in by a small Flask application: one durable row a request, and nothing else that copydesk does."""

import secrets

from flask import Flask, request
from rows import keep

app = Flask(__name__)


@app.post("/feedback")
def send():
    token = secrets.token_urlsafe(24)
    keep(token, request.get_json())
    return {"receipt": f"/receipt/{token}"}, 202
