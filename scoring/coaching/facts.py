"""What a model reply may name: the case file's facts in the country's writing, and days that the agent can keep.

Nothing of the hidden budget is here, nor any fact that the debtor keeps to themself.
"""

from datetime import date, timedelta
from decimal import ROUND_DOWN, Decimal

from scenarios.case import Account, Case, Policy
from scenarios.country import format_date, format_money, is_business_day, load_country
from scenarios.problem import ScenarioError
from scenarios.text import polite_name
from scoring.criteria.moment import DebtorTurn
from scoring.reading.values import Address
from scoring.transcript import CallRecord

CALL_IN, MOST_PAYMENTS, LATER = 7, 4, 15
"""Days until the agent's next call, payments of the plan that is shown, days by which a date is moved at most."""


OF_THE_WHOLE = frozenset({"balance", "plan"})
"""Facts that speak of the whole balance, or divide it: not while a part of it is disputed."""


def facts_of(call: CallRecord, address: Address, *, known: bool, alone: bool = True) -> dict[str, str]:
    """Placeholder → words. ``known``: it is known who is there, and the debt may be spoken of.

    ``alone`` is false where someone else answered: then not even the creditor is named.
    """
    facts = {"call_day": _day(_business_day(call.on + timedelta(CALL_IN), call.country), call)}
    case = call.case
    if case is None:
        return facts
    if alone:
        name = _name(case, address)
        facts |= {
            "name": name,
            "the_name": _with_article(name, case, address),
            "creditor": case.creditor.name,
            "caller": case.creditor.agency or case.creditor.name,
            "phone": case.creditor.phone,
            "company": case.company.name if case.company else "",
            **_of_the_desk(case),
        }
    if known and alone:
        facts |= _of_the_debt(case, call)
    return {name: words for name, words in facts.items() if words}


def proposed_facts(heard: DebtorTurn, call: CallRecord) -> dict[str, str]:
    """The payment that the debtor has just proposed: ``proposed`` and, where it was said, ``proposed_day``.

    ``left`` names what remains beside it, where it is not the whole balance.
    """
    first = next((i for o in heard.reading.offers for i in o.instalments if i.amount is not None), None)
    if first is None or first.amount is None:
        return {}
    try:
        facts = {"proposed": format_money(first.amount, call.country)}
    except ScenarioError:  # a country of rated material that has no pack
        return {}
    if call.case is None or first.amount < call.case.account.balance - call.case.account.late_fees:
        facts["left"] = _LEFT[call.language]
    return facts | ({"proposed_day": _day(first.date, call)} if first.date else {})


def _of_the_desk(case: Case) -> dict[str, str]:
    """Who signs, as a condition of wordings: ``decides`` or ``gate``, the contact's role; neither for a person."""
    if case.company is None:
        return {}
    return {"decides" if case.company.decides else "gate": case.company.contact_role}


_LEFT = {"es": "lo que falta", "en": "the rest"}


def _of_the_debt(case: Case, call: CallRecord) -> dict[str, str]:
    account, policy = case.account, case.policy
    channels = case.creditor.channels
    return {
        "balance": format_money(account.balance, case.country),
        "due_date": format_date(account.due_date, case.language, case.country),
        "product": account.product_name,
        "channel": channels[0] if channels else "",
        "channels": f"{channels[0]} {_OR[case.language]} {channels[1]}" if len(channels) > 1 else "",
        "unit": case.creditor.complaints_unit,
        "plan": _plan(case),
        "later": _later(call, policy),
        "fees": format_money(account.late_fees, case.country) if _may_waive(account, policy) else "",
    }


_OR = {"es": "o", "en": "or"}
_PLAN = {"es": "un primer pago de {first} y {n} de {rest}", "en": "a first payment of {first} and then {n} of {rest}"}
_EQUAL = {"es": "{n} pagos de {rest}", "en": "{n} payments of {rest}"}


def _name(case: Case, address: Address) -> str:
    return polite_name(case) if address in ("usted", "sumerce") else case.debtor.first_name.split()[0]


def _with_article(name: str, case: Case, address: Address) -> str:
    """As one speaks of somebody: "la señora Ruiz", "don Luis", "Ms. Baker"."""
    if case.language != "es" or address not in ("usted", "sumerce") or name.startswith(("don ", "doña ")):
        return name
    return f"{'la' if case.debtor.gender == 'female' else 'el'} {name}"


def _may_waive(account: Account, policy: Policy) -> bool:
    return policy.may_waive_late_fees and account.late_fees > 0


def _plan(case: Case) -> str:
    """A plan within the policy that adds up to the balance exactly; empty where the policy grants none."""
    count = min(case.policy.max_instalments, MOST_PAYMENTS)
    if count < 2:
        return ""
    least = case.account.balance * max(Decimal(case.policy.min_down_payment_pct) / 100, Decimal(1) / count)
    rest = _round_down((case.account.balance - least) / (count - 1), case.country)
    first = case.account.balance - rest * (count - 1)
    if rest <= 0:
        return ""
    many, each = (count, _EQUAL) if first == rest else (count - 1, _PLAN)
    written = {"first": format_money(first, case.country), "rest": format_money(rest, case.country)}
    return each[case.language].format(n=_NUMBERS[case.language][many], **written)


_NUMBERS = {"es": ("", "uno", "dos", "tres", "cuatro"), "en": ("", "one", "two", "three", "four")}


def _round_down(amount: Decimal, country: str) -> Decimal:
    """To a figure that is easily said: a round step of the country, or a tenth of it where the amount is small."""
    step = load_country(country).money.round_to
    step = step if amount >= 10 * step else max(step / 10, Decimal("0.01"))
    return (amount / step).to_integral_value(ROUND_DOWN) * step


def _later(call: CallRecord, policy: Policy) -> str:
    days = min(policy.max_extension_days, LATER)
    return _day(_business_day(call.on + timedelta(days), call.country, back=True), call) if days > CALL_IN else ""


def _business_day(day: date, country: str, *, back: bool = False) -> date:
    """The day itself, or the next (or last) on which an office works."""
    while not is_business_day(day, country):
        day += timedelta(-1 if back else 1)
    return day


def _day(day: date, call: CallRecord) -> str:
    try:
        return format_date(day, call.language, call.country, weekday=True)
    except ScenarioError:  # a country of rated material that has no pack: days are written as in Britain
        return f"{day:%A} {day.day} {day:%B}"
