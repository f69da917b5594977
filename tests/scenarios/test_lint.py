import json
from pathlib import Path

import pytest

from scenarios.expressions import Condition
from scenarios.lint import RULES, card, lint, lint_text
from scenarios.lint.card import card_names
from scenarios.lint.holds import can_hold
from scenarios.load import library
from scenarios.source import read_nodes

DATA = Path(__file__).parent / "data"
NAMES = [rule.id for rule in RULES]


def replaced(whole: str, fragment: str) -> str:
    """The whole file with the fragment's keys in place of its own."""
    content = read_nodes(whole, "whole").plain() | read_nodes(fragment, "fragment").plain()
    return json.dumps(content, ensure_ascii=False)


def rules_of(text: str) -> set[str]:
    return {problem.rule for problem in lint_text(text)}


def test_every_rule_has_its_card_and_every_card_its_rule() -> None:
    assert tuple(sorted(NAMES)) == card_names()


@pytest.mark.parametrize("name", NAMES)
def test_the_cards_wrong_example_is_found_and_its_right_one_is_not(tiny_text: str, name: str) -> None:
    shown = card(name)
    assert name in rules_of(replaced(tiny_text, shown.wrong))
    after = lint_text(replaced(tiny_text, shown.right))
    assert name not in {problem.rule for problem in after}
    assert "format" not in {problem.rule for problem in after}


@pytest.mark.parametrize("name", NAMES)
def test_a_card_speaks_both_languages(name: str) -> None:
    shown = card(name)
    for texts in (shown.what, shown.why, shown.remedy):
        assert texts["es"] and texts["en"] and texts["es"] != texts["en"]


def test_a_card_that_does_not_exist_is_said() -> None:
    with pytest.raises(KeyError, match="no lint card 'beauty'"):
        card("beauty")


def test_what_cannot_be_read_is_a_problem_of_the_format() -> None:
    found = lint(DATA / "unknown_act.yaml")
    assert {problem.rule for problem in found} == {"format"}
    assert [p.line for p in found] == sorted(p.line for p in found)


def test_a_file_that_is_not_there_is_a_problem_too(tmp_path: Path) -> None:
    (problem,) = lint(tmp_path / "none.yaml")
    assert problem.severity == "error"


def test_errors_come_before_warnings(tiny_text: str) -> None:
    found = lint_text(replaced(tiny_text, card("missing_translation").wrong))
    severities = [problem.severity for problem in found]
    assert severities == sorted(severities)
    assert set(severities) == {"error", "warning"}


def test_the_library_has_no_errors() -> None:
    errors = [str(p) for path in library().values() for p in lint(path) if p.severity == "error"]
    assert errors == []


def test_voseo_is_at_home_where_only_argentina_plays(tiny_text: str) -> None:
    wrong = card("voseo_outside_ar").wrong + "\ncountries: [AR]\nplaythroughs: []"
    assert "voseo_outside_ar" not in rules_of(replaced(tiny_text, wrong))


def test_a_hard_scenario_without_an_agreement_may_be_unpayable(tiny_text: str) -> None:
    ending = '{id: no, when: "refusals > 2", disposition: refusal, say: {es: "No.", en: "No."}}'
    refusal = f"\nendings: [{ending}]\nplaythroughs: []"
    wrong = card("policy_budget_impossible").wrong
    assert "policy_budget_impossible" not in rules_of(replaced(tiny_text, wrong + refusal))


def test_a_text_for_a_country_alone_does_not_replace_its_language(tiny_text: str) -> None:
    assert "missing_translation" in rules_of(replaced(tiny_text, 'briefing: {es-MX: "Debe.", en: "Owes."}'))


@pytest.mark.parametrize(
    ("fragment", "rule", "said"),
    [
        ('endings: [{id: a, when: "anger > 9", immediate: true, disposition: hung_up, say: {es: A, en: A}}]',
         "dead_end", "cuts the call off"),
        ("title: {es: A}\ncountries: [MX, US]", "missing_translation", ""),
        ("title: {en: A}\ncountries: [MX, US]\nplaythroughs: []", "missing_translation", "MX speaks es"),
        ("playthroughs: [{name: a, language: es, country: MX, seed: 1, on: 2026-11-23, turns: [], ending: plan}]",
         "playthrough_missing", "nobody says a word"),
        ("facts: [{id: lost_job, label: {es: a, en: a}, reveal: {acts_any: []}, say: {es: a, en: a}}]",
         "unreachable_fact", "no act brings it out"),
        ("facts: [{id: lost_job, label: {es: a, en: a}, reveal: {acts_any: [greet], when: fact(lost_job)},"
         " say: {es: a, en: a}}]", "unreachable_fact", "never hold"),
    ],
)  # fmt: skip
def test_a_rule_sees_more_than_its_card_shows(tiny_text: str, fragment: str, rule: str, said: str) -> None:
    found = [p.message for p in lint_text(replaced(tiny_text, fragment)) if p.rule == rule]
    assert any(said in message for message in found) == bool(said)


def test_a_circle_of_two_facts_is_found(tiny_text: str) -> None:
    fact = "{{id: {}, label: {{es: a, en: a}}, after: [{}], reveal: {{acts_any: [greet]}}, say: {{es: a, en: a}}}}"
    circle = f"facts: [{fact.format('lost_job', 'two')}, {fact.format('two', 'lost_job')}]"
    found = [p for p in lint_text(replaced(tiny_text, circle)) if p.rule == "unreachable_fact"]
    assert [p.field for p in found] == ["facts[lost_job].after", "facts[two].after"]


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("true", True), ("false", False), ("anger > 100", False), ("anger >= 100", True), ("trust < 0", False),
        ("anger > 70 and anger < 60", False), ("anger > 70 and anger < 72", True), ("phase == 'open'", True),
        ("fact(a) and not fact(a)", False), ("turn > 99", True), ("anger < trust", True),
        ("country == 'MX' and country == 'CL'", False), ("days_past_due > 120", True),
    ],
)  # fmt: skip
def test_conditions_that_no_state_fulfils_are_told_apart(text: str, possible: bool) -> None:
    assert can_hold(Condition(text)) is possible
