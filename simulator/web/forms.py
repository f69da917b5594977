"""A small page with one form: as values, and as HTML with everything escaped."""

from functools import cache
from pathlib import Path
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from scenarios.values import Frozen
from simulator.web.asking import language_of

FOLDER = Path(__file__).parent


class Field(Frozen):
    """A box to fill in. ``autocomplete`` tells password keepers what it is."""

    name: str
    label: str
    kind: str = "text"
    autocomplete: str = "off"
    value: str = ""
    hint: str = ""


class Page(Frozen):
    """What stands on the page. Without a ``button`` there is no form."""

    language: str
    title: str
    lead: str = ""
    error: str = ""
    fields: tuple[Field, ...] = ()
    button: str = ""
    way_out: tuple[str, str] | None = None
    """Another way to go: address and label."""
    onward: tuple[str, str] | None = None
    """Where the page's one button leads, where it is no form's: address and label."""
    switch: tuple[str, str] | None = None
    """The same page in the other language: address and label."""


@cache
def _environment() -> Environment:
    return Environment(loader=FileSystemLoader(FOLDER / "templates"), autoescape=True, trim_blocks=True)


def rendered(page: Page, csrf: str = "", theme: str = "", status: int = 200) -> Response:
    """The page as an answer that nobody keeps."""
    html = _environment().get_template("door.html").render(page=page, csrf=csrf, theme=theme)
    return unkept(HTMLResponse(html, status_code=status))


def sent_to(address: str) -> Response:
    """On to another page of ours."""
    return unkept(RedirectResponse(address, status_code=303))


def unkept(answer: Response) -> Response:
    """Neither the browser nor anything in between keeps it."""
    answer.headers["cache-control"] = "no-store"
    return answer


def switched(request: Request, path: str = "") -> tuple[str, str]:
    """The same page, or the one at ``path``, in the other language."""
    other = "en" if language_of(request) == "es" else "es"
    shown = {name: said for name, said in request.query_params.items() if not path or name == "next"}
    address = f"{path or request.url.path}?{urlencode({**shown, 'language': other})}"
    return address, {"es": "Español", "en": "English"}[other]
