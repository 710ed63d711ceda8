"""What a GitHub App asks for itself: a token for one of its installations."""

from tests.github import rules
from tests.github.call import Call, route
from tests.github.faults import Reply
from tests.github.store import Token

APP = "app"
"""The permission that only the app's own signed token has."""


@route("POST", "/app/installations/{installation_id}/access_tokens", APP)
def access_token(call: Call) -> Reply:
    """A token may have less than the installation was granted, never more."""
    granted = call.one(call.store.installations, "installation_id")
    wanted = (call.body or {}).get("permissions", dict(granted))
    if any(granted.get(name) not in (level, "write") for name, level in wanted.items()):
        raise rules.RefusalError(422, "The permissions requested are not granted to this installation.")
    secret = f"ghs_{next(call.store.ids)}"
    call.store.tokens[secret] = Token(f"{call.store.app}[bot]", {**wanted, "metadata": "read"})
    return Reply(201, {"token": secret, "expires_at": "2026-05-26T23:00:00Z", "permissions": wanted})
