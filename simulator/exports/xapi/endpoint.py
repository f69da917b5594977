"""A learning record store over HTTP: put statements, ask for one. Name and password go into the header, and no log."""

import base64
import json
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Sequence
from http.client import HTTPException
from typing import Any, Protocol

from simulator.exports.xapi.answers import Answer
from simulator.exports.xapi.statements import VERSION, Statement
from simulator.settings import Settings

PATIENCE = 10.0
"""Seconds for an answer, from its first byte to its last."""
LARGEST = 64 * 1024
"""Bytes of an answer that are read."""


class Endpoint(Protocol):
    """Where statements go."""

    def put(self, statements: Sequence[Statement]) -> Answer:
        """Send them, all at once."""

    def held(self, statement_id: str) -> Statement | None:
        """The statement of this id as it stands there; ``None`` where it cannot be had."""


class _NoWayRound(urllib.request.HTTPRedirectHandler):
    """Statements and passwords go where they were told to go, and nowhere else."""

    def redirect_request(self, *_: Any) -> None:
        """Never."""


class HttpEndpoint:
    """A record store. ``url`` is what stands before ``/statements``; ``patience`` are seconds."""

    def __init__(self, url: str, key: str, secret: str, patience: float = PATIENCE) -> None:
        self._url, self._patience, self._hidden = url, patience, (secret, key)
        named = base64.b64encode(f"{key}:{secret}".encode()).decode()
        self._headers = {
            "Authorization": f"Basic {named}", "X-Experience-API-Version": VERSION, "Content-Type": "application/json",
        }  # fmt: skip
        self._opener = urllib.request.build_opener(_NoWayRound)

    def put(self, statements: Sequence[Statement]) -> Answer:
        """Send them, all at once. What fails on the way has status 0."""
        answer = self._ask("", json.dumps(list(statements)).encode())
        return answer.model_copy(update={"words": self._without_secrets(answer.words)})

    def held(self, statement_id: str) -> Statement | None:
        """The statement of this id as it stands there; ``None`` where it cannot be had."""
        answer = self._ask("?" + urllib.parse.urlencode({"statementId": statement_id}), None)
        try:
            found = json.loads(answer.words) if answer.status == 200 else None
        except ValueError:
            return None
        listed = found.get("statements") if isinstance(found, dict) else None
        found = listed[0] if isinstance(listed, list) and len(listed) == 1 else found  # some answer with a list of one
        return found if isinstance(found, dict) else None

    def _ask(self, query: str, body: bytes | None) -> Answer:
        asked = urllib.request.Request(f"{self._url}/statements{query}", body, self._headers)  # noqa: S310 - a checked setting
        until = time.monotonic() + self._patience
        try:
            with self._opener.open(asked, timeout=self._patience) as reply:
                return Answer(status=reply.status, words=self._read(reply, until))
        except urllib.error.HTTPError as error:
            with error:
                return Answer(status=error.code, words=self._read(error, until))
        except (OSError, HTTPException, ValueError) as error:
            return Answer(status=0, words=str(getattr(error, "reason", error)) or "no answer")

    def _read(self, reply: Any, until: float) -> str:
        """What is said, while there is patience; somebody who says it byte by byte is not waited for."""
        read = b""
        try:
            while len(read) < LARGEST and time.monotonic() < until:
                part = reply.read1(4096)
                if not part:
                    break
                read += part
        except (OSError, HTTPException):
            pass
        return read.decode("utf-8", "replace")

    def _without_secrets(self, words: str) -> str:
        for hidden in self._hidden:
            words = words.replace(hidden, "…") if len(hidden) > 3 else words
        return words


def endpoint_of(settings: Settings) -> HttpEndpoint | None:
    """The record store of these settings; ``None`` where none is set."""
    if not settings.lrs_url:
        return None
    return HttpEndpoint(settings.lrs_url, settings.lrs_key, settings.lrs_secret)
