"""Whom one reaches out to, when and how often, held against the country's rules. Pure; it accuses nobody.

What is found stands as *lawful*, as *against a house rule*, or as a *possible breach* that a person decides. A rule
whose scope is another's (an agency's where the creditor itself calls) is good practice here, and so a house rule.
Weeks are the seven days up to and with the contact.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from scenarios.case import ContactRule
from scenarios.country import PackRule
from scoring.criteria.country_rules import in_words, outside, rules_of
from scoring.transcript import Contact, EarlierContact

Kind = Literal["lawful", "house", "possible_breach"]
About = Literal[
    "hours", "third_party",
    "calls_per_week", "messages_per_week", "days_between_messages", "channels_per_week", "contacts_per_day",
    "calls_in_days", "days_after_talking",
]  # fmt: skip
AT_LEAST: frozenset[About] = frozenset({"days_between_messages", "days_after_talking"})
"""Where the limit is a number of days that must have gone by; elsewhere it is the most that there may be."""
WEEK = 7


@dataclass(frozen=True, slots=True)
class Standing:
    """How a contact stands to one rule; ``binds`` is false where the rule is for others than who calls.

    For what is counted, ``made`` counts this contact too, against ``limit``.
    """

    about: About
    kind: Kind
    rule: ContactRule | None = None
    made: int = 0
    limit: int = 0
    binds: bool = True


@dataclass(frozen=True, slots=True)
class Sought:
    """A contact being judged: where, in which language, after which others, and who calls."""

    country: str
    language: str
    contact: Contact
    earlier: tuple[EarlierContact, ...] = ()
    agency: bool = True


def standings(sought: Sought) -> tuple[Standing, ...]:
    """How the contact stands to every rule that speaks of it."""
    return (*_hours(sought), *_third_party(sought), *counted(sought))


def counted(sought: Sought) -> tuple[Standing, ...]:
    """How often one may reach out, counted over the contacts so far and this one."""
    return tuple(
        _standing(sought, rule, about, beyond=(made < limit if about in AT_LEAST else made > limit), of=(made, limit))
        for rule in rules_of(sought.country)
        for about, made, limit in _counts(rule, sought)
    )


def _hours(sought: Sought) -> Iterator[Standing]:
    for rule in rules_of(sought.country):
        if rule.id == "hours":
            broken = outside(rule, sought.country, sought.contact.on, sought.contact.at)
            yield _standing(sought, rule, "hours", beyond=broken)


def _third_party(sought: Sought) -> Iterator[Standing]:
    """Whom a rule names as never to be contacted; elsewhere asking for the debtor is allowed, telling is not."""
    if sought.contact.who == "debtor":
        return
    for rule in rules_of(sought.country):
        if rule.id in ("third_parties", "identity_first"):
            never = sought.contact.who in str(rule.numbers.get("never", "")).split()
            found = _standing(sought, rule, "third_party", beyond=never)
            yield found if never else replace(found, kind="house")


def _counts(rule: PackRule, sought: Sought) -> Iterator[tuple[About, int, int]]:
    """Of a rule on frequency: what it counts, how many there are with this contact, and its limit."""
    numbers, contact = rule.numbers, sought.contact
    week = _within(sought, WEEK)
    if contact.channel == "call":
        if "calls_per_week" in numbers:
            yield "calls_per_week", 1 + sum(c.channel == "call" for c in week), int(numbers["calls_per_week"])
        if "calls" in numbers and "days" in numbers:
            yield from _calls_in_days(sought, int(numbers["calls"]), int(numbers["days"]))
    elif "messages_per_week" in numbers:
        messages = [c for c in week if c.channel != "call"]
        yield "messages_per_week", 1 + len(messages), int(numbers["messages_per_week"])
        if messages and "days_between_messages" in numbers:
            since = (contact.on - max(c.on for c in messages)).days
            yield "days_between_messages", since, int(numbers["days_between_messages"])
    if "channels_per_week" in numbers and any(_talked(c) for c in week):
        channels = {contact.channel, *(c.channel for c in week)}
        yield "channels_per_week", len(channels), int(numbers["channels_per_week"])
    if "contacts_per_day" in numbers:
        today = sum(c.on == contact.on for c in sought.earlier)
        yield "contacts_per_day", 1 + today, int(numbers["contacts_per_day"])


def _calls_in_days(sought: Sought, most: int, days: int) -> Iterator[tuple[About, int, int]]:
    calls = [c for c in _within(sought, days) if c.channel == "call"]
    yield "calls_in_days", 1 + len(calls), most
    talked = [c.on for c in sought.earlier if c.channel == "call" and _talked(c)]
    if talked:
        yield "days_after_talking", (sought.contact.on - max(talked)).days, days


def _talked(contact: EarlierContact) -> bool:
    return contact.answered == "debtor"


def _within(sought: Sought, days: int) -> Sequence[EarlierContact]:
    since: date = sought.contact.on - timedelta(days=days)
    return [c for c in sought.earlier if since < c.on <= sought.contact.on]


def _standing(sought: Sought, rule: PackRule, about: About, *, beyond: bool, of: tuple[int, int] = (0, 0)) -> Standing:
    binds = rule.scope == "all" or (rule.scope == "agency") == sought.agency
    against: Kind = "possible_breach" if binds and rule.severity == "law" else "house"
    kind: Kind = against if beyond else "lawful"
    return Standing(about, kind, in_words(rule, sought.language), *of, binds=binds)
