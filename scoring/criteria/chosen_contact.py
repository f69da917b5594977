"""The contact that the agent chose before the call, as words that a finding can quote, and the rules it breaks."""

from collections.abc import Iterator

from scenarios.country import format_date
from scoring.criteria.contact_rules import About, Sought, Standing, standings
from scoring.criteria.preparation_words import Planned, as_planned
from scoring.criteria.whole_call import WholeCall
from scoring.transcript import Contact

FIELD = "contact"
"""The name under which evidence quotes the choice."""
_WHOM = {
    "es": {
        "debtor": "a la persona", "relative": "a un familiar", "employer": "al empleador",
        "reference": "a una referencia",
    },
    "en": {
        "debtor": "to the person", "relative": "to a relative", "employer": "to the employer",
        "reference": "to a reference",
    },
}  # fmt: skip
_BY = {
    "es": {"call": "por teléfono", "whatsapp": "por WhatsApp", "email": "por correo", "sms": "por SMS"},
    "en": {"call": "by phone", "whatsapp": "by WhatsApp", "email": "by e-mail", "sms": "by SMS"},
}
TIMES: tuple[About, ...] = (
    "hours", "calls_per_week", "messages_per_week", "days_between_messages", "channels_per_week", "contacts_per_day",
    "calls_in_days", "days_after_talking",
)  # fmt: skip
"""What is about when and how often."""


def made(call: WholeCall) -> Planned | None:
    """The chosen contact in the call's language; ``None`` where nothing was chosen."""
    contact = call.record.contact
    if contact is None:
        return None
    return as_planned(call, FIELD, in_words(contact, call.record.language, call.record.country))


def in_words(contact: Contact, language: str, country: str) -> str:
    """As in "jueves 26 de noviembre a las 21:30, por teléfono, a un familiar"."""
    day = format_date(contact.on, language, country, weekday=True)
    at = "a las" if language == "es" else "at"
    return f"{day} {at} {contact.at:%H:%M}, {_BY[language][contact.channel]}, {_WHOM[language][contact.who]}"


def against(call: WholeCall, *about: About) -> Iterator[Standing]:
    """The rules of this kind that the chosen contact does not keep."""
    record, case = call.record, call.case
    if record.contact is None:
        return
    agency = case is None or case.creditor.agency is not None
    sought = Sought(record.country, record.language, record.contact, record.earlier, agency)
    yield from (s for s in standings(sought) if s.about in about and s.kind != "lawful")
