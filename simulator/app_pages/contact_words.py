"""The words about contacts: why an account is due again, whom one reached and how, how that stands to the rules."""

from datetime import date

from scenarios.country import format_date, format_money
from scoring.criteria.contact_rules import Standing
from scoring.transcript import AgreedInstalment, EarlierContact
from simulator.app_pages.written import plain
from simulator.i18n import Translator
from simulator.next_contact import Next


def why(_: Translator, then: Next, country: str) -> str:
    """Why the account is due again, or goes on no more."""
    promised = then.promised or AgreedInstalment()
    amount = format_money(promised.amount, country) if promised.amount is not None else ""
    day = day_in_words(_, promised.date, country)
    return {
        "kept": _("What was promised up to {day} arrived. Thank them, and settle what is left.", day=day),
        "part": _("Of the {amount} promised for {day}, only a part arrived.", amount=amount, day=day),
        "broken": _("The {amount} promised for {day} did not arrive.", amount=amount, day=day),
        "reminder": _("You noted a reminder before {amount} falls due on {day}.", amount=amount, day=day),
        "named": _("It is the day that was named for the next contact."),
        "nobody": _("Nobody answered. Try again, better at another hour."),
        "somebody_else": _("Somebody else answered. Try to reach the debtor."),
        "review": _("Nothing is collected while it is under review; by then there should be an answer."),
        "hung_up": _("They hung up. A week lets the anger cool."),
        "hardship": _("Ask after a month how things stand."),
        "escalated": _("By then your supervisor should have decided."),
        "withdrawn": _("The creditor does not stand by what you had no authority to grant: they have to be told."),
        "nothing_agreed": _("Nothing was agreed. Try again after a week."),
        "settled": _("What was promised arrived: the account is settled."),
        "handed_on": _("This account is no longer yours to collect."),
        "enough": _("Four contacts were made with this account; that is where it ends here."),
    }[then.why]


def day_in_words(_: Translator, day: date | None, country: str) -> str:
    """A day with its weekday, in the screen's language."""
    return format_date(day, _.language, country, weekday=True) if day else ""


def whom(_: Translator, key: str) -> str:
    """Whom one sets out to reach."""
    return {
        "debtor": _("The debtor"), "relative": _("A relative"), "employer": _("The employer"),
        "reference": _("A reference"),
    }[key]  # fmt: skip


def channel(_: Translator, key: str) -> str:
    """The way of a contact."""
    return {"call": _("Telephone call"), "whatsapp": "WhatsApp", "email": _("E-mail"), "sms": "SMS"}[key]


def answered(_: Translator, key: str) -> str:
    """Who was there."""
    return {"debtor": _("the debtor"), "somebody_else": _("somebody else"), "voicemail": _("nobody")}[key]


def promise(_: Translator, contact: EarlierContact, country: str) -> str:
    """What was promised in a contact and what became of it; empty where nothing was."""
    first = next(iter(contact.promised), None)
    if first is None or first.amount is None or first.date is None:
        return ""
    amount, day = format_money(first.amount, country), format_date(first.date, _.language, country)
    several = len(contact.promised)
    words = _("{amount} on {day}", amount=amount, day=day)
    if several > 1:
        words = _("{n} payments from {first}", n=several, first=words)
    kept = {
        "none": "", "due": _("not due yet"), "kept": _("kept"), "part": _("kept in part"), "broken": _("broken"),
    }[contact.promise]  # fmt: skip
    paid = _("{amount} came in", amount=format_money(contact.paid, country)) if contact.paid else ""
    return " · ".join(part for part in (words, kept, paid) if part)


def standing(_: Translator, kind: str) -> str:
    """How a contact stands to a rule."""
    return {
        "lawful": _("within the rule"), "house": _("against a house rule"),
        "possible_breach": _("possible breach"),
    }[kind]  # fmt: skip


def count(_: Translator, found: Standing) -> str:
    """What is counted against a limit, this contact included."""
    words = {
        "calls_per_week": _("Calls in seven days, with this one: {made}. The limit here is {limit}."),
        "calls_in_days": _("Calls in seven days, with this one: {made}. The limit here is {limit}."),
        "messages_per_week": _("Messages in seven days, with this one: {made}. The limit here is {limit}."),
        "days_between_messages": _("Days since the last message: {made}. Here there must be {limit}."),
        "channels_per_week": _("Channels used in seven days, with this one: {made}. The limit here is {limit}."),
        "contacts_per_day": _("Contacts that day, with this one: {made}. The limit here is {limit}."),
        "days_after_talking": _("Days since you last talked: {made}. Here there must be {limit}."),
    }.get(found.about, "")
    return words.replace("{made}", str(found.made)).replace("{limit}", str(found.limit))


def rule_line(_: Translator, lead: str, found: Standing, state: str = "") -> str:
    """A line of a list of rules: what is found, then the rule with its source and whether that was checked."""
    rule = found.rule
    if rule is None:
        return f'<li class="{state}">{plain(lead)}</li>'
    kind = _("law") if rule.severity == "law" else _("house rule")
    mark = _("verified") if rule.verified else _("not verified: check before relying on it")
    source = [kind, rule.source, rule.as_of.isoformat(), mark]
    source += [] if found.binds else [_("binds others than who calls here: good practice")]
    checked = "verified" if rule.verified else "unverified"
    told = f'<b>{plain(lead)}</b> {plain(rule.text)}<span class="source {checked}">{plain(" · ".join(source))}</span>'
    return f'<li class="{state}">{told}</li>'
