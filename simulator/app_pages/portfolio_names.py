"""The words for what a portfolio names by keys."""

from datetime import date

from scenarios.country import format_date, format_money
from simulator.aftermath.assumptions import percent_sign
from simulator.i18n import Translator
from simulator.portfolio.account import Account, Answer, Channel, Contact, Moment, Offer
from simulator.portfolio.acting import Task
from simulator.portfolio.playing import hour_of
from simulator.portfolio.portfolio import Event, Portfolio
from simulator.portfolio.queue import Order, Reason, View


def view(_: Translator, key: View) -> str:
    """A filter of the queue."""
    return {
        "plan": _("Suggested today"),
        "due_today": _("Promises due today"),
        "broken": _("Broken since yesterday"),
        "high": _("High balance"),
        "new_30": _("New past 30 days"),
        "untouched": _("10 days without contact"),
        "held": _("On hold"),
        "closed": _("Paid or referred"),
        "all": _("All accounts"),
    }[key]


def order(_: Translator, key: Order) -> str:
    """A way to sort the queue."""
    return {
        "suggested": _("As suggested"),
        "balance": _("Highest balance"),
        "days": _("Oldest debt"),
        "contact": _("Longest without contact"),
        "name": _("Name"),
    }[key]


def reason(_: Translator, key: Reason) -> str:
    """Why it may be an account's turn, and what to do about it."""
    return {
        "hold": _("Disputes the debt or needs care: put it on hold"),
        "broken": _("The promised payment did not come: take it up again"),
        "part": _("Only a part came: agree on the rest"),
        "due_today": _("A payment falls due today; the reminder has gone out"),
        "remind": _("A payment falls due soon: send a reminder"),
        "callback": _("You agreed to be in touch today"),
        "decide": _("Past 90 days: decide what comes next"),
        "rolled": _("Has just passed 30, 60 or 90 days: the sooner, the better"),
        "high": _("One of the highest balances"),
        "untouched": _("Nobody has been in touch for 10 days or more"),
        "first": _("No contact yet in these four weeks"),
        "wait": _("Just contacted or promised: give it time"),
        "": "",
    }[key]


def moment(_: Translator, key: Moment) -> str:
    """A part of the day with its hour."""
    name = {
        "morning": _("Morning"), "midday": _("Midday"), "afternoon": _("Afternoon"), "evening": _("Evening"),
    }[key]  # fmt: skip
    return f"{name}, {hour_of(key)}"


def offer(_: Translator, key: Offer) -> str:
    """What a brief contact offers."""
    return {
        "plan": _("Payment plan"),
        "discount": _("All of it soon, with the discount"),
        "extension": _("One instalment, after payday"),
        "wait": _("Ask nothing now, agree on a day"),
        "refer": _("Point to support"),
    }[key]


def channel(_: Translator, key: Channel) -> str:
    """A way to be in touch."""
    return {"call": _("Call"), "whatsapp": "WhatsApp", "email": _("Email")}[key]


def task(_: Translator, key: Task) -> str:
    """Something one can do with an account."""
    return {
        "call": _("Brief call"),
        "whatsapp": "WhatsApp",
        "email": _("Email"),
        "reminder": _("Send a reminder"),
        "statement": _("Send the statement"),
        "supervisor": _("Ask the supervisor"),
        "hold": _("Put on hold"),
        "release": _("End the hold"),
        "agency": _("Refer to an agency"),
        "counsel": _("Refer to counsel"),
        "note": _("Save the note"),
    }[key]


def purpose(_: Translator, contact: Contact) -> str:
    """What a contact was about."""
    if contact.purpose == "reminder":
        return _("Reminder")
    if contact.purpose == "statement":
        return _("Statement")
    return _("Call played by you") if contact.purpose == "played" else offer(_, contact.purpose)


def answer(_: Translator, contact: Contact) -> str:
    """What came of a contact."""
    if contact.purpose in ("reminder", "statement"):
        return _("Sent")
    if not contact.reached:
        return _("Nobody answered")
    said: dict[Answer, str] = {
        "": _("Not finished yet"),
        "promise": _("Promised to pay"),
        "no": _("Answered, and promised nothing"),
        "later": _("Agreed on a day to talk"),
        "dispute": _("Disputes the debt"),
        "vulnerable": _("Is going through something hard"),
        "heard": _("Listened"),
    }
    return said[contact.answer]


def segment(_: Translator, account: Account) -> str:
    """Willing and able, where a conversation has shown it."""
    if not account.known:
        return _("Not known yet: talk, or read how they have paid")
    if account.needs == "vulnerable":
        return _("Needs care before anything else")
    if account.needs == "dispute":
        return _("Disputes the debt")
    if account.willing:
        return _("Wants to pay and can") if account.able else _("Wants to pay and cannot yet")
    return _("Can pay and does not want to") if account.able else _("Neither wants to pay nor can")


def strategy(_: Translator, key: str) -> str:
    """A fixed strategy to compare with."""
    return {
        "oldest": _("Oldest debt first"),
        "highest": _("Highest balance first"),
        "promises": _("Promises first"),
    }[key]


def happened(_: Translator, event: Event, portfolio: Portfolio) -> str:
    """An event in words."""
    money = format_money(event.amount, portfolio.country)
    name = portfolio.account(event.account).name
    words = {
        "kept": _("{name} paid the {amount} promised", name=name, amount=money),
        "part": _("{name} paid a part: {amount}", name=name, amount=money),
        "broken": _("{name} did not pay the {amount} promised", name=name, amount=money),
        "paid_alone": _("{name} paid {amount} unasked", name=name, amount=money),
        "paid_up": _("{name} owes nothing more", name=name),
        "rolled": _("{name} passed {n} days past due", name=name, n=event.detail),
        "complaint": _("{name} filed a complaint", name=name),
        "hold_over": _("The hold of {name} is over", name=name),
        "referral_paid": _("The referral of {name} brought {amount}", name=name, amount=money),
        "referral_failed": _("The referral of {name} brought nothing", name=name),
        "callback_missed": _("{name} waited for the contact you had agreed on", name=name),
        "agreed": _("{name} promised {amount}", name=name, amount=money),
        "breach": _("Contact with {name} overstepped a rule", name=name),
    }
    return words[event.kind]


def ago(_: Translator, days: int) -> str:
    """How long ago."""
    return _("today") if days <= 0 else _.plural("{n} day ago", "{n} days ago", days)


def promised(_: Translator, account: Account, portfolio: Portfolio) -> str:
    """The payment that is awaited, in words; empty where none is."""
    due = account.promise.next if account.promise else None
    if due is None:
        return ""
    day, money = spoken_day(due.on, _, portfolio), format_money(due.amount, portfolio.country)
    return _("{amount} for {day}", amount=money, day=day)


def percent(_: Translator, share: int) -> str:
    """A percentage as the language writes it."""
    return f"{share}{percent_sign(_.language)}"


def spoken_day(on: date, _: Translator, portfolio: Portfolio) -> str:
    """A day in words, in the screen's language and the portfolio's country."""
    return format_date(on, _.language, portfolio.country, weekday=True)
