"""The rules of contact that a case file shows are those that fit the call."""

import datetime

from scenarios.case import Case
from scenarios.generation import generate_case
from scenarios.load import load_scenario
from simulator.fitting_rules import fitting

ON = datetime.date(2026, 11, 23)


def case_of(scenario: str, country: str) -> Case:
    return generate_case(load_scenario(scenario), country, 7, ON)


def ids(case: Case) -> set[str]:
    return {rule.id for rule in fitting(case)}


def test_a_person_who_owes_sees_the_rules_of_the_country() -> None:
    assert {"hours", "third_parties", "frequency"} <= ids(case_of("job_loss", "CL"))


def test_a_company_is_not_under_the_rules_that_protect_consumers() -> None:
    assert ids(case_of("payables_gatekeeper", "MX")) == {"illicit_collection"}
    assert ids(case_of("payables_gatekeeper", "US")) == set()


def test_a_rule_on_messages_does_not_stand_in_the_file_of_a_call() -> None:
    call = case_of("job_loss", "CL")
    assert "no_court_in_messages" not in ids(call)
    assert "no_court_in_messages" in ids(call.model_copy(update={"channel": "whatsapp"}))


def test_a_rule_that_the_country_no_longer_holds_stays_in_a_case_drawn_before() -> None:
    case = case_of("job_loss", "MX")
    gone = case.contact_rules[0].model_copy(update={"id": "given_up_since"})
    assert "given_up_since" in ids(case.model_copy(update={"contact_rules": (gone,)}))
