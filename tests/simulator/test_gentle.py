"""After a call of care no coaching asks for money; elsewhere it stays what it is."""

import pytest

from scoring.coaching.practise import technique, techniques
from scoring.coaching.values import Coached, Coaching
from simulator.gentle import CARING, caring, gentle
from tests.simulator.engine import case


def moment(situation: str, model: str) -> Coached:
    return Coached(
        turn=2, heard="Murió mi papá.", said="¿Cuándo paga?", situation=situation, lacking="empathy", costs=("x",),
        model=model, why="y",
    )  # fmt: skip


@pytest.mark.parametrize(
    "model",
    [
        "Lo siento mucho. ¿Cuánto podría pagar al mes sin descuidar su casa?",
        "Empezamos con un pago de $500 el viernes.",
        "Le puedo dividir el saldo en tres pagos.",
    ],
)
def test_a_model_that_asks_for_money_is_left_out(model: str) -> None:
    assert gentle(Coaching(moments=(moment("hardship", model),)), case()).moments == ()


def test_what_puts_the_person_first_stays() -> None:
    kept = (
        moment("death", "Mi más sentido pésame. Hoy no hablemos de pagos: lo anoto y le llamo el lunes."),
        moment("anger", "Con razón está molesto; cuénteme qué pasó."),
    )
    assert gentle(Coaching(moments=kept), case()).moments == kept


@pytest.mark.parametrize("name", sorted(techniques()))
def test_the_technique_to_practise_speaks_of_no_payment(name: str) -> None:
    for language in ("es", "en"):
        shown = caring(technique(name, language), language)
        assert shown.technique in CARING
        assert not any(word in f"{shown.name} {shown.why}".lower() for word in ("pagar", "pagos", "pay ", "oferta"))
