"""What those who run the installation ask of it: is it alive, can it serve, how is it going."""

import time
from importlib.metadata import version

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from simulator.logs import logger
from simulator.metrics import METRICS
from simulator.settings import Settings
from simulator.store.ready import Readiness

ADDRESSES = ("healthz", "readyz", "metrics")
STREAM = "/_stcore/stream"
_log = logger("watching")


def routes(settings: Settings) -> list[Route]:
    """``/healthz``: the process lives. ``/readyz``: it can serve. ``/metrics``: Prometheus' text."""
    readiness = Readiness(settings.database_url)
    if not METRICS.value("acuerdo_build_info", version=version("acuerdo")):
        METRICS.add("acuerdo_build_info", version=version("acuerdo"))

    def health(_: Request) -> Response:
        return JSONResponse({"ok": True, "version": version("acuerdo")})

    def ready(_: Request) -> Response:
        """The fault goes to the log: to whoever asks, only that there is one."""
        fault = readiness.fault()
        if fault:
            _log.error("not_ready", fault=fault)
            return JSONResponse({"ok": False, "database": "not ready; see the log"}, status_code=503)
        return JSONResponse({"ok": True, "database": "ok"})

    def metrics(_: Request) -> Response:
        return PlainTextResponse(METRICS.text(), media_type="text/plain; version=0.0.4")

    return [Route(f"/{name}", ask) for name, ask in zip(ADDRESSES, (health, ready, metrics), strict=True)]


class Counting:
    """Counts requests, how long they take, and the tabs that are connected."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, and count."""
        if scope["type"] == "http":
            await self._request(scope, receive, send)
        elif scope["type"] == "websocket" and scope["path"] == STREAM:
            METRICS.add("acuerdo_sessions_active")
            try:
                await self.app(scope, receive, send)
            finally:
                METRICS.add("acuerdo_sessions_active", -1)
        else:
            await self.app(scope, receive, send)

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        began, status = time.perf_counter(), 500

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, noted)
        finally:
            METRICS.add("acuerdo_http_requests_total", status=f"{status // 100}xx")
            METRICS.observe("acuerdo_http_request_seconds", time.perf_counter() - began)
