"""Templates are sound, short and bilingual; the guided form makes a scenario of each that has nothing to mend."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.values import Language
from simulator.studio import checking
from simulator.studio.guided import MEANS, MOODS, PATIENCE, Answers, Hidden, Mood, composed
from simulator.studio.templates import Template, in_one_language, templates


@pytest.mark.parametrize("template", templates(), ids=lambda t: t.name)
def test_a_template_is_sound_short_explained_and_its_recorded_calls_hold(template: Template) -> None:
    verdict = checking.verdict(template.text)
    assert verdict.ready
    assert {p.rule for p in verdict.problems} <= {"playthrough_kinds"}
    assert template.about.keys() == template.title.keys() == {"es", "en"}
    before, _, _ = template.text.partition("\nplaythroughs:")
    assert len(before.splitlines()) <= 160


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("template", templates(), ids=lambda t: t.name)
def test_one_language_of_a_template_stands_alone(template: Template, language: Language) -> None:
    text = in_one_language(template.text, language)
    scenario = checking.scenario_of(text.replace("[MX, CL, CO, PE, US]", "[US]"))
    assert scenario is not None
    assert scenario.languages == (language,)
    assert scenario.playthroughs == ()
    assert f"#{language}" not in text


def test_the_forms_answers_stand_in_the_scenario() -> None:
    say = "Cerré el taller en marzo.\n\nSe acabó: «ni modo»."
    shut = Hidden(label="Cerró su taller", say=say, words="taller, Cerró")
    answers = Answers(
        language="es", title="Cerró  el taller", countries=("MX",), gender="female", age=(30, 40), mood="furious",
        reason=shut, also=Hidden(label="Vive con su hermana", say="Ando en casa de mi hermana."), means="hardly",
        instalments=9, discount=15, patience="short", difficulty=4, occupation="ambulante", paydays="weekly",
    )  # fmt: skip
    (forgot,) = (t for t in templates() if t.name == "forgot")
    text = composed(forgot.text, answers, template=True)
    scenario = checking.scenario_of(text)
    assert scenario is not None
    assert (scenario.title, scenario.countries) == ({"es": "Cerró el taller"}, ("MX",))
    assert scenario.facts[0].say["es"] == ("Cerré el taller en marzo.", "Se acabó: «ni modo».")
    assert scenario.facts[0].words["es"] == ("taller", "cerró")
    assert (scenario.facts[1].id, scenario.facts[1].say["es"]) == (
        "vive_con_su_hermana",
        ("Ando en casa de mi hermana.",),
    )
    assert (scenario.debtor.anger, scenario.debtor.gender, scenario.debtor.age) == (72, "female", (30, 40))
    assert (scenario.debtor.occupation, scenario.budget.paydays) == ({"es": "ambulante"}, "weekly")
    assert (scenario.policy.max_instalments, scenario.policy.max_discount_pct) == (9, 15)
    assert "anger >= 70" in [e.when.text for e in scenario.endings if e.id == "hung_up"]
    assert not checking.verdict(text).errors


def test_a_fact_that_is_told_anew_bears_a_name_of_its_own_wherever_it_is_spoken_of() -> None:
    (lost,) = (t for t in templates() if t.name == "lost_income")
    was = [fact.id for fact in checking.scenario_of(lost.text).facts]  # type: ignore[union-attr]
    answers = Answers(language="es", title="x", also=Hidden(label="Su marido se fue", say="Se fue mi marido."))
    scenario = checking.scenario_of(text := composed(lost.text, answers, template=True))
    assert scenario is not None
    assert [fact.id for fact in scenario.facts] == [was[0], "su_marido_se_fue"]
    assert was[1] not in text
    assert not checking.verdict(text).errors


@pytest.mark.parametrize("mood", MOODS)
def test_a_mood_of_the_form_is_nothing_to_mend_by_itself(mood: Mood) -> None:
    (lost,) = (t for t in templates() if t.name == "lost_income")
    text = composed(lost.text, Answers(language="es", title="x", mood=mood), template=True)
    assert {p.field for p in checking.problems_of(text)} <= {"playthroughs"}


@settings(max_examples=25)
@given(
    st.sampled_from(templates()), st.sampled_from(["es", "en"]),
    st.fixed_dictionaries({"mood": st.sampled_from([*MOODS]), "means": st.sampled_from([*MEANS]),
                           "patience": st.sampled_from([*PATIENCE]), "instalments": st.integers(1, 60)}),
    st.text("aé:#{}\"' -", max_size=30),
)  # fmt: skip
def test_whatever_is_answered_makes_a_scenario_that_can_be_read(
    template: Template, language: Language, chosen: dict[str, object], words: str
) -> None:
    answers = Answers.model_validate({"language": language, "title": f"x {words}", "countries": ("US",), **chosen})
    assert checking.drafted(composed(template.text, answers, template=True)) is not None
