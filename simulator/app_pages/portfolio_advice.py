"""The words of the advice at the end of a week."""

from simulator.i18n import Translator
from simulator.portfolio.advice import Advice


def told(_: Translator, advice: Advice) -> str:
    """One thing to do better, and why."""
    names = ", ".join(advice.names)
    return {
        "rules": _("Look at the hours and the limits before each contact: {n} overstepped a rule ({names}).",
                   n=advice.n, names=names),
        "hold": _("Put on hold those who dispute the debt or need care: {n} still wait ({names}).",
                  n=advice.n, names=names),
        "remind": _("Send a reminder a day or two before a payment falls due: {n} broke without one ({names}).",
                    n=advice.n, names=names),
        "afford": _("Ask less at a time: {n} promised more than they had coming in ({names}).",
                    n=advice.n, names=names),
        "neglect": _("Spread your contacts: {n} accounts have been left alone for 10 days or more ({names}).",
                     n=advice.n, names=names),
        "callbacks": _("Keep the days you agree on: {n} waited in vain ({names}).", n=advice.n, names=names),
        "decide": _("Decide about what is past 90 days and has no promise: {n} accounts ({names}).",
                    n=advice.n, names=names),
        "hours": _("Call people in the afternoon or early evening: {n} did not answer in the morning ({names}).",
                   n=advice.n, names=names),
        "small": _("Keep small debts in hand: referring costs more than it brings ({names}).", names=names),
        "idle": _("Use the whole day: {n} minutes were left over.", n=advice.n),
        "play": _("Play more of the hard calls yourself: up to one a day, twelve in all."),
        "steady": _("Go on like this, and write down after each contact what was agreed and when you will follow up."),
    }[advice.kind]  # fmt: skip
