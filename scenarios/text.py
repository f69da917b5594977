"""Placeholders of a line: ``{debtor.first_name}``, ``cansad{debtor:o|a}``, ``{n} {n:día|días}``.

Plain replacement over a closed list of names; nothing of a text is ever evaluated or looked up by attribute.
"""

import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from scenarios.case import Case
from scenarios.country import format_date, format_full_date, format_money, load_country
from scenarios.problem import Problem, ScenarioError

Value = str | int | float | Decimal | date

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_.]*)(?::([^{}|]*)\|([^{}|]*))?\}")
_LEGAL_FORM = re.compile(r",? (?:S\.L\.|S\.A\.|S\.A\.C\.|S\.A\.S\.|S\.R\.L\.|E\.I\.R\.L\.|SpA|Ltda\.|Ltd|LLC|Inc\.)$")
"""The legal form at the end of a company's name, which is written and hardly ever said."""
_PERSONS = frozenset({"debtor", "relative"})
_OF_CASE: dict[str, Callable[[Case], Value]] = {
    "debtor": lambda case: case.debtor.gender,
    "relative": lambda case: case.facts.get("relative_gender", "female"),
    "debtor.full_name": lambda case: case.debtor.full_name,
    "debtor.first_name": lambda case: case.debtor.first_name,
    "debtor.last_name": lambda case: case.debtor.last_name,
    "debtor.title": lambda case: case.debtor.title,
    "debtor.polite_name": lambda case: polite_name(case),  # noqa: PLW0108 - defined below
    "debtor.age": lambda case: case.debtor.age,
    "debtor.birth_date": lambda case: format_full_date(case.debtor.birth_date, case.language, case.country),
    "debtor.city": lambda case: case.debtor.city,
    "debtor.address": lambda case: case.debtor.address,
    "debtor.phone": lambda case: case.debtor.phone,
    "debtor.email": lambda case: case.debtor.email,
    "debtor.id_last4": lambda case: case.debtor.id_last4,
    "debtor.occupation": lambda case: case.debtor.occupation,
    "company.name": lambda case: without_form(case.company.name) if case.company else "",
    "company.contact_role": lambda case: case.company.contact_role if case.company else "",
    "company.payment_run": lambda case: case.company.payment_run if case.company else "",
    "creditor.name": lambda case: case.creditor.name,
    "creditor.agency": lambda case: case.creditor.agency or case.creditor.name,
    "creditor.phone": lambda case: case.creditor.phone,
    "creditor.address": lambda case: case.creditor.address,
    "creditor.complaints_unit": lambda case: case.creditor.complaints_unit,
    "creditor.channels": lambda case: _listed(case.creditor.channels, case.language),
    "account.product_name": lambda case: case.account.product_name,
    "account.reference": lambda case: case.account.reference,
    "account.contract_date": lambda case: format_full_date(case.account.contract_date, case.language, case.country),
    "account.original_amount": lambda case: case.account.original_amount,
    "account.balance": lambda case: case.account.balance,
    "account.late_fees": lambda case: case.account.late_fees,
    "account.instalment": lambda case: case.account.instalment,
    "account.term_months": lambda case: case.account.term_months,
    "account.due_date": lambda case: case.account.due_date,
    "account.days_past_due": lambda case: case.account.days_past_due,
    "account.broken_promises": lambda case: case.account.broken_promises,
    "country.id_document": lambda case: load_country(case.country).id_document,
    "country.tax_id": lambda case: load_country(case.country).tax_id,
    "budget.income": lambda case: case.budget.income,
    "budget.next_payday": lambda case: case.budget.paydays[0],
}
DRAWN = {
    "facts.employer": "the debtor's employer, now or before",
    "facts.relative": "first name of a relative",
    "facts.other_city": "a city of the country in which the debtor does not live",
    "facts.earlier_payment": "an amount near an instalment, such as a payment the debtor says was made",
    "facts.earlier_payment_date": "a day a few weeks before the call",
}
"""Values that a case draws beside the debtor's own data."""
OF_THE_TALK = {
    f"{who}.{what}": f"{meaning} of {whose}"
    for who, whose in (("offer", "the offer on the table or the agreement"), ("counter", "what the debtor proposes"))
    for what, meaning in (
        ("amount", "first payment"),
        ("date", "first day"),
        ("count", "number of payments"),
        ("total", "sum"),
    )
} | {
    "agent.name": "the agent, as they named themself",
    "told.before": "the balance as the agent told it before (on contradicted)",
    "told.now": "the balance as the agent tells it now (on contradicted)",
    "promised.amount": "the payment that was promised in an earlier contact",
    "promised.date": "the day for which it was promised",
}
"""Values that only the talk knows; they reach ``render`` as ``extra``."""
KNOWN = frozenset(_OF_CASE) | frozenset(DRAWN) | frozenset(OF_THE_TALK)


def render(line: str, case: Case, extra: Mapping[str, Value] | None = None) -> str:
    """The line with its placeholders filled in the case's language.

    ``extra`` values win over the case's: decimals are written as money, days in words, the rest as they stand.
    Raises ``ScenarioError`` for a placeholder that neither ``extra`` nor the case can fill.
    """
    values = extra or {}

    def filled(match: re.Match[str]) -> str:
        name, one, other = match.groups()
        value = _value(name, case, values)
        if one is not None:
            return _form(name, value, one, other)
        written = _written(value, case)
        return written.removesuffix(".") if line[match.end() : match.end() + 1] == "." else written

    text = _PLACEHOLDER.sub(filled, line)
    return text[:1].upper() + text[1:] if line.startswith("{") else text


def without_form(name: str) -> str:
    """A company's name as it is said: "Distribuciones Egea" of "Distribuciones Egea, S.L."; one word keeps its form."""
    said = _LEGAL_FORM.sub("", name)
    return said if " " in said else name


def in_general(line: str, known: Mapping[str, str]) -> str:
    """The line before there is a case, as a shelf shows it: what is ``known`` of every case, else an ellipsis.

    Forms of a person stand side by side ("cansado/a"), forms of a number as for many.
    """

    def filled(match: re.Match[str]) -> str:
        name, one, other = match.groups()
        if one is None:
            return known.get(name, "…")
        return f"{one}/{other}" if name in _PERSONS else other

    return _PLACEHOLDER.sub(filled, line)


def placeholders(line: str, *, forms: bool = True) -> frozenset[str]:
    """The names of a line's placeholders; without ``forms`` only those whose value is written out."""
    return frozenset(match[1] for match in _PLACEHOLDER.finditer(line) if forms or match[2] is None)


def faults(line: str) -> Iterator[tuple[str, str]]:
    """What is wrong with a line's placeholders, as message and remedy."""
    if "{" not in line and "}" not in line:
        return
    for match in _PLACEHOLDER.finditer(line):
        name, one, _ = match.groups()
        if name not in KNOWN:
            near = difflib.get_close_matches(name, KNOWN, n=1)
            hint = f"Did you mean '{{{near[0]}}}'? " if near else ""
            yield f"unknown placeholder '{{{name}}}'", f"{hint}Known: {', '.join(sorted(KNOWN))}"
        elif name in _PERSONS and one is None:
            yield f"'{{{name}}}' is a person, not a text", f"Write {{{name}.first_name}} or a form as in {{{name}:o|a}}"
    if re.search(r"[{}]", _PLACEHOLDER.sub("", line)):
        yield "a brace belongs to no placeholder", "Write {debtor.first_name} or {debtor:o|a}, or delete the brace"


def polite_name(case: Case) -> str:
    """How one addresses the debtor in the country: "señora Ruiz", "don Luis", "Ms. Baker"."""
    style = load_country(case.country).address[case.language]
    surname = case.debtor.last_name.split()[0] if case.language == "es" else case.debtor.last_name
    return f"{case.debtor.title} {case.debtor.first_name if style.goes_with == 'first_name' else surname}"


def format_day(day: date, language: str, country: str) -> str:
    """A day as a debtor says it: "viernes 18 de diciembre", "Friday, December 18"."""
    return format_date(day, language, country, weekday=True)


def _value(name: str, case: Case, extra: Mapping[str, Value]) -> Value:
    if name in extra:
        return extra[name]
    if name in _OF_CASE:
        return _OF_CASE[name](case)
    drawn = name.removeprefix("facts.")
    if drawn != name and drawn in case.facts:
        return without_form(case.facts[drawn]) if drawn == "employer" else case.facts[drawn]
    message = f"the placeholder '{{{name}}}' has no value here"
    raise ScenarioError([Problem(case.scenario, 1, "", message, "Use it only where the talk gives it one")])


def _form(name: str, value: Value, one: str, other: str) -> str:
    """The first form for a man or for exactly one, else the second."""
    if name in _PERSONS:
        return one if value == "male" else other
    return one if str(value) == "1" else other


def _written(value: Value, case: Case) -> str:
    if isinstance(value, Decimal):
        return format_money(value, case.country)
    if isinstance(value, date):
        return format_date(value, case.language, case.country)
    return str(value)


def _listed(items: tuple[str, ...], language: str) -> str:
    joint = " o " if language == "es" else " or "
    return ", ".join(items[:-1]) + joint + items[-1] if len(items) > 1 else "".join(items)
