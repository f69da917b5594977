"""Who sees a call: said on each of its pages."""

from simulator.app_pages.written import plain, show
from simulator.i18n import Translator
from simulator.kept import Mode


def who_sees(_: Translator, mode: Mode) -> str:
    """Who may read an attempt of this kind."""
    if mode == "practice":
        return _("Practice: only you see it.")
    return _("Assessed: you see it, and so do your trainers and managers.")


def draw(_: Translator, mode: Mode) -> None:
    """The line above the page's title."""
    show(f'<p class="who-sees {mode}">{plain(who_sees(_, mode))}</p>')
