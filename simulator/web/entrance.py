"""The four pages: sign in, sign out, invitation, password. Each shows a form, asks one use-case, and goes on."""

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from simulator.access.invitations import Invitations
from simulator.access.refusals import LinkGone, NotLetIn, TooManyTries
from simulator.access.signing_in import SigningIn
from simulator.profiles import Profiles
from simulator.refusals import Refusal
from simulator.web import pages
from simulator.web.asking import SESSION, FormTooLarge, address_of, form_of, language_of, theme_of
from simulator.web.csrf import Csrf
from simulator.web.forms import Page, rendered, sent_to, switched
from simulator.web.returning import START, safe

Deed = Callable[[Request, dict[str, str]], Response]
Drawing = Callable[[Request, dict[str, str]], Page]


class Entrance:
    """What the pages work with."""

    def __init__(self, signing_in: SigningIn, invitations: Invitations, profiles: Profiles, csrf: Csrf) -> None:
        self._signing_in, self._invitations, self._profiles, self._csrf = signing_in, invitations, profiles, csrf
        self._sessions, self._https = signing_in.sessions, csrf.https

    async def sign_in(self, request: Request) -> Response:
        """Name and password; then on to the page that was asked for."""
        return await self._form(request, pages.sign_in, self._enter)

    async def sign_out(self, request: Request) -> Response:
        """End this browser's session."""
        return await self._form(request, pages.sign_out, self._leave)

    async def invitation(self, request: Request) -> Response:
        """Choose a password with a one-time link."""
        return await self._form(request, self._welcome, self._accept)

    async def password(self, request: Request) -> Response:
        """Change one's own password."""
        if await run_in_threadpool(self._sessions.who, request.cookies.get(SESSION)) is None:
            return sent_to("/sign-in")
        return await self._form(request, pages.password, self._change)

    async def _form(self, request: Request, draw: Drawing, do: Deed) -> Response:
        """Show the form, or do what it asks; what is refused is said above it, and nothing but passwords is lost."""
        try:
            form = await form_of(request) if request.method == "POST" else {}
        except FormTooLarge as refusal:
            return await self._shown(request, draw, {}, refusal, 413)
        except ValueError:  # more fields than any form of ours has
            return await self._shown(request, draw, {}, pages.Stale(), 403)
        if request.method != "POST":
            return await self._shown(request, draw, form)
        if not self._csrf.holds(request, form):
            return await self._shown(request, draw, form, pages.Stale(), 403)
        try:
            return await run_in_threadpool(do, request, form)
        except Refusal as refusal:
            return await self._shown(request, draw, form, refusal, _status(refusal))

    async def _shown(
        self, request: Request, draw: Drawing, form: dict[str, str], refusal: Refusal | None = None, status: int = 200
    ) -> Response:
        try:
            page = await run_in_threadpool(draw, request, form)
        except LinkGone as gone:
            page, refusal, status = pages.link_gone(request), gone, 410
        words = refusal.in_language(page.language) if refusal else ""
        nonce = self._csrf.nonce(request)
        page = page.model_copy(update={"error": words, "switch": switched(request)})
        answer = rendered(page, self._csrf.mark(request, nonce), theme_of(request), status)
        if isinstance(refusal, TooManyTries):
            answer.headers["retry-after"] = str(refusal.seconds)
        return self._csrf.remember(answer, nonce)

    def _enter(self, request: Request, form: dict[str, str]) -> Response:
        browser = request.headers.get("user-agent", "")
        token = self._signing_in.enter(form.get("name", ""), form.get("password", ""), address_of(request), browser)
        return self._let_in(request, token, safe(request.query_params.get("next", START)))

    def _leave(self, request: Request, form: dict[str, str]) -> Response:
        self._sessions.leave(request.cookies.get(SESSION))
        answer = sent_to("/sign-in")
        answer.delete_cookie(SESSION, path="/")
        return answer

    def _welcome(self, request: Request, form: dict[str, str]) -> Page:
        profile, account = self._invitations.whose(request.query_params.get("token", ""))
        return pages.invitation(request, form, profile, account)

    def _accept(self, request: Request, form: dict[str, str]) -> Response:
        token = request.query_params.get("token", "")
        given = form.get("name", ""), form.get("password", "")
        profile, account = self._invitations.whose(token)
        profile_id = self._invitations.accept(token, *given, address_of(request))
        if account.sign_in_name is None:  # somebody new reads the language in which they came in
            spoken = profile.model_copy(update={"language": language_of(request)})
            self._profiles.save(self._profiles.actor(profile_id), spoken)
        return self._let_in(request, self._sessions.open(profile_id, request.headers.get("user-agent", "")), START)

    def _change(self, request: Request, form: dict[str, str]) -> Response:
        token = request.cookies.get(SESSION, "")
        profile = self._sessions.who(token)
        if profile is None:
            raise NotLetIn
        actor = self._profiles.actor(profile.id)
        self._signing_in.change_password(
            actor, form.get("old", ""), form.get("password", ""), token, address_of(request)
        )
        return sent_to("/settings")

    def _let_in(self, request: Request, token: str, to: str) -> Response:
        """A new session under a new token, whatever the browser brought; what it brought ends."""
        self._sessions.leave(request.cookies.get(SESSION))
        answer = sent_to(to)
        answer.set_cookie(SESSION, token, httponly=True, samesite="lax", secure=self._https, path="/")
        return answer


def _status(refusal: Refusal) -> int:
    return {NotLetIn: 401, TooManyTries: 429, LinkGone: 410}.get(type(refusal), 400)
