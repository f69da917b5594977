"""What stands on the four pages, in the visitor's language."""

from starlette.requests import Request

from simulator.access.kept import Account
from simulator.access.passwords import SHORTEST
from simulator.i18n import translator
from simulator.kept import Profile
from simulator.refusals import Refusal
from simulator.web.asking import language_of
from simulator.web.forms import Field, Page


class Stale(Refusal):
    """A form without our mark: open too long, or not ours."""

    def __init__(self) -> None:
        super().__init__(
            es="La página estuvo abierta demasiado tiempo o no se envió desde aquí. Inténtelo otra vez.",
            en="The page was open too long, or was not sent from here. Try again.",
        )


def sign_in(request: Request, form: dict[str, str]) -> Page:
    """Name and password."""
    _ = translator(language_of(request))
    return Page(
        language=_.language, title=_("Sign in"), lead=_("Practise the calls that nobody likes to make."),
        button=_("Sign in"),
        fields=(
            Field(name="name", label=_("Sign-in name"), autocomplete="username", value=form.get("name", "")),
            Field(name="password", label=_("Password"), kind="password", autocomplete="current-password"),
        ),
    )  # fmt: skip


def sign_out(request: Request, form: dict[str, str]) -> Page:
    """A last question, since a mere address must not sign anybody out."""
    _ = translator(language_of(request))
    return Page(
        language=_.language, title=_("Sign out?"), lead=_("What you had saved is safe."), button=_("Sign out"),
        way_out=("/", _("Back to the start")),
    )  # fmt: skip


def invitation(request: Request, form: dict[str, str], profile: Profile, account: Account) -> Page:
    """Choose a password; with the first link, also the name to sign in with."""
    _ = translator(language_of(request))
    hint = _("At least {n} characters. Three or four words that do not belong together are good.", n=SHORTEST)
    new = Field(name="password", label=_("New password"), kind="password", autocomplete="new-password", hint=hint)
    name = Field(
        name="name", label=_("Name to sign in with"), autocomplete="username", value=form.get("name", ""),
        hint=_("Without spaces. Your e-mail address will do."),
    )  # fmt: skip
    known = account.sign_in_name
    lead = _("Choose a new password. You sign in as {name}.", name=known) if known else _("Choose how you sign in.")
    return Page(
        language=_.language, title=_("Hello, {name}", name=profile.name), lead=lead, button=_("Come in"),
        fields=(new,) if known else (name, new),
    )  # fmt: skip


def link_gone(request: Request) -> Page:
    """Instead of a link's page, where the link is of no use any more."""
    _ = translator(language_of(request))
    return Page(language=_.language, title=_("Invitation"), way_out=("/sign-in", _("Sign in")))


def password(request: Request, form: dict[str, str]) -> Page:
    """The old one and the new one."""
    _ = translator(language_of(request))
    hint = _("At least {n} characters. Three or four words that do not belong together are good.", n=SHORTEST)
    return Page(
        language=_.language, title=_("Change password"), lead=_("Your other devices will be signed out."),
        button=_("Change password"), way_out=("/settings", _("Back to the settings")),
        fields=(
            Field(name="old", label=_("Present password"), kind="password", autocomplete="current-password"),
            Field(name="password", label=_("New password"), kind="password", autocomplete="new-password", hint=hint),
        ),
    )  # fmt: skip
