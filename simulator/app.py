"""The web application: Streamlit inside plain ASGI, with our own front page, health checks and security headers."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import streamlit
import streamlit.logger
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config
from streamlit.starlette import App

from simulator import logs, watching
from simulator.access.audit import audited
from simulator.access.passwords import Passwords
from simulator.app_pages.opening import instant
from simulator.settings import Settings
from simulator.store.store import Store
from simulator.studio.editor_words import editor_words
from simulator.web.door import Door, keepers

PAGES = resources.files("simulator.app_pages")
SCRIPT = Path(str(PAGES)) / "main.py"
STATIC = Path(streamlit.__file__).parent / "static" / "index.html"

SCRIPTS = ("acuerdo.js", "tongue.js", "talk.js", "voice.js", "connection.js", "scorecard.js", "studio.js")
"""In this order: the later build on the first."""
STYLES = (
    "acuerdo.css",
    "scorecard.css",
    "improving.css",
    "assign.css",
    "floor.css",
    "studio.css",
    "team.css",
    "review.css",
)
LOADED = ("editor.js",)
"""Scripts that a page fetches where it needs them."""
ASSETS = (
    {"acuerdo.svg": "image/svg+xml"}
    | dict.fromkeys(STYLES, "text/css")
    | dict.fromkeys(SCRIPTS + LOADED, "text/javascript")
)

VIEWPORT = "interactive-widget=resizes-content"
"""A keyboard on the screen makes the page smaller in place of covering it, where the browser knows how."""

LOCAL = ("localhost", "127.0.0.1", "::1")

POLICY = "; ".join(
    (
        "default-src 'self'", "script-src 'self' blob:", "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:", "font-src 'self' data:", "connect-src 'self' ws: wss:", "worker-src 'self' blob:",
        "object-src 'none'", "base-uri 'self'", "form-action 'self'", "frame-ancestors 'none'",
    )
)  # fmt: skip
"""No page may fetch from, send to, or be framed by anybody else. Styles are set inline by the framework."""

HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "permissions-policy": "camera=(), geolocation=(), microphone=(self)",
    "cross-origin-opener-policy": "same-origin",
}


def create_app(settings: Settings) -> App:
    """The ASGI application. The framework's options are set for the whole process: make one app a process."""
    configure(settings)
    _logged_as_ours()
    assets = [Route(f"/{name}", _asset(name, kind)) for name, kind in ASSETS.items()]
    return App(
        SCRIPT,
        routes=[*watching.routes(settings), *assets, Route("/editor-words.json", _editor_words)],
        middleware=[
            Middleware(watching.Counting),
            Middleware(SecurityHeaders),
            *_door(settings),
            Middleware(FrontPage),
        ],
    )


def _door(settings: Settings) -> list[Middleware]:
    """The door of the mode *accounts*; in solo mode there is none."""
    if settings.access == "solo":
        return []
    store = Store.open(settings.database_url)
    return [Middleware(Door, keepers(settings, store, instant, Passwords(), audited(store, instant)))]


def configure(settings: Settings) -> None:
    """Give the framework its options: those of ``streamlit.toml``, and the address of these settings."""
    ours = options() | {"server.address": settings.address, "server.port": settings.port}
    if settings.address in LOCAL and not settings.public_url:
        ours["server.allowedHosts"] = list(LOCAL)
    config.get_config_options(force_reparse=True, options_from_flags=ours)


def _logged_as_ours() -> None:
    """The framework gives each of its loggers a handler that writes plain lines, those that it makes later too."""
    streamlit.logger.setup_formatter = logs.adopt
    streamlit.logger.update_formatter()


def options() -> dict[str, Any]:
    """What ``streamlit.toml`` says, by dotted names."""
    return _flat(tomllib.loads(resources.files("simulator").joinpath("streamlit.toml").read_text("utf-8")))


def _flat(table: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """Nested tables as dotted names."""
    flat: dict[str, Any] = {}
    for name, value in table.items():
        flat |= _flat(value, f"{prefix}{name}.") if isinstance(value, dict) else {f"{prefix}{name}": value}
    return flat


def _asset(name: str, kind: str) -> Any:
    def asset(_: Request) -> Response:
        return Response(PAGES.joinpath(name).read_bytes(), media_type=kind, headers={"cache-control": "no-cache"})

    return asset


def _editor_words(request: Request) -> Response:
    language = "es" if request.query_params.get("language", "").startswith("es") else "en"
    return JSONResponse(editor_words(language), headers={"cache-control": "no-cache"})


@cache
def front_page() -> bytes:
    """The framework's page with our title, style and script, and without its inline script."""
    page = STATIC.read_text("utf-8")
    start = page.index("<script>\n      window.prerenderReady")
    end = page.index("</script>", start) + len("</script>")
    styles = "".join(f'<link rel="stylesheet" href="./{name}" />' for name in STYLES)
    scripts = "".join(f'<script src="./{name}"></script>' for name in SCRIPTS)
    page = page[:start] + styles + scripts + page[end:]
    page = page.replace("shrink-to-fit=no", VIEWPORT, 1)
    page = page.replace("<title>Streamlit</title>", "<title>Acuerdo</title>").replace('lang="en"', 'lang="es"', 1)
    return page.replace("./favicon.png", "./acuerdo.svg").encode()


class FrontPage:
    """Answers every address of a page with our front page; all else goes on."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, or pass on."""
        if scope["type"] == "http" and scope["method"] in ("GET", "HEAD") and is_page(scope["path"]):
            page = Response(front_page(), media_type="text/html", headers={"cache-control": "no-cache"})
            await page(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def is_page(path: str) -> bool:
    """A page's address has one segment and no dot; the framework's own addresses have more."""
    name = path.strip("/")
    return name not in watching.ADDRESSES and "/" not in name and "." not in name


class SecurityHeaders:
    """Adds the security headers to every HTTP answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve with headers."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = {name for name, _ in message["headers"]}
                ours = [(k.encode(), v.encode()) for k, v in HEADERS.items() if k.encode() not in given]
                message = {**message, "headers": [*message["headers"], *ours]}
            await send(message)

        await self.app(scope, receive, send_with_headers)
