"""The pages before the pages where people come in by single sign-on: the way to the provider, and the way back."""

import base64
import binascii
import datetime
import json
from collections.abc import Callable
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from scenarios.values import Frozen
from simulator.access.claims import ClaimMapping, claimed
from simulator.access.refusals import NotForYou, NotProven, ProviderSilent, ShutOut, TurnedBack
from simulator.access.single_sign_on import SingleSignOn
from simulator.access.tokens import fingerprint, new_token, same, seal
from simulator.i18n import translator
from simulator.refusals import Refusal
from simulator.settings import Settings
from simulator.store import Conflict
from simulator.store.doors import Doors
from simulator.web.asking import SESSION, language_of, theme_of
from simulator.web.forms import Page, rendered, sent_to, switched
from simulator.web.provider import Provider
from simulator.web.returning import START, safe

COOKIE, LEAVE, BACK = "acuerdo_sso", "/sso", "/sso-return"
TIME = datetime.timedelta(minutes=10)
"""What somebody may take at the provider's pages."""


class Journey(Frozen):
    """What this browser must bring back: sealed, in a cookie that only the way back is given."""

    state: str
    nonce: str
    verifier: str
    onward: str
    until: float


class SsoEntrance:
    """What the pages work with. ``secret`` seals what the browser carries."""

    def __init__(  # noqa: PLR0913, PLR0917 - these are what stands at this door
        self,
        settings: Settings,
        provider: Provider,
        signing_on: SingleSignOn,
        mapping: ClaimMapping,
        doors: Doors,
        clock: Callable[[], datetime.datetime],
        here: str,
    ) -> None:
        self._settings, self._provider, self._signing_on, self._mapping = settings, provider, signing_on, mapping
        self._doors, self._clock, self._here, self._secret = doors, clock, here, doors.secret("sso")

    async def sign_in(self, request: Request) -> Response:
        """One button, which leads to the provider."""
        return self._page(request)

    async def leave(self, request: Request) -> Response:
        """On to the provider, with what makes its answer ours alone."""
        onward = safe(request.query_params.get("next", START))
        until = (self._clock() + TIME).timestamp()
        journey = Journey(state=new_token(), nonce=new_token(), verifier=new_token(), onward=onward, until=until)
        try:
            address = await run_in_threadpool(
                self._provider.way_in, journey.state, journey.nonce, journey.verifier, language_of(request)
            )
        except ProviderSilent as refusal:
            return self._page(request, refusal, 503)
        answer = sent_to(address)
        answer.set_cookie(
            COOKIE, self._sealed(journey), max_age=int(TIME.total_seconds()), httponly=True, samesite="lax",
            secure=self._settings.https, path=BACK,
        )  # fmt: skip
        return answer

    async def come_back(self, request: Request) -> Response:
        """The provider's answer: a session of ours, or words. Whatever it is, it is good once."""
        try:
            journey, token = await run_in_threadpool(self._entered, request)
        except Refusal as refusal:
            answer = self._page(request, refusal, _STATUS.get(type(refusal), 400))
        else:
            self._signing_on.sessions.leave(request.cookies.get(SESSION))
            answer = sent_to(journey.onward)
            answer.set_cookie(
                SESSION, token, httponly=True, samesite="lax", secure=self._settings.https, path="/"
            )  # fmt: skip
        answer.delete_cookie(COOKIE, path=BACK)
        return answer

    def _entered(self, request: Request) -> tuple[Journey, str]:
        told = request.query_params
        journey = self._unsealed(request.cookies.get(COOKIE, ""))
        if journey is None or not same(told.get("state", ""), journey.state):
            raise NotProven
        self._spend(journey)
        if "error" in told:
            raise TurnedBack
        code = told.get("code", "")
        if not 0 < len(code) <= 4096:
            raise NotProven
        claims = self._provider.claims(code, journey.verifier, journey.nonce, told.get("iss", ""))
        settings = self._settings
        somebody = claimed(claims, self._mapping, settings.sso_role_claim, settings.sso_cohort_claim)
        return journey, self._signing_on.enter(somebody, request.headers.get("user-agent", ""))

    def _spend(self, journey: Journey) -> None:
        """An answer counts once, whoever kept a copy of the cookie. Raises ``NotProven``."""
        now = self._clock()
        try:
            self._doors.count_try(fingerprint(f"state:{journey.state}"), 1, now, now + TIME, None)
        except Conflict:
            raise NotProven from None

    def _sealed(self, journey: Journey) -> str:
        text = base64.urlsafe_b64encode(journey.model_dump_json().encode()).decode()
        return f"{text}.{seal(self._secret, text)}"

    def _unsealed(self, cookie: str) -> Journey | None:
        text, _, mark = cookie[:4096].rpartition(".")
        if not same(mark, seal(self._secret, text)):
            return None
        try:
            journey = Journey.model_validate(json.loads(base64.urlsafe_b64decode(text)))
        except (ValueError, binascii.Error):
            return None
        return journey if self._clock().timestamp() < journey.until else None

    def _page(self, request: Request, refusal: Refusal | None = None, status: int = 200) -> Response:
        _ = translator(language_of(request))
        onward = safe(request.query_params.get("next", START))
        query = urlencode({"next": onward, "language": _.language})
        name = self._settings.sso_name or _("your company account")
        out = self._provider.way_out(f"{self._here}/sign-in")
        page = Page(
            language=_.language, title=_("Sign in"), lead=_("Practise the calls that nobody likes to make."),
            error=refusal.in_language(_.language) if refusal else "",
            onward=(f"{LEAVE}?{query}", _("Continue with {name}", name=name)),
            way_out=(out, _("Sign out there too")) if out else None, switch=switched(request, "/sign-in"),
        )  # fmt: skip
        return rendered(page, "", theme_of(request), status)


_STATUS: dict[type[Refusal], int] = {NotForYou: 403, ShutOut: 403, ProviderSilent: 503}
