"""A payment that was agreed is put on another day, and its sum and the other payments stay."""

from datetime import date
from decimal import Decimal

import pytest

from scenarios.load import load_scenario
from scoring.transcript import AgreedInstalment
from simulator.conversation import opening, respond
from simulator.state import Proposal, Said, State, Step
from tests.simulator.engine import case

SCENARIO = "over_promiser"


def on(state: State, text: str) -> Step:
    return respond(load_scenario(SCENARIO), case(930751387, "PE", scenario=SCENARIO), state, Said(text=text))


def agreed(*payments: tuple[str, str]) -> State:
    """A talk that has come to these payments, with somebody who is ready to keep them."""
    scenario = load_scenario(SCENARIO)
    begun = opening(scenario, case(930751387, "PE", scenario=SCENARIO)).state
    terms = tuple(AgreedInstalment(amount=Decimal(amount), date=date.fromisoformat(day)) for amount, day in payments)
    ready = {"anger": 5, "trust": 80, "commitment": 80, "turn": 6, "facts": tuple(f.id for f in scenario.facts)}
    return begun.model_copy(update={**ready, "agreement": Proposal(by="agent", kind="plan", instalments=terms)})


def one_payment() -> State:
    return agreed(("400", "2026-11-30"))


def plan() -> State:
    return agreed(("400", "2026-11-30"), ("386.20", "2026-12-30"))


def terms(state: State) -> list[tuple[str, str]]:
    assert state.agreement is not None
    return [(str(i.amount), str(i.date)) for i in state.agreement.instalments]


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("¿Y si la segunda la pasamos al 15 de enero, que antes es Navidad?", ("2026-11-30", "2027-01-15")),
        ("¿Le sirve mejor el viernes 4 de diciembre para el primero?", ("2026-12-04", "2026-12-30")),
        ("Espere, mejor el primer pago el 4 de diciembre. ¿Le parece?", ("2026-12-04", "2026-12-30")),
        ("¿Podemos correr la primera para el 5 de diciembre?", ("2026-12-05", "2026-12-30")),
        ("Pasemos el segundo al 15 de enero, ¿va?", ("2026-11-30", "2027-01-15")),
        ("¿Y si cambiamos la primera al 5 de enero?", ("2027-01-05", "2027-02-04")),
    ],
)  # fmt: skip
def test_the_payment_that_is_named_moves_and_the_sums_stay(text: str, then: tuple[str, str]) -> None:
    assert terms(on(plan(), text).state) == [("400", then[0]), ("386.20", then[1])]


def test_its_own_sum_may_be_said_with_the_new_day() -> None:
    assert terms(on(one_payment(), "No, mejor el viernes 4. ¿S/ 400 el viernes 4?").state) == [("400", "2026-12-04")]


@pytest.mark.parametrize(
    "text",
    [
        "Le mando el acuerdo por correo y lo llamo el martes 1 de diciembre.",
        "Mejor la llamo el 2 de diciembre para ver cómo va.",
    ],
)
def test_a_day_for_something_else_moves_no_payment(text: str) -> None:
    assert [day for _, day in terms(on(plan(), text).state)] == ["2026-11-30", "2026-12-30"]


def test_a_recap_with_the_rest_added_is_what_is_agreed_then() -> None:
    recap = on(
        one_payment(), "Perfecto. Queda así: S/ 400 el 30 de noviembre y S/ 386.20 el 30 de diciembre, por Yape."
    )
    assert terms(recap.state) == [("400", "2026-11-30"), ("386.20", "2026-12-30")]
