"""That a form was sent from our own page: a random cookie, and in the form a mark on it that only we can make.

The mark also covers the session, so that neither a planted cookie nor a form of before the sign-in is good for it.
"""

from starlette.requests import Request
from starlette.responses import Response

from simulator.access.tokens import fingerprint, new_token, same, seal
from simulator.web.asking import SESSION, from_ours

COOKIE = "acuerdo_form"


class Csrf:
    """Marks and their checking. ``secret`` is the installation's."""

    def __init__(self, secret: str, *, https: bool, public_url: str) -> None:
        self._secret, self.https, self._public_url = secret, https, public_url

    def nonce(self, request: Request) -> str:
        """The browser's random cookie, or a new one."""
        kept = request.cookies.get(COOKIE, "")
        return kept if len(kept) == 43 else new_token()

    def mark(self, request: Request, nonce: str) -> str:
        """What the form carries."""
        session = fingerprint(request.cookies.get(SESSION, ""))
        return seal(self._secret, f"{nonce}:{session}")

    def holds(self, request: Request, form: dict[str, str]) -> bool:
        """Whether the form is our page's, in this browser, for this session."""
        nonce = request.cookies.get(COOKIE, "")
        marked = bool(nonce) and same(form.get("csrf", ""), self.mark(request, nonce))
        return marked and from_ours(request.headers, self._public_url)

    def remember(self, answer: Response, nonce: str) -> Response:
        """Give the cookie with the page."""
        answer.set_cookie(COOKIE, nonce, httponly=True, samesite="lax", secure=self.https, path="/")
        return answer
