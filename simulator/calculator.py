"""Instalments worked out and held against the creditor's policy. Pure; nothing of the debtor's budget is known here."""

from datetime import date, timedelta
from decimal import Decimal

from pydantic import Field

from scenarios.case import Case, Policy
from scenarios.country import format_date, format_money, is_business_day
from scenarios.values import Frozen, Language, Money
from scoring.reading.date_page import Every
from scoring.reading.schedule import repeated, shares, unit_of
from scoring.reading.values import ReadingContext
from scoring.transcript import AgreedInstalment
from simulator.negotiation import oversteps, raised
from simulator.state import Proposal, State

MOST = 60
"""Payments at most."""
PERIODS: tuple[Every, ...] = ("week", "fortnight", "quincena", "month")


class Terms(Frozen):
    """What is asked of the calculator: ``payments`` counts all of them, the ``down`` payment among them.

    ``total`` is to be paid in all; less than the balance forgives the rest.
    """

    total: Money = Field(gt=0)
    down: Money = Field(default=Decimal(0), ge=0)
    payments: int = Field(ge=1, le=MOST)
    every: Every = "month"
    first: date


class Worked(Frozen):
    """The payments, what is forgiven (per cent of the balance), and the limits of authority that it goes beyond."""

    instalments: tuple[AgreedInstalment, ...]
    forgiven_pct: float = 0.0
    waived: bool = False
    beyond: tuple[str, ...] = ()


def policy_in_force(case: Case, state: State | None) -> Policy:
    """The agent's own authority, or what the supervisor granted in this talk."""
    return raised(case.policy) if state and state.authority_raised else case.policy


def work_out(terms: Terms, case: Case, policy: Policy) -> Worked:
    """The instalments of these terms and whether the policy allows them. They add up to the total exactly."""
    instalments = tuple(
        AgreedInstalment(amount=amount, date=day)
        for amount, day in zip(_amounts(terms, case), dates(terms.first, terms.payments, terms.every), strict=True)
    )
    account = case.account
    waived = bool(account.late_fees) and terms.total == account.balance - account.late_fees
    left = max(account.balance - terms.total, Decimal(0))
    forgiven = 0.0 if waived else round(float(left / account.balance * 100), 2)
    kind = "plan" if len(instalments) > 1 else "lump_sum"
    proposal = Proposal(by="agent", kind=kind, instalments=instalments, discount_pct=forgiven, waived=waived)
    return Worked(
        instalments=instalments, forgiven_pct=forgiven, waived=waived, beyond=oversteps(proposal, case, policy)
    )


def first_day(case: Case) -> date:
    """A week from the day of the call, or the next day on which offices work."""
    day = case.on + timedelta(days=7)
    while not is_business_day(day, case.country):
        day += timedelta(days=1)
    return day


def dates(first: date, payments: int, every: Every) -> tuple[date, ...]:
    """``payments`` days from the first on, one each period."""
    return tuple(day for day in repeated(first, payments, every) if day is not None)


def _amounts(terms: Terms, case: Case) -> tuple[Decimal, ...]:
    """The down payment, then equal ones; the last takes the rounding."""
    unit = unit_of(ReadingContext(country=case.country, currency=case.account.currency))
    down = min(terms.down, terms.total)
    if down and terms.payments > 1:
        return (down, *shares(terms.total - down, terms.payments - 1, unit))
    return shares(terms.total, terms.payments, unit)


LISTED = 4
"""So many payments are told one by one; more of them, where they are alike, by their number and the first day."""
_SERIES: dict[Language, dict[Every, str]] = {
    "es": {
        "week": "Serían {n} pagos semanales de {each}, el primero el {day}",
        "fortnight": "Serían {n} pagos de {each} cada dos semanas, el primero el {day}",
        "quincena": "Serían {n} pagos quincenales de {each}, el primero el {day}",
        "month": "Serían {n} pagos mensuales de {each}, el primero el {day}",
    },
    "en": {
        "week": "It would be {n} weekly payments of {each}, the first on {day}",
        "fortnight": "It would be {n} payments of {each} every two weeks, the first on {day}",
        "month": "It would be {n} monthly payments of {each}, the first on {day}",
    },
}


def sentence(terms: Terms, worked: Worked, case: Case) -> str:
    """The payments as one would propose them, in the case's language."""
    return _series(terms, worked, case) or _list(worked, case)


def _series(terms: Terms, worked: Worked, case: Case) -> str:
    """Many equal payments in a line; empty where they are few, or not alike. The rounding of the last is not told."""
    *alike, __ = (line.amount for line in worked.instalments)
    told = _SERIES[case.language].get(terms.every)
    if len(alike) < LISTED or len(set(alike)) > 1 or told is None:
        return ""
    each, day = format_money(alike[0] or 0, case.country), format_date(terms.first, case.language, case.country)
    return told.format(n=len(worked.instalments), each=each, day=day) + "."


def _list(worked: Worked, case: Case) -> str:
    """Each amount with its day."""
    parts = [_payment(line, case) for line in worked.instalments]
    joint = {"es": " y ", "en": " and "}[case.language]
    listed = joint.join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
    opening = {"es": "Quedaría así: ", "en": "It would be: "}[case.language]
    return f"{opening}{listed}."


def _payment(line: AgreedInstalment, case: Case) -> str:
    assert line.amount is not None
    assert line.date is not None
    day = format_date(line.date, case.language, case.country)
    link = {"es": "el", "en": "on"}[case.language]
    return f"{format_money(line.amount, case.country)} {link} {day}"
