"""WhatsApp's day: after it only an approved template reopens the conversation."""

from scenarios.case import Case
from scenarios.generation import generate_case
from scenarios.load import load_scenario
from simulator.conversation import opening, respond
from simulator.earlier import Earlier
from simulator.state import Said, Step
from tests.simulator.engine import ON

GHOST = load_scenario("whatsapp_ghost")
HELLO = "Buenas tardes, soy Laura Méndez, de Gestoría Puente. ¿Hablo con la titular?"
MORE = "¿Pudo ver lo que le escribí ayer?"


def case(channel: str = "whatsapp") -> Case:
    return generate_case(GHOST, "MX", 7, ON, "es").model_copy(update={"channel": channel})


def after(*said: str | Said, here: Case | None = None, earlier: Earlier | None = None) -> Step:
    here = here or case()
    step = opening(GHOST, here, earlier)
    for one in said:
        step = respond(GHOST, here, step.state, one if isinstance(one, Said) else Said(text=one))
    return step


SILENT = Said(event="wait")


def test_after_a_day_of_silence_only_a_template_is_delivered() -> None:
    before, held = after(HELLO, SILENT), after(HELLO, SILENT, MORE)
    assert held.state.beats[-1] == "kept_back"
    assert (held.state.anger, held.state.trust, held.state.facts) == (
        before.state.anger, before.state.trust, before.state.facts,
    )  # fmt: skip
    assert held.reading is None
    assert held.state.after_minutes == 0


def test_a_template_reopens_the_conversation_and_is_typed_with_a_slip_or_other_spaces() -> None:
    template = case().templates[0]
    assert case().debtor.first_name in template
    reopened = after(HELLO, SILENT, template.replace("  ", " ").lower() + " ")
    assert not reopened.state.window_closed
    assert "kept_back" not in after(HELLO, SILENT, template, MORE).state.beats


def test_the_same_message_sent_again_once_it_can_be_delivered_is_no_repetition() -> None:
    again = after(HELLO, SILENT, MORE, case().templates[0], MORE)
    assert "chat_repeated" not in again.state.beats


def test_a_later_contact_begins_with_a_template() -> None:
    earlier = Earlier(contact=2, anger=20, trust=40, commitment=40)
    assert after(HELLO, earlier=earlier).state.beats[-1] == "kept_back"
    assert "kept_back" not in after(case().templates[1], earlier=earlier).state.beats


def test_elsewhere_no_day_counts() -> None:
    assert "kept_back" not in after(HELLO, SILENT, MORE, here=case("sms")).state.beats
    without = case().model_copy(update={"templates": ()})
    assert "kept_back" not in after(HELLO, SILENT, MORE, here=without).state.beats
