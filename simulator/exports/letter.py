"""The letter that confirms an agreement to the debtor, from what was recorded in the follow-up and from nothing else.

In the language of the call and the formats of its country, and always with the formal address. Pure.
"""

from datetime import date
from decimal import Decimal
from typing import Literal

from scenarios.case import Case
from scenarios.country import format_full_date, format_money
from scenarios.disposition import AGREEMENTS
from scenarios.values import Frozen, Language, Money
from scoring.transcript import AgreedInstalment, FollowUp
from simulator.i18n import Translator, translator

Missing = Literal["payments", "amount", "date", "method"]


class Line(Frozen):
    """One payment of the agreement."""

    amount: Money
    day: date


class Letter(Frozen):
    """What the letter says, part by part, as text. ``rows`` are payments as written there: number, day, amount."""

    language: Language
    place_and_day: str
    sender: tuple[str, ...]
    addressee: tuple[str, ...]
    subject: str
    greeting: str
    opening: str
    heads: tuple[str, str, str]
    rows: tuple[tuple[str, str, str], ...]
    total: tuple[str, str]
    paragraphs: tuple[str, ...]
    farewell: str
    signed: tuple[str, ...]


def wanted(follow_up: FollowUp | None, *, agreed: bool) -> bool:
    """Whether the call leads to a letter: something was agreed in it, or was recorded as agreed."""
    noted = follow_up is not None and (follow_up.disposition in AGREEMENTS or bool(follow_up.instalments))
    return agreed or noted


def missing(follow_up: FollowUp | None) -> tuple[Missing, ...]:
    """What the follow-up lacks for a letter; empty where one can be written."""
    lines = follow_up.instalments if follow_up else ()
    found: list[Missing] = [] if lines else ["payments"]
    if any(line.amount is None or line.amount <= 0 for line in lines):
        found.append("amount")
    if any(line.date is None for line in lines):
        found.append("date")
    if not (follow_up and follow_up.method.strip()):
        found.append("method")
    return tuple(found)


def letter(case: Case, follow_up: FollowUp) -> Letter:
    """The letter. Nothing may be ``missing``."""
    assert not missing(follow_up)
    _, country = translator(case.language), case.country
    lines = tuple(_line(i) for i in follow_up.instalments)
    days = [format_full_date(line.day, case.language, country) for line in lines]
    today = format_full_date(case.on, case.language, country)
    agreed = _("We confirm in writing what you agreed with us on {day} about your {product}.",
               day=today, product=case.account.product_name)  # fmt: skip
    return Letter(
        language=case.language,
        place_and_day=today,
        sender=_sender(_, case),
        addressee=_addressee(case),
        subject=_("Confirmation of your payment agreement, account {reference}", reference=case.account.reference),
        greeting=_greeting(_, case),
        opening=agreed,
        heads=(_("Payment"), _("Day"), _("Amount")),
        rows=tuple(
            (str(n), day, format_money(line.amount, country))
            for n, (line, day) in enumerate(zip(lines, days, strict=True), start=1)
        ),
        total=(_("Total"), format_money(sum((line.amount for line in lines), Decimal(0)), country)),
        paragraphs=_paragraphs(_, case, follow_up),
        farewell=_("Yours sincerely,"),
        signed=tuple(name for name in (follow_up.owner.strip(), case.creditor.agency or case.creditor.name) if name),
    )


def as_text(written: Letter) -> str:
    """The letter as plain text, for a message or a printer."""
    width = max(len(day) for _, day, _ in written.rows)
    rows = [f"  {n:>2}.  {day:<{width}}  {amount}" for n, day, amount in written.rows]
    blocks = [
        "\n".join(written.sender), written.place_and_day, "\n".join(written.addressee), written.subject,
        written.greeting, written.opening, "\n".join([*rows, f"  {written.total[0]}: {written.total[1]}"]),
        *written.paragraphs, written.farewell, "\n".join(written.signed),
    ]  # fmt: skip
    return "\n\n".join(block for block in blocks if block) + "\n"


def _line(noted: AgreedInstalment) -> Line:
    assert noted.amount is not None
    assert noted.date is not None
    return Line(amount=noted.amount, day=noted.date)


def _sender(_: Translator, case: Case) -> tuple[str, ...]:
    creditor = case.creditor
    for_whom = _("on behalf of {creditor}", creditor=creditor.name) if creditor.agency else ""
    return tuple(line for line in (creditor.agency or creditor.name, for_whom, creditor.address) if line)


def _addressee(case: Case) -> tuple[str, ...]:
    person = case.debtor
    if case.company:
        return (case.company.name, f"{person.full_name}, {case.company.contact_role}")
    return (person.full_name, person.address)


def _greeting(_: Translator, case: Case) -> str:
    if case.debtor.gender == "female":
        return _("Dear Ms {name}:", name=case.debtor.last_name)
    return _("Dear Mr {name}:", name=case.debtor.last_name)


def _paragraphs(_: Translator, case: Case, follow_up: FollowUp) -> tuple[str, ...]:
    creditor = case.creditor
    by = _("Please pay by {method}, quoting the reference {reference}.",
           method=follow_up.method.strip(), reference=case.account.reference)  # fmt: skip
    trouble = _("If you cannot make one of the payments, tell us before its day: call {phone}.", phone=creditor.phone)
    doubt = _("If anything here is not what you agreed, write to {unit} and it will be looked into.",
              unit=creditor.complaints_unit)  # fmt: skip
    keep = _("Keep this letter and the proof of each payment.")
    return (by, trouble, doubt, keep)
