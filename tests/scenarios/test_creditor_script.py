from datetime import date

import pytest

from scenarios.country import countries, load_country
from scenarios.creditor import creditor_for, creditors
from scenarios.generation import generate_case
from scenarios.load import list_scenarios, load_scenario

ON = date(2026, 11, 23)


def spoken():
    """Every creditor in each of its countries that has a pack, in every language spoken there."""
    for file in creditors():
        for code in file.offices:
            if code in countries():
                pack = load_country(code)
                for language in pack.languages:
                    yield pytest.param(file, pack, language, id=f"{file.id}-{code}-{language}")


@pytest.mark.parametrize(("file", "pack", "language"), list(spoken()))
def test_a_script_is_complete_in_the_language_of_the_call(file, pack, language):
    owner = creditor_for(file.products[0], pack, language)
    assert owner.statements
    assert owner.forbidden
    for line in owner.statements:
        assert line.text
        assert "{" not in line.text
        assert line.wording == "verbatim" or line.heard_by
        assert not any("{" in words for words in line.heard_by)
    assert all(phrase.heard_by for phrase in owner.forbidden)


@pytest.mark.parametrize("file", creditors(), ids=lambda f: f.id)
def test_a_statement_that_a_law_asks_for_names_a_rule_that_stands_in_a_pack(file):
    for line in file.script.required:
        if line.rule:
            packs = [load_country(c) for c in (line.countries or countries())]
            assert any(rule.id == line.rule for pack in packs for rule in pack.contact_rules)


def test_a_statement_by_law_brings_its_source_and_day_into_the_case():
    case = generate_case(load_scenario("job_loss"), "US", 7, ON, "en")
    collector = next(s for s in case.creditor.statements if s.id == "collector")
    assert "12 CFR 1006.18" in collector.source
    assert collector.as_of is not None
    assert not collector.verified


def test_a_statement_for_one_country_is_not_required_in_another():
    asked = {c: generate_case(load_scenario("job_loss"), c, 7, ON).creditor.statements for c in ("MX", "CL")}
    assert "complaints_unit" in {s.id for s in asked["MX"]}
    assert "complaints_unit" not in {s.id for s in asked["CL"]}


def test_a_scenario_is_scored_by_the_default_rubric_unless_it_names_another():
    assert {scenario.rubric for scenario in list_scenarios()} == {"default", "full"}
    assert load_scenario("job_loss").rubric == "default"
    assert load_scenario("job_loss").model_copy(update={"rubric": "full"}).rubric == "full"
