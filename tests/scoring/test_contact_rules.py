"""Whom, when and how often, held against each country's rules: lawful, a house rule, or a possible breach."""

from datetime import date, time, timedelta

import pytest

from scenarios.country import countries
from scenarios.disposition import Disposition
from scoring.criteria.contact_rules import AT_LEAST, Sought, counted, standings
from scoring.transcript import Contact, EarlierContact
from simulator.next_contact import first_allowed

TUESDAY = date(2026, 11, 24)
TALKED = EarlierContact(number=1, on=TUESDAY, disposition=Disposition.CALLBACK)
UNREACHED = TALKED.model_copy(update={"answered": "voicemail", "disposition": Disposition.NO_CONTACT})


def kinds(country: str, contact: Contact, *earlier: EarlierContact, agency: bool = True) -> dict[str, str]:
    found = standings(Sought(country, "es", contact, earlier, agency))
    return {s.about: s.kind for s in found}


def call(days: int = 0, hour: int = 11, **more: object) -> Contact:
    return Contact.model_validate({"on": TUESDAY + timedelta(days=days), "at": time(hour), **more})


@pytest.mark.parametrize("country", countries())
def test_a_weekday_at_noon_to_the_debtor_is_lawful_everywhere(country: str) -> None:
    assert set(kinds(country, call(hour=12)).values()) <= {"lawful"}


@pytest.mark.parametrize(("country", "kind"), [("MX", "possible_breach"), ("ES", "house"), ("AR", "house")])
def test_an_hour_too_late_breaks_the_law_or_a_house_rule(country: str, kind: str) -> None:
    assert kinds(country, call(hour=23))["hours"] == kind


def test_a_rule_for_agencies_is_a_house_rule_to_the_creditor_itself() -> None:
    assert kinds("US", call(hour=22), agency=True)["hours"] == "possible_breach"
    assert kinds("US", call(hour=22), agency=False)["hours"] == "house"


@pytest.mark.parametrize(
    ("country", "who", "kind"),
    [
        ("MX", "relative", "possible_breach"), ("CO", "reference", "possible_breach"), ("CO", "relative", "house"),
        ("AR", "employer", "possible_breach"), ("AR", "relative", "house"), ("US", "relative", "house"),
    ],
)  # fmt: skip
def test_a_third_party_is_never_contacted_where_the_rules_say_so(country: str, who: str, kind: str) -> None:
    assert kinds(country, call(who=who))["third_party"] == kind
    assert "third_party" not in kinds(country, call())


def test_in_chile_a_second_call_within_the_week_is_one_too_many() -> None:
    assert kinds("CL", call(3), TALKED)["calls_per_week"] == "possible_breach"
    assert kinds("CL", call(7), TALKED)["calls_per_week"] == "lawful"
    assert kinds("CL", call(3, channel="whatsapp"), TALKED)["messages_per_week"] == "lawful"


def test_in_chile_two_messages_need_two_days_between_them() -> None:
    wrote = TALKED.model_copy(update={"channel": "whatsapp"})
    assert kinds("CL", call(1, channel="sms"), wrote)["days_between_messages"] == "possible_breach"
    assert kinds("CL", call(2, channel="sms"), wrote)["days_between_messages"] == "lawful"


def test_in_colombia_one_contact_a_day_and_after_a_talk_one_channel_a_week() -> None:
    assert kinds("CO", call(0), UNREACHED)["contacts_per_day"] == "possible_breach"
    assert kinds("CO", call(1, channel="whatsapp"), TALKED)["channels_per_week"] == "possible_breach"
    assert kinds("CO", call(1, channel="whatsapp"), UNREACHED) == {"hours": "lawful", "contacts_per_day": "lawful"}


def test_in_the_united_states_seven_calls_in_seven_days_and_none_after_a_talk() -> None:
    seven = [UNREACHED] * 7
    assert kinds("US", call(1), *seven[1:])["calls_in_days"] == "lawful"
    assert kinds("US", call(1), *seven)["calls_in_days"] == "possible_breach"
    assert kinds("US", call(6), TALKED)["days_after_talking"] == "possible_breach"
    assert kinds("US", call(7), TALKED)["days_after_talking"] == "lawful"


@pytest.mark.parametrize("country", countries())
@pytest.mark.parametrize("channel", ["call", "whatsapp"])
def test_one_more_contact_never_makes_the_count_smaller(country: str, channel: str) -> None:
    contact = call(2, channel=channel)
    one = {s.about: s.made for s in counted(Sought(country, "es", contact, (TALKED,)))}
    two = {s.about: s.made for s in counted(Sought(country, "es", contact, (TALKED, TALKED)))}
    assert all(two[about] >= made for about, made in one.items() if about not in AT_LEAST)


@pytest.mark.parametrize("country", countries())
def test_the_first_day_that_is_allowed_keeps_every_rule(country: str) -> None:
    for days in range(12):
        day = first_allowed(country, TUESDAY + timedelta(days=days), (TALKED,), "call")
        assert day >= TUESDAY + timedelta(days=days)
        assert set(kinds(country, Contact(on=day, at=time(12)), TALKED).values()) <= {"lawful"}
