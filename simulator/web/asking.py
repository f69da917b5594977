"""What a request says: its form, its language, its browser, and whether it comes from a page of ours."""

from urllib.parse import parse_qsl, urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request

from simulator.refusals import Refusal

LARGEST_FORM = 16 * 1024
SESSION = "acuerdo_session"


class FormTooLarge(Refusal):
    """More than any of our forms holds."""

    def __init__(self) -> None:
        super().__init__(es="El formulario es demasiado grande.", en="The form is too large.")


async def form_of(request: Request) -> dict[str, str]:
    """The form's fields. Raises ``FormTooLarge``."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST_FORM:
            raise FormTooLarge
    return dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=20))


def language_of(request: Request) -> str:
    """As asked for in the address, else as the browser says; Spanish unless it says English."""
    asked = request.query_params.get("language") or request.headers.get("accept-language", "")
    return "en" if asked.strip().lower().startswith("en") else "es"


def theme_of(request: Request) -> str:
    """The look chosen in this browser, if any."""
    chosen = request.cookies.get("acuerdo_theme", "")
    return chosen if chosen in ("light", "dark") else ""


def address_of(request: Request) -> str:
    """The visitor's network address, as the server believes it."""
    return request.client.host if request.client else ""


def from_ours(headers: Headers, public_url: str) -> bool:
    """Whether the browser says that the request comes from a page of ours; without an Origin it says nothing."""
    origin = headers.get("origin")
    if origin is None:
        return headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")
    try:
        host = urlsplit(origin).netloc
    except ValueError:
        return False
    return host != "" and host in (headers.get("host"), urlsplit(public_url).netloc)
