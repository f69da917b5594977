import itertools

import pytest

from scenarios.case import Channel
from simulator.conversation import opening, respond
from simulator.state import Said, Step
from tests.simulator.engine import case, job_loss


def messages(channel: Channel, *replies: str, trust: int = 5) -> list[Step]:
    spec = job_loss().debtor.model_copy(update={"trust": trust, "anger": 20})
    scenario = job_loss().model_copy(update={"debtor": spec})
    written = case().model_copy(update={"channel": channel})
    steps = [opening(scenario, written)]
    for text in replies:
        steps.append(respond(scenario, written, steps[-1].state, Said(text=text)))
    return steps


TOLD = ("Le recuerdo su crédito.", "Su saldo es de $11,010.78.", "Tiene 37 días de atraso.")


def test_on_the_telephone_an_answer_comes_at_once() -> None:
    assert all(step.state.after_minutes == 0 and not step.state.left_on_read for step in messages("call", *TOLD))


@pytest.mark.parametrize("channel", ["whatsapp", "sms", "email"])
def test_in_writing_an_answer_takes_its_time_and_the_same_time_again(channel: Channel) -> None:
    waited = [step.state.after_minutes for step in messages(channel, *TOLD) if step.words and step.number]
    assert waited and all(waited)
    assert waited == [step.state.after_minutes for step in messages(channel, *TOLD) if step.words and step.number]


def test_a_message_that_asks_nothing_of_somebody_who_distrusts_is_left_on_read_never_twice_in_a_row() -> None:
    seen = [step.state.left_on_read for step in messages("whatsapp", *TOLD, "Quedo al pendiente de su pago.")]
    assert any(seen)
    assert not any(a and b for a, b in itertools.pairwise(seen))
    for step in messages("whatsapp", *TOLD)[1:]:
        assert bool(step.words) is not step.state.left_on_read


def test_in_writing_the_agent_begins_and_an_unknown_number_is_asked_who_it_is() -> None:
    begun, who, _ = messages("whatsapp", "Buenas tardes.", "Soy Laura Gómez, de Gestoría Puente.")
    assert begun.words == ""
    opening_lines = {line for b in job_loss().beats if b.on == "opening" for lines in b.say.values() for line in lines}
    assert who.words in opening_lines


def test_an_email_is_always_answered() -> None:
    assert not any(step.state.left_on_read for step in messages("email", *TOLD))


def test_several_lines_come_as_bubbles() -> None:
    steps = messages("whatsapp", "Hola, soy Laura de Gestoría Puente. Lamento lo que pasa, ¿qué pasó?", trust=60)
    assert any("\n" in step.words for step in steps) or all(len(step.state.lines) <= 2 for step in steps)


@pytest.mark.parametrize("channel", ["whatsapp", "sms", "email"])
def test_an_exchange_stays_within_the_day_on_which_its_dates_are_read(channel: Channel) -> None:
    waited = [step.state.after_minutes for step in messages(channel, *TOLD * 3, trust=60)]
    assert sum(waited) < 13 * 60
