"""What the floor sees of a debtor before it dials: how they have paid. Whether they want to and can is for the call."""

from simulator.catalogue import ScenarioCard
from simulator.i18n import Translator


def seen_before(_: Translator, card: ScenarioCard) -> list[str]:
    """In a few words each: a company, promises broken, and how the account was paid so far."""
    broken = card.history.broken_promises
    return [
        *([_("company")] if card.market == "business" else []),
        _.plural("{n} broken promise", "{n} broken promises", broken) if broken else _paid(_)[card.history.pattern],
    ]


def _paid(_: Translator) -> dict[str, str]:
    return {
        "good_then_stopped": _("used to pay on time"),
        "good_one_open": _("only one payment open"),
        "always_late": _("always pays late"),
        "erratic": _("pays now and then"),
        "never_paid": _("has never paid"),
    }
