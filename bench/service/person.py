"""Somebody at the pages, as their browser asks: one connection, a session, its secret in every form."""

import json
from collections.abc import Mapping
from http.client import HTTPConnection
from time import monotonic
from typing import Any, NamedTuple
from urllib.parse import urlencode

from bench.service.running import HOST

_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_PATIENCE = 60
_SILENT = 10
"""Seconds after which a connection is not used again."""


class Reply(NamedTuple):
    """What comes back."""

    status: int
    body: bytes
    location: str

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Person:
    """Whoever has the secret of a session."""

    def __init__(self, port: int, session: str) -> None:
        self._cookie = {"Cookie": f"phien={session}"}
        self._connection = HTTPConnection(HOST, port, timeout=_PATIENCE)
        self._secret, self._asked_at = "", 0.0

    def close(self) -> None:
        self._connection.close()

    def get(self, path: str) -> Reply:
        return self._ask("GET", path, None, {})

    def post(self, path: str, form: Mapping[str, Any] | None = None, accept: str = "text/html") -> Reply:
        """Send a form, as the page does or, where JSON is accepted, its script."""
        if not self._secret:
            self._secret = self.get("/phien").json["ma_phien"]
        body = urlencode({"ma_phien": self._secret, **(form or {})}, doseq=True)
        return self._ask("POST", path, body, {"Accept": accept, "X-CSRF": self._secret, **_FORM})

    def _ask(self, method: str, path: str, body: str | None, headers: Mapping[str, str]) -> Reply:
        if monotonic() - self._asked_at > _SILENT:
            self._connection.close()  # the server has closed it, or will
        self._asked_at = monotonic()
        self._connection.request(method, path, body, {**self._cookie, **headers})
        reply = self._connection.getresponse()
        return Reply(reply.status, reply.read(), reply.headers.get("Location", ""))
