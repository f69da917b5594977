"""How often payments come, in words."""

from scoring.reading.date_page import Every
from simulator.i18n import Translator


def period(_: Translator, every: Every) -> str:
    """A period's name."""
    return {
        "week": _("every week"),
        "fortnight": _("every two weeks"),
        "quincena": _("on the 15th and the last day of the month"),
        "month": _("every month"),
    }[every]
