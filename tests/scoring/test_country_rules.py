import datetime
from datetime import date

import pytest

from scenarios.country import countries
from scoring.criteria.country_rules import hours_rule, reason_rule
from tests.scoring.test_whole_calls import found, judged

MONDAY, FRIDAY, SATURDAY, SUNDAY = (date(2026, 11, day) for day in (30, 27, 28, 29))
FEAST = date(2026, 12, 8)
"""A holiday, on a Tuesday, in Argentina, Colombia and Peru."""


@pytest.mark.parametrize(
    ("country", "day", "at", "broken"),
    [
        ("CO", FRIDAY, "07:00", False), ("CO", FRIDAY, "19:00", False), ("CO", FRIDAY, "19:01", True),
        ("CO", FRIDAY, "06:59", True), ("CO", SATURDAY, "08:00", False), ("CO", SATURDAY, "07:30", True),
        ("CO", SATURDAY, "15:00", False), ("CO", SATURDAY, "15:30", True), ("CO", SUNDAY, "11:00", True),
        ("CO", FEAST, "11:00", True), ("CO", SATURDAY, None, False), ("CO", SUNDAY, None, True),
        ("PE", FRIDAY, "20:00", False), ("PE", FRIDAY, "20:30", True), ("PE", SATURDAY, "11:00", True),
        ("PE", FEAST, "11:00", True), ("AR", MONDAY, "09:00", False), ("AR", MONDAY, "08:30", True),
        ("AR", SATURDAY, "11:00", True), ("AR", FEAST, "11:00", True), ("GB", SATURDAY, "11:00", False),
        ("GB", MONDAY, "21:30", True), ("GB", date(2026, 12, 28), "11:00", True), ("CL", SATURDAY, "19:00", False),
        ("MX", SUNDAY, "21:59", False),
    ],
)  # fmt: skip
def test_hours_depend_on_the_country_and_the_day(country, day, at, broken):
    rule = hours_rule(country, "es", day, datetime.time.fromisoformat(at) if at else None)
    assert (rule is not None) is broken


@pytest.mark.parametrize("country", countries())
def test_every_pack_has_an_hour_at_which_nobody_is_called(country):
    assert hours_rule(country, "en", MONDAY, datetime.time(3)) is not None
    assert hours_rule(country, "en", MONDAY, datetime.time(11)) is None


def test_custom_and_law_are_told_apart():
    severities = {c: hours_rule(c, "en", MONDAY, datetime.time(3)).severity for c in countries()}
    assert {c for c, severity in severities.items() if severity == "house"} == {"AR", "ES", "GB"}


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_rule_on_the_reason_is_that_of_the_pack(language):
    rule = reason_rule("CO", language)
    assert "Ley 2300" in rule.source
    assert not rule.verified
    assert [c for c in countries() if reason_rule(c, language)] == ["CO"]


@pytest.mark.parametrize(
    ("country", "said", "met"),
    [
        ("CO", "Le llamo el sábado a las 10 de la mañana.", True),
        ("CO", "Le llamo el sábado a las 5 de la tarde.", False),
        ("CO", "Le llamo el viernes a las 5 de la tarde.", True),
        ("PE", "Le llamo el sábado a las 10 de la mañana.", False),
        ("AR", "Lo llamo el viernes a las 9 de la noche.", False),
    ],
)
def test_the_next_contact_is_announced_within_the_hours_of_the_country(country, said, met):
    card = judged(["Ahorita no puedo.", said], country=country, currency=None)
    assert ("keeps_to_lawful_times", met) in found(card, "compliance")
    assert ("keeps_to_lawful_times", not met) not in found(card, "compliance")


def test_a_late_saturday_call_in_colombia_waits_for_a_person_and_names_the_law():
    at = datetime.time(16)
    gates = judged(["¿Aló?", "Buenas tardes."], country="CO", on=SATURDAY, at=at).gates
    assert [(g.id, g.status) for g in gates] == [("unlawful_time", "possible_breach")]
    assert "Ley 2300 de 2023" in gates[0].source
    assert "sin verificar" in gates[0].source
