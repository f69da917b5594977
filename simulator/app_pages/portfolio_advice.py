"""The words of the advice at the end of a week."""

from simulator.i18n import Translator
from simulator.portfolio.advice import Advice


def told(_: Translator, advice: Advice) -> str:
    """One thing to do better, and why."""
    names = ", ".join(advice.names)
    return {
        "rules": _("Look at the hours and the limits before each contact. Overstepped a rule: {n} ({names}).",
                   n=advice.n, names=names),
        "hold": _("Put on hold those who dispute the debt or need care. Still waiting: {n} ({names}).",
                  n=advice.n, names=names),
        "remind": _("Send a reminder a day or two before a payment falls due. Broken without one: {n} ({names}).",
                    n=advice.n, names=names),
        "afford": _("Ask less at a time. Broken because it was more than what came in: {n} ({names}).",
                    n=advice.n, names=names),
        "neglect": _("Spread your contacts. Left alone for 10 days or more: {n} ({names}).",
                     n=advice.n, names=names),
        "callbacks": _("Keep the days you agree on. Waited in vain: {n} ({names}).", n=advice.n, names=names),
        "decide": _("Decide about what is past 90 days and has no promise. Undecided: {n} ({names}).",
                    n=advice.n, names=names),
        "hours": _("Call people in the afternoon or early evening. Did not answer in the morning: {n} ({names}).",
                   n=advice.n, names=names),
        "small": _("Keep small debts in hand: referring costs more than it brings ({names}).", names=names),
        "idle": _("Use the whole day. Minutes left over: {n}.", n=advice.n),
        "play": _("Play more of the hard calls yourself: up to one a day, twelve in all."),
        "steady": _("Go on like this, and write down after each contact what was agreed and when you will follow up."),
    }[advice.kind]  # fmt: skip
