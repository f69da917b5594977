"""What a country's contact rules say of a call: whether the reason may be asked, and when one may call. Pure."""

import datetime
from datetime import date

from scenarios.case import ContactRule
from scenarios.country import PackRule, holidays_in, load_country
from scenarios.problem import ScenarioError

NO_REASON_ASKED = frozenset({"no_asking_reason", "no_reason_asked", "reason_not_asked"})
"""Ids under which a pack forbids asking why."""
SATURDAY = 6


def reason_rule(country: str, language: str) -> ContactRule | None:
    """The rule that forbids asking why the debt is unpaid; ``None`` where asking is good practice."""
    for rule in rules_of(country):
        if rule.id in NO_REASON_ASKED:
            return in_words(rule, language)
    return None


def hours_rule(country: str, language: str, day: date, at: datetime.time | None) -> ContactRule | None:
    """The rule on hours that a contact on this day, at this time where it is known, would break; ``None`` if none."""
    for rule in rules_of(country):
        if rule.id == "hours" and outside(rule, country, day, at):
            return in_words(rule, language)
    return None


def outside(rule: PackRule, country: str, day: date, at: datetime.time | None) -> bool:
    """Whether a day, at an hour where it is known, lies outside a rule on hours."""
    last = rule.numbers.get("last_weekday")
    if last is not None and (day.isoweekday() > int(last) or day in holidays_in(country, day.year)):
        return True
    if at is None:
        return False
    first, until = (_edge(rule, edge, day) for edge in ("from", "to"))
    if not first or not until:
        return False
    return not datetime.time.fromisoformat(first) <= at <= datetime.time.fromisoformat(until)


def _edge(rule: PackRule, edge: str, day: date) -> str:
    """The hour at which contact may begin or must end on this day: Saturdays may have hours of their own."""
    every_day = rule.numbers.get(edge, "")
    return str(rule.numbers.get(f"saturday_{edge}", every_day) if day.isoweekday() == SATURDAY else every_day)


def rules_of(country: str) -> tuple[PackRule, ...]:
    """The contact rules of a country's pack; none where there is no pack."""
    try:
        return load_country(country).contact_rules
    except ScenarioError:
        return ()


def in_words(rule: PackRule, language: str) -> ContactRule:
    """A pack's rule as a finding quotes it."""
    return ContactRule(
        id=rule.id, text=rule.text[language], source=rule.source[language],
        as_of=rule.as_of, verified=rule.verified, severity=rule.severity,
    )  # fmt: skip
