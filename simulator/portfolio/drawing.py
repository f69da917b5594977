"""Sixty accounts from the library's scenarios: seed and day decide all of them."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from scenarios.case import Case, Payment
from scenarios.country import is_business_day
from scenarios.draws import stream
from scenarios.generation import countries_of, generate_case, languages_in
from scenarios.scenario import Scenario
from scenarios.values import Country, Frozen, Language
from simulator.portfolio.account import Account, Channel, Due, Line, Mark, Promise
from simulator.portfolio.assumptions import assumed
from simulator.portfolio.portfolio import DAYS_A_WEEK, Portfolio
from simulator.refusals import Refusal

SIZE, WEEKS = 60, 4
DISPUTES = frozenset({"dispute", "disputed", "disputing", "fraud", "paid", "identity", "complaint"})
CARE = frozenset({"risk", "ill", "illness", "bereaved", "vulnerable", "executor"})
"""Words of archetypes that call for a hold: a dispute to settle, a person to spare."""


class NothingToDraw(Refusal):
    """The library has no scenario for the country in the language."""

    def __init__(self) -> None:
        super().__init__(
            es="No hay casos de ese país en ese idioma. Elija otro país.",
            en="There are no cases of that country in that language. Choose another country.",
        )


class Wanted(Frozen):
    """What decides a portfolio: nothing else does. ``on`` is the day from which its first business day is taken."""

    country: Country
    language: Language
    seed: int
    on: date


def draw_portfolio(scenarios: Sequence[Scenario], wanted: Wanted, size: int = SIZE) -> Portfolio:
    """The portfolio as it is handed over. Equal arguments give an equal one. Raises ``NothingToDraw``."""
    fitting = [s for s in scenarios if _offered(s, wanted)]
    if not fitting:
        raise NothingToDraw
    days = working_days(wanted.country, wanted.on)
    rng = stream(wanted.seed, "portfolio", wanted.country, wanted.language)
    accounts = []
    for n, scenario in enumerate(_dealt(sorted(fitting, key=lambda s: s.id), size, rng), start=1):
        case = case_at_start(scenario, wanted.country, wanted.language, rng.randrange(2**31), days[0])
        accounts.append(account_of(scenario, case, f"a{n:02d}"))
    return Portfolio(
        country=wanted.country, language=wanted.language, seed=wanted.seed, days=days,
        minutes_left=int(assumed("day", "minutes")), accounts=tuple(accounts),
    )  # fmt: skip


def _offered(scenario: Scenario, wanted: Wanted) -> bool:
    return wanted.country in countries_of(scenario) and wanted.language in languages_in(scenario, wanted.country)


def working_days(country: str, on: date) -> tuple[date, ...]:
    """The twenty business days from ``on``: no weekends, none of the country's holidays."""
    days, day = list[date](), on
    while len(days) < WEEKS * DAYS_A_WEEK:
        if is_business_day(day, country):
            days.append(day)
        day += timedelta(days=1)
    return tuple(days)


def _dealt(scenarios: list[Scenario], size: int, rng: random.Random) -> list[Scenario]:
    """Every scenario about as often, in an order of the seed's."""
    dealt: list[Scenario] = []
    while len(dealt) < size:
        dealt += rng.sample(scenarios, len(scenarios))
    return dealt[:size]


def case_at_start(scenario: Scenario, country: Country, language: Language, seed: int, on: date) -> Case:
    """The case behind an account, as it was on the portfolio's first day."""
    return generate_case(scenario, country, seed, on, language)


def account_of(scenario: Scenario, case: Case, account_id: str) -> Account:
    """One account, from the case that a played call would have."""
    rng = stream(case.seed, "portfolio account")
    spec, account = scenario.debtor, case.account
    return Account(
        id=account_id, scenario=scenario.id, seed=case.seed, market=scenario.market,
        name=case.company.name if case.company else case.debtor.full_name,
        product=account.product_name, reference=account.reference,
        opening=account.balance, instalment=account.instalment, fees=account.late_fees,
        lines=tuple(Line(due=p.due, amount=p.amount - p.paid) for p in account.history if p.paid < p.amount),
        marks=tuple(_mark(p) for p in account.history), broken=account.broken_promises,
        channels=_channels(scenario, rng), max_discount_pct=case.policy.max_discount_pct,
        max_instalments=case.policy.max_instalments, last_before=case.on - timedelta(days=rng.randint(1, 24)),
        willing=scenario.segment.willing, able=scenario.segment.able, needs=_needs(scenario),
        commitment=_near(spec.commitment + 15, rng), goodwill=_near(50, rng), reservation=spec.reservation,
        budget=case.budget, promise=_standing(case, rng),
    )  # fmt: skip


def _near(middle: int, rng: random.Random) -> int:
    return min(max(middle + rng.randint(-12, 12), 5), 95)


def _mark(line: Payment) -> Mark:
    if line.paid >= line.amount:
        return "on_time" if line.paid_on is None or line.paid_on <= line.due else "late"
    return "part" if line.paid > 0 else "missed"


def _channels(scenario: Scenario, rng: random.Random) -> tuple[Channel, ...]:
    business = scenario.market == "business"
    whatsapp = rng.random() < (0.3 if business else 0.75)
    email = rng.random() < (1.0 if business else 0.7)
    return ("call", *(("whatsapp",) if whatsapp else ()), *(("email",) if email else ()))


def _needs(scenario: Scenario) -> Literal["", "dispute", "vulnerable"]:
    words = set(scenario.archetype.split("_")) | set(scenario.id.split("_"))
    if scenario.care or words & CARE:
        return "vulnerable"
    return "dispute" if words & DISPUTES else ""


def _standing(case: Case, rng: random.Random) -> Promise | None:
    """One in five has promised an instalment that falls due within the first two weeks."""
    if rng.random() >= 0.2:
        return None
    amount = min(case.account.instalment, case.account.balance).quantize(Decimal("0.01"))
    due = Due(on=case.on + timedelta(days=rng.randint(0, 11)), amount=amount)
    return Promise(offer="extension", made=case.on - timedelta(days=rng.randint(3, 9)), dues=(due,))
