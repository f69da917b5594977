"""A yes to what the debtor just proposed, however it goes on; and what is none."""

from functools import cache

import pytest

from scenarios.load import load_scenario
from simulator.conversation import opening, respond
from simulator.state import Said, State
from tests.simulator.engine import case

SCENARIO = "always_late"
UP_TO_THEIR_PROPOSAL = (
    "Muy buenas tardes, le habla Andrés Rincón, de Servicios Altavía. ¿Hablo con el titular?",
    "Mucho gusto. ¿Le queda bien hablar ahora? ¿Me confirma los últimos cuatro dígitos de su documento?",
    "Muchas gracias. Le llamo por su plan de celular e internet: hay un saldo pendiente. "
    "Le agradezco mucho que siempre nos conteste.",
    "Me imagino, con tantas cosas se le va el día. ¿Qué fecha le queda cómoda y cuánto podría pagar ese día?",
)


@cache
def proposed() -> State:
    """The talk in which the debtor has just named an amount and a day of their own."""
    scenario, theirs = load_scenario(SCENARIO), case(3, "CO", scenario=SCENARIO)
    step = opening(scenario, theirs)
    for text in UP_TO_THEIR_PROPOSAL:
        step = respond(scenario, theirs, step.state, Said(text=text))
    assert step.state.standing is not None
    assert step.state.standing.by == "debtor"
    return step.state


def after(text: str) -> State:
    return respond(load_scenario(SCENARIO), case(3, "CO", scenario=SCENARIO), proposed(), Said(text=text)).state


@pytest.mark.parametrize(
    "text",
    [
        "Perfecto. Le mando la confirmación por WhatsApp hoy mismo.",
        "De acuerdo. Quedo pendiente de su pago y le envío el recibo.",
        "Listo, entonces la cuota queda para el 30 de noviembre. ¿Le parece?",
        "Hecho. Cualquier cosa me escribe.",
    ],
)
def test_a_yes_that_goes_on_takes_the_proposal(text: str) -> None:
    taken = after(text)
    assert taken.agreement is not None
    assert taken.agreement.instalments == (proposed().standing or taken.agreement).instalments


@pytest.mark.parametrize(
    "text",
    [
        "Perfecto, pero necesito que sea antes.",
        "Listo. ¿Y con cuánto más me podría ayudar este mes?",
        "Gracias por decirme. Lo voy a revisar.",
        "Muy bien. Mejor sería que pagara 500.000 hoy.",
    ],
)
def test_a_yes_with_a_but_or_with_other_terms_takes_nothing(text: str) -> None:
    assert after(text).agreement is None
