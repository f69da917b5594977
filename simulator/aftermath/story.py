"""One story of the weeks after a call, drawn from the case's seed. Equal inputs tell an equal story."""

from datetime import date, timedelta
from decimal import Decimal

import numpy as np

from scenarios.case import Case
from scenarios.country import is_business_day
from scenarios.scenario import Scenario
from scoring.transcript import FollowUp
from simulator.affordability import round_down
from simulator.aftermath import bill, telling
from simulator.aftermath.assumptions import assumptions, numbers
from simulator.aftermath.chances import BROKEN, KEPT, LATE, PART
from simulator.aftermath.draws import Drawn, draw
from simulator.aftermath.outcome import Aftermath, Instalment, Kept, Status
from simulator.aftermath.referring import referral, referred
from simulator.aftermath.relationship import complains, goodwill
from simulator.aftermath.schedule import HELD, RESTING, Schedule, schedule
from simulator.aftermath.sentences import luck
from simulator.state import State

NAMES: dict[int, Kept] = {KEPT: "kept", LATE: "late", PART: "part", BROKEN: "broken"}
DONE: frozenset[Status] = frozenset({"kept", "settled"})
DAYS_A_MONTH = 30
CHASED_WITHIN = 3
"""Days after the last payment in which the debtor is called where something did not come whole."""


def aftermath(scenario: Scenario, case: Case, state: State, follow_up: FollowUp | None = None) -> Aftermath:
    """The weeks after the call, told in the case's language. The note may hand the account on or name the next day."""
    plan = schedule(case, state)
    columns = [luck(case, n).random() for n in range(len(plan.dues) + 1)]
    drawn = draw(plan, state, np.array([columns]))
    paid = _instalments(plan, drawn)
    figures = _figures(scenario, case, state, follow_up, (plan, paid, _as_paid(drawn.of_itself[0])))
    return figures.model_copy(update={"story": telling.story(case, state, figures)})


def _figures(
    scenario: Scenario,
    case: Case,
    state: State,
    follow_up: FollowUp | None,
    played: tuple[Schedule, tuple[Instalment, ...], Decimal],
) -> Aftermath:
    plan, paid, extra = played
    recovered = min(sum((i.came for i in paid), extra), plan.most)
    status = _status(case, state, plan, paid)
    forgiven = case.account.balance - recovered if status == "settled" else Decimal(0)
    left = case.account.balance - recovered - forgiven
    withdrawn = bool(state.beyond_authority)
    to = referred(state, follow_up, case.language) if status in ("nothing_agreed", "withdrawn", "broken") else None
    return Aftermath(
        assumptions=assumptions().version, kind=plan.kind, status=status, promised=plan.promised, recovered=recovered,
        recovered_share=_share(recovered, case.account.balance), forgiven=forgiven, open=left,
        late_fees=bill.late_fees(case, paid, status not in ("held", "resting") and plan.kind != "pause"),
        costs=bill.costs(case, state, paid), goodwill=goodwill(scenario, state, paid, withdrawn),
        complaint=complains(state), withdrawn=withdrawn, months=_months(case, paid),
        next_contact=_next_contact(scenario, case, status, follow_up, (paid, left)), unprompted=extra,
        instalments=paid, referral=referral(case, to, left) if to and left else None,
    )  # fmt: skip


def _instalments(plan: Schedule, drawn: Drawn) -> tuple[Instalment, ...]:
    told = []
    for due, paid, came in zip(plan.dues, drawn.payments, drawn.came, strict=True):
        outcome = NAMES[int(paid.outcome[0])]
        whole = outcome in ("kept", "late")
        money = due.amount if whole else _as_paid(came[0])
        if not money:
            outcome = "broken"
        told.append(
            Instalment(
                date=due.date, amount=due.amount, outcome=outcome, paid=whole, came=money,
                days_late=int(paid.days_late[0]), taken=round(due.taken, 2),
            )
        )  # fmt: skip
    return tuple(told)


def _status(case: Case, state: State, plan: Schedule, paid: tuple[Instalment, ...]) -> Status:
    if state.disposition in RESTING:
        return "resting"
    if state.beyond_authority:
        return "withdrawn"
    if state.disposition in HELD and not paid:
        return "held"
    if plan.kind == "pause":
        return "paused"
    if not paid:
        return "nothing_agreed"
    if all(i.paid for i in paid):
        in_time = all(i.days_late <= numbers().settlement_grace for i in paid)
        return "kept" if plan.kind != "settlement" else "settled" if in_time else "partly_kept"
    return "partly_kept" if any(i.came for i in paid) else "broken"


def _next_contact(
    scenario: Scenario,
    case: Case,
    status: Status,
    follow_up: FollowUp | None,
    left: tuple[tuple[Instalment, ...], Decimal],
) -> date | None:
    """When the debtor is to be spoken to again: after the last payment, as noted, or as the scenario asks."""
    paid, still_open = left
    if status == "resting" or not still_open:
        return None
    if status == "held":
        return _business_day(case.on + timedelta(days=numbers().review_days), case)
    if paid:
        usual = scenario.follow_up.next_action_within_days
        days = timedelta(days=usual if all(i.paid for i in paid) else min(usual, CHASED_WITHIN))
        return _business_day(paid[-1].date + days, case)
    noted = follow_up.next_date if follow_up else None
    days = timedelta(days=max(scenario.follow_up.next_action_within_days, 1))
    return noted if noted and noted > case.on else _business_day(case.on + days, case)


def _business_day(day: date, case: Case) -> date:
    while not is_business_day(day, case.country):
        day += timedelta(days=1)
    return day


def _months(case: Case, paid: tuple[Instalment, ...]) -> int:
    came = [i.date + timedelta(days=i.days_late) for i in paid if i.came]
    return -(-(max(came) - case.on).days // DAYS_A_MONTH) if came else 0


def _share(recovered: Decimal, balance: Decimal) -> float:
    return float(round(recovered / balance, 3)) if balance else 0.0


def _as_paid(amount: float) -> Decimal:
    """A round amount at most so large, as people pay what they were not asked for to the cent."""
    return round_down(Decimal(str(round(float(amount), 2))))
