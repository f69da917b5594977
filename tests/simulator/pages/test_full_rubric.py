"""The pages under the full rubric: the plan, the script, the three further criteria and their names."""

import pytest

from tests.simulator.pages import played
from tests.simulator.pages.conftest import Visit, shown


@pytest.mark.parametrize(
    ("english", "words"),
    [
        (False, ("Negociación", "Preparación", "Cumplimiento", "En su plan", "El guion del acreedor")),
        (True, ("Negotiation", "Preparation", "Compliance", "In your plan", "The creditor's script")),
    ],
)
def test_the_scorecard_shows_the_three_further_criteria_in_the_screens_language(
    visit: Visit, english: bool, words: tuple[str, ...]
) -> None:
    tab = played.choosing(visit)
    if english:
        tab.button(key="switch_language").click().run()
    tab.number_input(key="seed_job_loss").set_value(7).run()
    tab.selectbox(key="rubric_job_loss").set_value("full").run()
    tab.button(key="start_job_loss").click().run()
    attempt = played.attempt_of(tab)
    assert any(words[-1] in folded.label for folded in tab.expander)
    tab.text_input(key=f"plan_goal_{attempt}").set_value("Close a plan: acordar una fecha").run()
    tab.text_input(key=f"plan_verification_{attempt}").set_value("Confirm the date of birth: confirmar datos").run()
    tab.button(key="call").click().run()
    for reply in played.REPLIES:
        played.say(tab, reply)
    tab.button(key="deed_end").click().run().button(key="end_yes").click().run()
    tab.button(key="to_follow_up").click().run()
    tab.text_area(key=f"note_{attempt}").set_value("No agreement. Sin acuerdo.").run()
    tab.button(key="finish").click().run()
    assert not tab.exception
    for word in words[:-1]:
        assert word in shown(tab), word


def test_the_full_rubric_can_be_read_with_its_cards(visit: Visit) -> None:
    person = played.person_of(played.newcomer(visit))
    tab = visit(person, "scores")
    tab.selectbox(key="rubric").set_value("full").run()
    assert not tab.exception
    assert "Negociación · 20 %" in shown(tab)
    assert "Da a cambio de algo" in shown(tab)
    assert "Contacto fuera del horario permitido" in shown(tab)
