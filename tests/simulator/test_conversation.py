import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.load import load_scenario
from simulator.conversation import opening, respond
from simulator.ending import ASKING_TURNS, CLOSING_TURNS
from simulator.record import call_record
from simulator.state import Said, Step
from tests.simulator.engine import case, job_loss

HELLO = "Buenas tardes, le habla Laura Méndez, de la financiera. ¿Hablo con el titular de la cuenta?"
LISTENS = "Siempre pagó puntual y me imagino que algo cambió. ¿Qué fue lo que pasó?"
FEELS = "Lamento mucho que se quedara sin trabajo, debe de ser muy angustiante."
ASKS = "¿Cuánto podría apartar cada quincena sin descuidar lo de su casa?"
TAKES = "De acuerdo, aceptamos su propuesta: quedamos así."
GOODBYE = "Gracias por su confianza. Que tenga buena tarde, hasta luego."


def talk(*replies: str, events: tuple[str, ...] = ()) -> list[Step]:
    steps = [opening(job_loss(), case())]
    for said in (*(Said(text=r) for r in replies), *(Said.model_validate({"event": e}) for e in events)):
        steps.append(respond(job_loss(), case(), steps[-1].state, said))
    return steps


def test_the_debtor_picks_up_before_anything_is_said() -> None:
    step = opening(job_loss(), case())
    assert step.number == 0
    assert step.words


def test_the_same_replies_give_the_same_steps() -> None:
    assert talk(HELLO, LISTENS, FEELS) == talk(HELLO, LISTENS, FEELS)


def test_a_call_led_well_ends_in_a_plan_that_fits() -> None:
    last = talk(HELLO, LISTENS, FEELS, ASKS, TAKES, GOODBYE)[-1].state
    assert (last.ended, last.disposition) == ("plan", "plan")
    assert last.agreement is not None
    assert last.beyond_authority == ()


def test_listening_wins_trust_and_brings_the_fact_out() -> None:
    steps = talk(HELLO, LISTENS, FEELS)
    assert "lost_job" in steps[-1].state.facts
    assert steps[-1].state.trust > steps[0].state.trust
    assert steps[-1].state.anger < steps[0].state.anger


def test_hostility_ends_in_a_hung_up_call() -> None:
    rude = ("Pague hoy o mando gente a su trabajo, ratero.", "Es usted un sinvergüenza y un muerto de hambre.")
    steps = talk(*rude)
    assert steps[-1].state.ended == "hung_up"
    assert "lost_job" not in steps[-1].state.facts


def test_every_change_names_its_cause() -> None:
    assert all(change.cause for step in talk(HELLO, LISTENS, FEELS, ASKS, TAKES) for change in step.changes)


def test_what_cannot_be_understood_is_asked_back_each_time_otherwise() -> None:
    steps = talk("asdf qwer zxcv", "plim plam plum", "xx yy zz ww")
    asked = [step.words for step in steps[1:]]
    assert all(asked)
    assert len(set(asked)) == 3
    assert steps[-1].state.unclear == 3


def test_saying_the_same_again_is_noticed() -> None:
    steps = talk(HELLO, LISTENS, LISTENS)
    assert steps[-1].state.beats[-1].startswith("repeated")


def test_ending_the_call_with_nothing_settled_is_no_agreement() -> None:
    last = talk(HELLO, events=("end",))[-1].state
    assert (last.ended, last.disposition) == ("nothing_settled", "no_agreement")


def test_a_supervisor_widens_the_authority_and_costs_patience() -> None:
    steps = talk(HELLO, events=("supervisor",))
    assert steps[-1].state.authority_raised
    assert steps[-1].state.anger > steps[-2].state.anger
    assert steps[-1].words


@pytest.mark.parametrize("event", ["hold", "supervisor", "wait"])
def test_a_pause_does_not_end_a_call_in_which_something_was_agreed(event: str) -> None:
    settled = talk(HELLO, LISTENS, FEELS, ASKS, TAKES)[-1].state
    assert settled.settled
    nearly_over = settled.model_copy(update={"closing_turns": CLOSING_TURNS - 1})
    after = respond(job_loss(), case(), nearly_over, Said.model_validate({"event": event})).state
    assert after.ended is None
    assert after.closing_turns == nearly_over.closing_turns


def test_nobody_says_goodbye_to_a_question() -> None:
    settled = talk(HELLO, LISTENS, FEELS, ASKS, TAKES)[-1].state
    nearly_over = settled.model_copy(update={"closing_turns": CLOSING_TURNS - 1})
    assert respond(job_loss(), case(), nearly_over, Said(text="Muy bien, entendido.")).state.ended
    assert respond(job_loss(), case(), nearly_over, Said(text="¿Y el perrito, cómo sigue?")).state.ended is None
    patient = nearly_over.model_copy(update={"closing_turns": CLOSING_TURNS + ASKING_TURNS - 1})
    assert respond(job_loss(), case(), patient, Said(text="¿Y el perrito, cómo sigue?")).state.ended


def test_who_is_asked_for_their_name_says_it() -> None:
    scenario, silvia = load_scenario("pity_appeal"), case(1974505529, "CO", scenario="pity_appeal")
    asked = Said(text="Muy buenas tardes, habla Camila Ríos, de Almacenes Aurora. ¿Con quién tengo el gusto?")
    words = respond(scenario, silvia, opening(scenario, silvia).state, asked).words
    assert silvia.debtor.full_name in words


def test_who_has_said_their_name_does_not_hear_that_others_were_told() -> None:
    scenario, dave = load_scenario("first_call"), case(country="GB", scenario="first_call")
    told = Said(text="It's about your store card love, you're £324.63 behind by a few days, did you know?")
    picked_up = opening(scenario, dave).state.model_copy(update={"last_words": "Hello? Who's that?"})
    asked = picked_up.model_copy(update={"acts": {"verify_identity": 1}, "turn": 1, "last_words": "Yes, speaking."})
    assert respond(scenario, dave, picked_up, told).state.trust < picked_up.trust
    assert respond(scenario, dave, asked, told).state.trust >= asked.trust


def test_nothing_more_can_be_agreed_after_the_end() -> None:
    steps = talk(HELLO, LISTENS, FEELS, ASKS, TAKES, GOODBYE)
    assert steps[-1].state.ended
    assert call_record(job_loss(), case(), steps, None).outcome is not None


def test_the_record_holds_every_utterance_in_order() -> None:
    steps = talk(HELLO, LISTENS)
    record = call_record(job_loss(), case(), steps, None)
    assert [t.who for t in record.transcript.turns] == ["debtor", "agent", "debtor", "agent", "debtor"]
    assert [t.number for t in record.transcript.turns] == [1, 2, 3, 4, 5]
    assert record.transcript.turns[1].text == HELLO


def test_the_record_tells_what_was_agreed() -> None:
    steps = talk(HELLO, LISTENS, FEELS, ASKS, TAKES, GOODBYE)
    outcome = call_record(job_loss(), case(), steps, None).outcome
    assert outcome is not None
    assert outcome.type == "plan"
    assert sum(i.amount or 0 for i in outcome.instalments) == case().account.balance


@pytest.mark.parametrize(
    "text", ["", "   ", "🙂", "مرحبا", "<script>alert(1)</script>", "a" * 20_000, "\u200b", "1" * 500]
)
def test_no_text_breaks_the_call(text: str) -> None:
    step = talk(text)[-1]
    assert step.words
    assert step.state.turn == 1


@settings(max_examples=25)
@given(st.lists(st.sampled_from([HELLO, LISTENS, FEELS, ASKS, TAKES, "No.", "Pague ya.", "¿?"]), max_size=8))
def test_levels_stay_in_bounds_and_facts_only_grow(replies: list[str]) -> None:
    steps = talk(*replies)
    for before, after in itertools.pairwise(steps):
        assert set(before.state.facts) <= set(after.state.facts)
        assert min(after.state.anger, after.state.trust, after.state.commitment) >= 0
        assert max(after.state.anger, after.state.trust, after.state.commitment) <= 100


def test_a_document_sent_is_heard_as_such() -> None:
    step = talk(HELLO, events=("send_document",))[-1]
    assert step.state.acts["send_document"] == 1
    assert step.words


def test_a_payment_channel_is_found_as_a_word_and_not_inside_another() -> None:
    us = case(country="US", language="en")
    steps = [opening(job_loss(), us)]
    steps.append(respond(job_loss(), us, steps[-1].state, Said(text="What could you set aside each payday?")))
    outcome = call_record(job_loss(), us, steps, None).outcome
    assert outcome is not None and outcome.method is None
