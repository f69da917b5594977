"""From a move to words: a wording for each key, filled with the case's figures."""

import random
from datetime import date, timedelta
from decimal import Decimal

from scenarios.acts import DialogueAct
from scenarios.case import Case
from scenarios.country import format_money
from scenarios.text import Value, format_day, render
from simulator.state import Said
from simulator.trials.bank import phrases
from simulator.trials.move import Move
from simulator.trials.terms import Every, Terms, equal_payments

_EVERY: dict[str, dict[Every, str]] = {
    "es": {"week": "cada semana", "fortnight": "cada dos semanas", "quincena": "cada quincena", "month": "cada mes"},
    "en": {"week": "every week", "fortnight": "every two weeks", "quincena": "twice a month", "month": "every month"},
}
_AGENTS = {"es": ("Laura Méndez", "Andrés Soto", "Carmen Rivas"), "en": ("Dana Ortiz", "Mark Ellis", "Priya Shah")}


def voiced(move: Move, case: Case, before: tuple[str, ...], rng: random.Random) -> Said:
    """The reply of a move; ``before`` are the player's replies so far, whose wordings are used again last."""
    if move.event:
        return Said(event=move.event)
    if move.again and before:
        return Said(text=before[-1])
    figures = _figures(move, case)
    spoken = [_spoken(key, case, figures, before, rng) for key in move.keys]
    return Said(text=" ".join(spoken))


def _spoken(key: str, case: Case, figures: dict[str, Value], before: tuple[str, ...], rng: random.Random) -> str:
    lines = [render(line, case, figures) for line in phrases(case.language)[key]]
    said = " ".join(before)
    fresh = [line for line in lines if line not in said]
    return rng.choice(fresh or lines)


def _figures(move: Move, case: Case) -> dict[str, Value]:
    terms = move.terms or equal_payments(case, max(min(case.policy.max_instalments, 4), 1))
    figures: dict[str, Value] = {
        "agent": _AGENTS[case.language][case.seed % 3],
        "discount": case.policy.max_discount_pct or 10,
        "method": case.creditor.channels[0] if case.creditor.channels else "",
        "callback": _day(case.on + timedelta(days=4), case),
    }
    if move.told != 1:
        balance = case.account.balance * Decimal(str(move.told))
        figures["account.balance"] = format_money(balance, case.country)
    return figures | _of_terms(terms, case)


def _of_terms(terms: Terms, case: Case) -> dict[str, Value]:
    return {
        "count": terms.count,
        "amount": format_money(terms.amount, case.country),
        "first": _day(terms.first, case),
        "every": _EVERY[case.language][terms.every],
    }


def _day(day: date, case: Case) -> str:
    return format_day(day, case.language, case.country)


KEYS = tuple(act.value for act in DialogueAct)
"""The acts, as keys of the bank."""
