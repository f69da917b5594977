"""Tokens: what a browser or a letter holds. The store keeps only their fingerprints."""

import hashlib
import hmac
import secrets

LONGEST = 100


def new_token() -> str:
    """256 random bits, in letters that an address can hold."""
    return secrets.token_urlsafe(32)


def fingerprint(token: str) -> str:
    """SHA-256 of a token, in 64 hexadecimal digits. A longer text than any token of ours has the empty one's."""
    plain = token if len(token) <= LONGEST else ""
    return hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest()


def seal(secret: str, text: str) -> str:
    """A mark on a text that only who knows the secret can make (HMAC-SHA-256)."""
    return hmac.new(secret.encode(), text.encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def same(one: str, other: str) -> bool:
    """Compared in a time that says nothing of where they differ."""
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))
