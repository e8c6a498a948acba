"""Secrets that people and programs hold; only their hash is kept."""

import hashlib
import secrets

_BYTES = 32


def new_secret() -> str:
    """Return a secret of 256 bits that nobody can guess."""
    return secrets.token_urlsafe(_BYTES)


def hash_of(secret: str) -> str:
    """Return what is kept of a secret; a plain hash is enough for what has 256 bits of its own."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
