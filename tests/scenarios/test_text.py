from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.case import Case
from scenarios.country import countries, load_country
from scenarios.draft import draft
from scenarios.generation import countries_of, generate_case, languages_in
from scenarios.load import library
from scenarios.problem import ScenarioError
from scenarios.references import lines
from scenarios.scenario import Scenario
from scenarios.text import (
    DRAWN,
    KNOWN,
    OF_THE_TALK,
    faults,
    format_day,
    in_general,
    placeholders,
    polite_name,
    render,
    without_form,
)

ON = date(2026, 11, 23)


@pytest.fixture(scope="module")
def tiny(tiny: Scenario) -> Scenario:
    """The tiny scenario, offered in every country that has a pack."""
    return tiny.model_copy(update={"countries": countries()})


@pytest.fixture(scope="module")
def man(tiny: Scenario) -> Case:
    return _changed(generate_case(tiny, "MX", 7, ON), gender="male", title="señor", first_name="Luis")


@pytest.fixture(scope="module")
def woman(tiny: Scenario) -> Case:
    return _changed(generate_case(tiny, "MX", 7, ON), gender="female", title="señora", first_name="Luisa")


def _changed(case: Case, **debtor: str) -> Case:
    changed = case.debtor.model_copy(update={"last_name": "Ruiz Soto", **debtor})
    account = case.account.model_copy(update={"balance": Decimal("4500.50"), "days_past_due": 1})
    return case.model_copy(update={"debtor": changed, "account": account})


def test_values_are_written_as_the_country_writes_them(man: Case) -> None:
    assert render("Debe {account.balance} al {creditor.name}.", man) == f"Debe $4,500.50 al {man.creditor.name}."
    assert render("Soy {debtor.first_name}.", man) == "Soy Luis."


def test_forms_follow_the_debtors_gender(man: Case, woman: Case) -> None:
    line = "Estoy cansad{debtor:o|a}, soy trabajador{debtor:|a}."
    assert render(line, man) == "Estoy cansado, soy trabajador."
    assert render(line, woman) == "Estoy cansada, soy trabajadora."


def test_forms_follow_a_number(man: Case) -> None:
    assert render("{account.days_past_due} {account.days_past_due:día|días}", man) == "1 día"
    assert render("{offer.count} {offer.count:pago|pagos}", man, {"offer.count": 3}) == "3 pagos"
    assert render("Un {offer.count:pago|pagos}", man, {"offer.count": "1"}) == "Un pago"


def test_values_of_the_talk_are_written_by_kind(man: Case) -> None:
    extra = {"offer.amount": Decimal("850"), "offer.date": date(2026, 12, 15), "agent.name": "Ana"}
    assert render("{offer.amount} el {offer.date}, {agent.name}", man, extra) == "$850 el 15 de diciembre, Ana"


def test_a_line_that_begins_with_a_value_begins_with_a_capital(woman: Case) -> None:
    assert render("{debtor.polite_name} no está.", woman) == "Señora Ruiz no está."
    assert render("Habla con {debtor.polite_name}.", woman) == "Habla con señora Ruiz."


def test_an_abbreviation_at_the_end_takes_no_second_full_stop(man: Case) -> None:
    case = man.model_copy(update={"facts": {"employer": "Ruiz, S.L."}})
    assert render("Me echaron de {facts.employer}.", case) == "Me echaron de Ruiz, S.L."
    assert render("En {facts.employer} no pagan.", case) == "En Ruiz, S.L. no pagan."


def test_a_value_with_braces_is_not_filled_again(man: Case) -> None:
    assert render("Soy {agent.name}.", man, {"agent.name": "{debtor.phone}"}) == "Soy {debtor.phone}."


def test_a_value_that_nobody_has_is_an_error(man: Case) -> None:
    with pytest.raises(ScenarioError, match=r"'{counter\.amount}' has no value here"):
        render("Le doy {counter.amount}.", man)


@pytest.mark.parametrize("line", ["{debtor.__class__}", "{0}", "{debtor.first_name!r}", "{}", "{debtor", "a } b"])
def test_nothing_but_known_names_is_a_placeholder(line: str) -> None:
    assert list(faults(line))


def test_a_slip_of_the_pen_is_answered_with_the_nearest_name() -> None:
    ((message, remedy),) = faults("Soy {debtor.frist_name}.")
    assert message == "unknown placeholder '{debtor.frist_name}'"
    assert remedy.startswith("Did you mean '{debtor.first_name}'?")


@pytest.mark.parametrize("country", countries())
def test_every_case_can_fill_every_name_but_those_of_the_talk(tiny: Scenario, country: str) -> None:
    case = generate_case(tiny, country, 3, ON)
    names = KNOWN - set(OF_THE_TALK) - {"debtor"}
    assert set(DRAWN) <= names
    for name in names:
        assert "{" not in render(f"{{{name}}}", case)


@given(st.text(max_size=80))
def test_a_text_without_faults_and_placeholders_stays_as_it_is(man: Case, line: str) -> None:
    if not list(faults(line)) and not placeholders(line):
        assert render(line, man) == line


@pytest.mark.parametrize(
    ("country", "language", "polite"),
    [
        ("MX", "es", "señora Ruiz"), ("CL", "es", "señora Ana"), ("AR", "es", "señora Ruiz"),
        ("CO", "es", "señora Ana"), ("PE", "es", "señora Ruiz"), ("ES", "es", "señora Ruiz"),
        ("US", "es", "señora Ruiz"), ("US", "en", "Ms. Ruiz Paz"), ("GB", "en", "Ms Ruiz Paz"),
    ],
)  # fmt: skip
def test_people_are_addressed_as_in_their_country(tiny: Scenario, country: str, language: str, polite: str) -> None:
    case = generate_case(tiny, country, 5, ON, language)
    title = load_country(country).title("female", case.language)
    ana = {"gender": "female", "title": title, "first_name": "Ana", "last_name": "Ruiz Paz"}
    assert polite_name(case.model_copy(update={"debtor": case.debtor.model_copy(update=ana)})) == polite


def test_a_day_is_said_with_its_weekday() -> None:
    assert format_day(date(2026, 12, 18), "es", "MX") == "viernes 18 de diciembre"


@pytest.mark.parametrize("path", library().values(), ids=lambda p: p.stem)
def test_every_line_of_the_library_can_be_said_in_every_call(path: Path) -> None:
    found = draft(path.read_text(encoding="utf-8"), path.name)
    talk = dict.fromkeys(OF_THE_TALK, "2")
    for country in countries_of(found.scenario):
        for language in languages_in(found.scenario, country):
            case = generate_case(found.scenario, country, 7, ON, language)
            for _, key, line in lines(found):
                if key in (language, f"{language}-{country}"):
                    assert "{" not in render(line, case, talk)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Lleva {account.days_past_due} días.", "Lleva 35–75 días."),
        ("Encantador{debtor:|a} y generos{debtor:o|a}.", "Encantador/a y generoso/a."),
        ("{account.days_past_due:día|días}", "días"),
        ("Debe {account.balance}.", "Debe …."),
    ],
)
def test_before_there_is_a_case_a_line_says_what_holds_of_all(line: str, shown: str) -> None:
    assert in_general(line, {"account.days_past_due": "35–75"}) == shown


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Distribuciones Egea, S.L.", "Distribuciones Egea"),
        ("Comercial Soto SpA", "Comercial Soto"),
        ("Inversiones Quispe S.A.C.", "Inversiones Quispe"),
        ("Hawkins Wholesale, LLC", "Hawkins Wholesale"),
        ("Kerr & Sons Ltd", "Kerr & Sons"),
        ("Ferretería Rojas", "Ferretería Rojas"),
        ("Soto E.I.R.L.", "Soto E.I.R.L."),
    ],
)
def test_a_company_is_spoken_of_without_its_legal_form(written: str, said: str) -> None:
    assert without_form(written) == said
