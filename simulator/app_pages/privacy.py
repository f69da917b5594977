"""Who sees a call: said on each of its pages."""

from simulator.app_pages.written import plain, show
from simulator.i18n import Translator
from simulator.kept import Mode


def who_sees(_: Translator, mode: Mode) -> str:
    """Who may read an attempt of this kind."""
    if mode == "practice":
        return _("Practice: only you see it, unless you share it.")
    return _("Assessed: you see it, and so do your trainers and managers.")


def draw(_: Translator, mode: Mode, *, assigned: bool = False) -> None:
    """The line above the page's title. Of ``assigned`` practice others learn that it was done."""
    words = who_sees(_, mode)
    if assigned and mode == "practice":
        words = _("Practice: whoever assigned it sees that you did it, and nothing else.")
    if assigned and mode == "assessed":
        words = " ".join([words, _("What is pasted is noted; it changes no score.")])
    show(f'<p class="who-sees {mode}">{plain(words)}</p>')
