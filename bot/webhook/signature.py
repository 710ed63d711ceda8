"""Whether a delivery comes from GitHub: its signature over the raw bytes, SHA-256 only. Pure."""

import hashlib
import hmac

_PREFIX = b"sha256="


def is_genuine(body: bytes, signature: str, secret: str) -> bool:
    """Whether ``X-Hub-Signature-256`` was made of these bytes with this secret; no secret, nothing genuine.

    Compared in constant time. The older ``X-Hub-Signature`` (SHA-1) is looked at nowhere.
    """
    if not secret:
        return False
    made = _PREFIX + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest().encode()
    return hmac.compare_digest(made, signature.encode("utf-8", "replace"))
