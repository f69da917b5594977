"""The case file of a company: the company owes, its clerk is whom one talks to."""

from datetime import date

from scenarios.generation import generate_case
from scenarios.load import list_scenarios
from simulator.app_pages import casefile
from simulator.i18n import translator


def test_nothing_of_the_clerks_private_life_stands_in_a_companys_file() -> None:
    scenario = next(s for s in list_scenarios() if s.id == "payables_gatekeeper")
    case = generate_case(scenario, "MX", 7, date(2026, 11, 23), "es")
    assert case.company
    rows = dict(casefile.debtor(translator("en"), case))
    assert next(iter(rows.items())) == ("Company", case.company.name)
    assert not rows.keys() & {"Birth date", "Identity document ends in", "Age"}
    assert rows["Name"] == case.debtor.full_name
    assert rows["Role"] == case.company.contact_role
