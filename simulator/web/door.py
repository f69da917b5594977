"""The door before the application: without a session nothing but the entrance is reached, and no websocket opens."""

import datetime
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.routing import Route, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from simulator.access.audit import Audit, unaudited
from simulator.access.claims import load_mapping
from simulator.access.invitations import Invitations
from simulator.access.passwords import Passwords
from simulator.access.sessions import Sessions
from simulator.access.signing_in import SigningIn
from simulator.access.single_sign_on import SingleSignOn
from simulator.profiles import Profiles
from simulator.server import address
from simulator.settings import Settings
from simulator.store import Store
from simulator.web.asking import SESSION, from_ours
from simulator.web.csrf import Csrf
from simulator.web.entrance import Entrance
from simulator.web.forms import FOLDER, sent_to, unkept
from simulator.web.returning import safe

OPEN = frozenset({"/healthz", "/readyz", "/metrics", "/acuerdo.css", "/acuerdo.js", "/acuerdo.svg"})
"""Reached by anybody: what says that the server lives, and files in which there is nothing of anybody."""
STATIC = "/static/"
CLOSED = 4401

Handler = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Keepers:
    """What stands at the door."""

    sessions: Sessions
    pages: Mapping[str, Handler]
    """The entrance: its pages by their addresses."""
    public_url: str


class Door:
    """ASGI middleware of the modes in which people sign in."""

    def __init__(self, app: ASGIApp, keepers: Keepers) -> None:
        self._app, self._sessions, self._public_url = app, keepers.sessions, keepers.public_url
        both = ["GET", "POST"]
        routes = [Route(path, page, methods=both) for path, page in keepers.pages.items()]
        self._entrance = Router([*routes, Route("/door.css", _style, methods=["GET"])])
        self._own = frozenset(keepers.pages) | {"/door.css"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve the entrance, pass on whoever has a session, refuse the rest."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
        elif scope["type"] == "http" and scope["path"] in self._own:
            await self._entrance(scope, receive, send)
        elif await self._may_pass(scope):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": CLOSED})
        else:
            await _refused(scope)(scope, receive, send)

    async def _may_pass(self, scope: Scope) -> bool:
        if scope["type"] == "http" and (scope["path"] in OPEN or scope["path"].startswith(STATIC)):
            return True
        asked = HTTPConnection(scope)
        if scope["type"] == "websocket" and not from_ours(Headers(scope=scope), self._public_url):
            return False
        return await run_in_threadpool(self._sessions.who, asked.cookies.get(SESSION)) is not None


def keepers(
    settings: Settings,
    store: Store,
    clock: Callable[[], datetime.datetime],
    passwords: Passwords,
    audit: Audit = unaudited,
) -> Keepers:
    """What ``Door`` is made of, for these settings and this database."""
    csrf = Csrf(store.doors.secret("forms"), https=settings.https, public_url=settings.public_url)
    signing_in = SigningIn(store, clock, passwords, audit)
    profiles = Profiles(store, clock, chosen=False)
    entrance = Entrance(signing_in, Invitations(store, clock, passwords, audit), profiles, csrf)
    if settings.access == "sso":
        pages = {**_by_provider(settings, store, clock, audit), "/sign-out": entrance.sign_out}
    else:
        pages = {
            "/sign-in": entrance.sign_in, "/sign-out": entrance.sign_out, "/invitation": entrance.invitation,
            "/password": entrance.password,
        }  # fmt: skip
    return Keepers(signing_in.sessions, pages, settings.public_url)


def _by_provider(
    settings: Settings, store: Store, clock: Callable[[], datetime.datetime], audit: Audit
) -> dict[str, Handler]:
    """The entrance where the company's single sign-on says who is who: no password is asked for, nor taken."""
    from simulator.web.provider import Provider  # noqa: PLC0415 - only who uses it pays for it
    from simulator.web.sso_entrance import BACK, LEAVE, SsoEntrance  # noqa: PLC0415

    mapping, here = load_mapping(settings.sso_mapping), address(settings)
    lasts = datetime.timedelta(hours=settings.sso_hours)
    signing_on = SingleSignOn(store, clock, mapping, settings.sso_unknown, lasts, audit)
    provider = Provider(settings, here + BACK, clock)
    entrance = SsoEntrance(settings, provider, signing_on, mapping, store.doors, clock, here)
    return {"/sign-in": entrance.sign_in, LEAVE: entrance.leave, BACK: entrance.come_back}


def _refused(scope: Scope) -> Response:
    """A page leads to the entrance and back; anything else is refused."""
    path, query = scope["path"], scope["query_string"].decode("latin-1")
    if scope["method"] not in ("GET", "HEAD") or "/" in path.strip("/") or "." in path:
        return unkept(Response(status_code=401))
    back = safe(f"{path}?{query}" if query else path)
    return sent_to("/sign-in" if back == "/" else f"/sign-in?{urlencode({'next': back})}")


def _style(_: Request) -> Response:
    return Response((FOLDER / "door.css").read_bytes(), media_type="text/css", headers={"cache-control": "no-cache"})
