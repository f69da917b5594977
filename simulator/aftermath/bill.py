"""What the contact cost, and the late fees: in the case's currency, scaled to the country's minimum wage."""

from collections.abc import Sequence
from decimal import Decimal

from scenarios.case import Case
from scenarios.country import load_country
from simulator.aftermath.assumptions import numbers
from simulator.aftermath.outcome import Costs, Instalment
from simulator.state import State

CENT = Decimal("0.01")


def costs(case: Case, state: State, story: Sequence[Instalment]) -> Costs:
    """The call itself and what had to be done after it: reminders, further calls, letters."""
    given = numbers()
    late = sum(i.outcome == "late" for i in story)
    missed = sum(i.outcome in ("part", "broken") for i in story)
    later = given.reminder_minutes * late + given.chase_minutes * missed
    supervised = given.supervisor_minutes if state.authority_raised else 0
    minutes = given.opening_minutes + given.reply_minutes * state.turn + later + supervised
    letters = missed + (state.agreement is not None)
    paid = (
        minute_of(case, given.agent_wages) * _exact(minutes)
        + minute_of(case, given.supervisor_wages) * _exact(supervised)
        + letter(case) * letters
    )
    return Costs(
        total=paid.quantize(CENT), calls=1 + late + missed, minutes=round(minutes),
        supervisor=state.authority_raised, letters=letters,
    )  # fmt: skip


def late_fees(case: Case, story: Sequence[Instalment], running: bool) -> Decimal:
    """Fees on what was missing of each payment beyond the days of grace; none where they do not run."""
    if not running:
        return Decimal(0)
    given = numbers()
    missing = sum(
        (i.amount if i.outcome == "late" else i.amount - i.came for i in story if _is_charged(i, given.fee_grace)),
        Decimal(0),
    )
    return min((missing * _exact(given.late_fee)).quantize(CENT), case.account.balance)


def minute_of(case: Case, wages: float) -> Decimal:
    """A minute's work at so many minimum wages a month."""
    return wage(case) * _exact(wages) / (_exact(numbers().month_hours) * 60)


def letter(case: Case) -> Decimal:
    """One letter, written and sent."""
    return wage(case) * _exact(numbers().letter_wage)


def wage(case: Case) -> Decimal:
    """The country's monthly minimum wage."""
    return load_country(case.country).minimum_wage.value


def _is_charged(one: Instalment, grace: int) -> bool:
    return one.outcome in ("part", "broken") or one.days_late > grace


def _exact(number: float) -> Decimal:
    return Decimal(str(number))
