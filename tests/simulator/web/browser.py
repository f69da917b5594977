"""A browser of few lines: asks an ASGI application, keeps its cookies, reads its forms."""

import asyncio
import re
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode

from starlette.datastructures import Headers
from starlette.types import ASGIApp

HOST = "acuerdo.example"


class Answer:
    """A status, headers and a text."""

    def __init__(self, sent: list[dict[str, Any]]) -> None:
        self.status = int(sent[0]["status"])
        self.headers = Headers(raw=sent[0]["headers"])
        self.text = b"".join(one.get("body", b"") for one in sent[1:]).decode()

    @property
    def csrf(self) -> str:
        found = re.search(r'name="csrf" value="(\w+)"', self.text)
        return found.group(1) if found else ""

    @property
    def refusal(self) -> str:
        found = re.search(r'role="alert">([^<]*)<', self.text)
        return found.group(1) if found else ""

    @property
    def set_cookies(self) -> list[str]:
        return self.headers.getlist("set-cookie")


class Browser:
    """One browser at one network address."""

    def __init__(self, app: ASGIApp, address: str = "10.0.0.1") -> None:
        self.app, self.address, self.cookies = app, address, dict[str, str]()

    def get(self, path: str, **headers: str) -> Answer:
        return self._ask("GET", path, b"", headers)

    def post(self, path: str, form: dict[str, str] | bytes, **headers: str) -> Answer:
        body = form if isinstance(form, bytes) else urlencode(form).encode()
        return self._ask("POST", path, body, {"origin": f"https://{HOST}", **headers})

    def fill_in(self, path: str, **form: str) -> Answer:
        """Open a form and send it, as a person does."""
        return self.post(path, {**form, "csrf": self.get(path).csrf})

    def opens_websocket(self, **headers: str) -> bool:
        scope = self._scope("websocket", "/_stcore/stream", {"origin": f"https://{HOST}", **headers})
        return self._run(scope, b"")[0]["type"] == "websocket.accept"

    def _ask(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Answer:
        answer = Answer(self._run({**self._scope("http", path, headers), "method": method}, body))
        for line in answer.set_cookies:
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.value
        return answer

    def _scope(self, kind: str, path: str, headers: dict[str, str]) -> dict[str, Any]:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        told = {"host": HOST, "cookie": cookies, **{k.replace("_", "-"): v for k, v in headers.items()}}
        path, _, query = path.partition("?")
        return {
            "type": kind, "asgi": {"version": "3.0"}, "http_version": "1.1", "scheme": "http", "path": path,
            "raw_path": path.encode(), "root_path": "", "query_string": query.encode(), "client": (self.address, 5),
            "server": (HOST, 80), "headers": [(k.encode(), v.encode("latin-1")) for k, v in told.items()],
        }  # fmt: skip

    def _run(self, scope: dict[str, Any], body: bytes) -> list[dict[str, Any]]:
        sent: list[dict[str, Any]] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request" if scope["type"] == "http" else "websocket.connect", "body": body}

        async def send(message: Any) -> None:
            sent.append(message)

        asyncio.run(self.app(scope, receive, send))  # type: ignore[arg-type]
        return sent
