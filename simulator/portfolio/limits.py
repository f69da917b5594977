"""What the country's rules say of one more contact: its hours and days, how often, by which channel. Never blocks."""

from collections.abc import Iterator
from datetime import date, timedelta

from scenarios.case import ContactRule
from scenarios.country import PackRule, load_country
from scenarios.values import Country, Language
from scoring.criteria.country_rules import hours_rule
from simulator.portfolio.account import AT, Account, Channel, Contact, Moment
from simulator.portfolio.assumptions import assumed, assumptions
from simulator.portfolio.portfolio import Portfolio

HOUSE = "house_week"
WEEK = 7


def broken_rules(
    portfolio: Portfolio, account: Account, channel: Channel, moment: Moment, asks: bool = True
) -> tuple[ContactRule, ...]:
    """The rules that one more contact today would break, in words, with their sources.

    ``asks``: whether it asks for money.
    """
    day, country, language = portfolio.today, portfolio.country, portfolio.language
    hours = hours_rule(country, language, day, AT[moment])
    found = [hours] if hours else []
    words = {rule.id: rule for rule in load_country(country).rules_in(language)}
    found += [words[rule.id] for rule in load_country(country).contact_rules if _too_often(rule, account, channel, day)]
    if asks and account.known and account.needs == "dispute" and "suspend_on_dispute" in words:
        found.append(words["suspend_on_dispute"])
    if "frequency" not in words and _in_days(account.contacts, day, WEEK) >= assumed("house", "contacts_a_week"):
        found.append(house_rule(day, language))
    return tuple(found)


def good_hour(portfolio: Portfolio, account: Account) -> Moment:
    """The hour, of those left today, at which a call is within the law and most likely to be answered.

    Where none is lawful, the first that is left.
    """
    left = account.hours_left(portfolio.today)
    country, day = portfolio.country, portfolio.today
    lawful = [m for m in left if hours_rule(country, portfolio.language, day, AT[m]) is None]
    prefix = "business_" if account.market == "business" else ""
    return max(lawful, key=lambda moment: assumed("reach", prefix + moment), default=left[0])


def house_rule(day: date, language: Language) -> ContactRule:
    """The house's own limit, for countries whose packs name none."""
    told = next(a for a in assumptions() if a.id == "house").told(language)
    source = "regla de la casa" if language == "es" else "house rule"
    return ContactRule(id=HOUSE, text=told, source=source, as_of=day, verified=False, severity="house")


def rule_in_words(rule_id: str, country: Country, language: Language, day: date) -> ContactRule:
    """A rule by the id that a contact keeps."""
    for rule in load_country(country).rules_in(language):
        if rule.id == rule_id:
            return rule
    return house_rule(day, language)


def _too_often(rule: PackRule, account: Account, channel: Channel, day: date) -> bool:
    return rule.id == "frequency" and any(_counts(rule, account, channel, day))


def _counts(rule: PackRule, account: Account, channel: Channel, day: date) -> Iterator[bool]:
    """Each limit that the rule's numbers name, and whether one contact more oversteps it."""
    numbers = {name: int(value) for name, value in rule.numbers.items()}
    calls = [c for c in account.contacts if c.channel == "call"]
    messages = [c for c in account.contacts if c.channel != "call"]
    if channel == "call":
        if "calls_per_week" in numbers:
            yield _in_days(calls, day, WEEK) >= numbers["calls_per_week"]
        if "calls" in numbers:
            yield _in_days(calls, day, numbers["days"]) >= numbers["calls"]
            yield _in_days([c for c in calls if c.reached], day, numbers["days"]) > 0
    else:
        if "messages_per_week" in numbers:
            yield _in_days(messages, day, WEEK) >= numbers["messages_per_week"]
        if "days_between_messages" in numbers:
            yield _in_days(messages, day, numbers["days_between_messages"]) > 0
    if "contacts_per_day" in numbers:
        yield _in_days(account.contacts, day, 1) >= numbers["contacts_per_day"]
    if "channels_per_week" in numbers:
        spoken = [c for c in account.contacts if c.reached and c.channel != channel]
        yield _in_days(spoken, day, WEEK) > 0


def _in_days(contacts: tuple[Contact, ...] | list[Contact], day: date, days: int) -> int:
    """How many lie within the last so many days, today included."""
    return sum(contact.on > day - timedelta(days=days) for contact in contacts)
