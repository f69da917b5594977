"""Offers of a directed player, who knows what the debtor can pay: one that fits, or one that cannot."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from scenarios.scenario import Moment
from simulator.affordability import capacity, paydays
from simulator.trials.move import Move
from simulator.trials.terms import Terms, affordable, at_once, equal_payments
from simulator.trials.view import View
from simulator.trials.wants import Want


def offer_for(view: View, moment: Moment, want: Want) -> Iterator[Move]:
    """Offers that would have the debtor accept, counter or refuse."""
    if moment in ("counter", "refuse_means"):
        yield Move(("lump_sum",), terms=at_once(view.case))
        return
    single = _once(view)
    several = affordable(view.case, view.scenario.debtor.reservation * view.rng.uniform(0.8, 1.0))
    wanted = {(a.sign, a.value) for way in want.ways for a in way if a.name == "instalments"}
    only_one = any(sign in ("==", "<", "<=") for sign, _ in wanted)
    if several and several.count == 1 and any(sign in (">", ">=") for sign, _ in wanted):
        several = equal_payments(view.case, 2)  # who could pay it all at once may be offered parts all the same
    if single and (only_one or not several):
        yield Move(("lump_sum",), terms=single)
    if several and (not only_one or not single):
        yield Move(("offer_instalments",), terms=several)
    elif single and not only_one:
        yield Move(("lump_sum",), terms=single)


def _once(view: View) -> Terms | None:
    """The whole balance on the first payday by which it can be there, within a year; ``None`` where it never is."""
    case = view.case
    share = Decimal(str(view.scenario.debtor.reservation))
    for day in paydays(case.budget, case.on, case.on + timedelta(days=365)):
        if capacity(case.budget, case.on, day) * share >= case.account.balance:
            return Terms(1, case.account.balance, day, "month")
    return None
