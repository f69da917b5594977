from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.scenario import Beat, Scenario, Want
from simulator.conversation import opening, respond
from simulator.earlier import Earlier, begun
from simulator.listening import LEAST_PATIENCE, patience
from simulator.state import Said, Step
from tests.simulator.engine import case, job_loss

SPEECH = (
    "Buenas tardes, mire, le explico cómo está la situación de su crédito desde el principio, porque es importante "
    "que conozca cada una de las condiciones que firmó cuando abrió la cuenta, empezando por la tasa, luego el plazo, "
    "después los cargos que se generan cuando uno se atrasa y que vienen en la carátula del contrato, y también lo que "
    "pasa con el historial, que es algo que mucha gente desconoce y después viene y nos reclama, aunque todo viene ahí "
    "escrito con letra clara, en la segunda hoja, y por eso conviene leer con calma antes de firmar, "
    "y bueno, todo esto para decirle que debe $11,010.78."
)


def furious(**debtor: object) -> Scenario:
    spec = job_loss().debtor.model_copy(update={"anger": 80, **debtor})
    return job_loss().model_copy(update={"debtor": spec})


def after(scenario: Scenario, *replies: str | Said, earlier: Earlier | None = None) -> Step:
    step = opening(scenario, case(), earlier)
    for said in replies:
        step = respond(scenario, case(), step.state, said if isinstance(said, Said) else Said(text=said))
    return step


def with_beat(scenario: Scenario, **beat: object) -> Scenario:
    own = Beat.model_validate({"id": "own", "say": {"es": ["Aquí estoy."]}, **beat})
    others = (b for b in scenario.beats if b.on != own.on or own.on in ("reply", "opening"))
    return scenario.model_copy(update={"beats": (own, *others)})


def test_an_angry_debtor_cuts_a_speech_short_and_does_not_hear_its_end() -> None:
    scenario = with_beat(furious(), on="interrupt", say={"es": ["Al grano, por favor."]})
    step = after(scenario, SPEECH)
    assert step.words == "Al grano, por favor."
    assert step.state.told_balance is None
    assert step.reading is not None and any(a["value"] == 11010.78 for a in step.reading["amounts"])


def test_a_calm_debtor_hears_the_same_speech_out() -> None:
    scenario = with_beat(furious(anger=20), on="interrupt", say={"es": ["Al grano, por favor."]})
    assert "Al grano" not in after(scenario, SPEECH).words


def test_in_writing_nobody_is_interrupted() -> None:
    scenario = with_beat(furious(), on="interrupt", say={"es": ["Al grano, por favor."]})
    written = case().model_copy(update={"channel": "email"})
    first = opening(scenario, written)
    assert "Al grano" not in respond(scenario, written, first.state, Said(text=SPEECH)).words


@given(st.integers(0, 99), st.floats(0, 1))
def test_patience_never_grows_with_anger(anger: int, irritability: float) -> None:
    assert LEAST_PATIENCE <= patience(anger + 1, irritability) <= patience(anger, irritability)


def test_another_balance_than_before_is_noticed_and_both_are_named() -> None:
    scenario = with_beat(job_loss(), on="contradicted", say={"es": ["Antes dijo {told.before} y ahora {told.now}."]})
    step = after(scenario, "Su saldo es de $11,010.78.", "Su saldo pendiente es de $14,500.")
    assert "Antes dijo $11,010.78 y ahora $14,500." in step.words
    assert step.state.told_balance == Decimal(14500)


def test_the_same_balance_told_roundly_is_no_contradiction() -> None:
    scenario = with_beat(job_loss(), on="contradicted", say={"es": ["Antes dijo otra cosa."]})
    assert "otra cosa" not in after(scenario, "Su saldo es de $11,010.78.", "Son $11,000 los que debe hoy.").words


@pytest.mark.parametrize("told", ["De su saldo ya pagó $8,000.", "De su deuda hay $8,000 pagados."])
def test_what_came_in_is_no_other_balance(told: str) -> None:
    scenario = with_beat(job_loss(), on="contradicted", say={"es": ["Antes dijo otra cosa."]})
    assert "otra cosa" not in after(scenario, "Su saldo es de $11,010.78.", told).words


@pytest.mark.parametrize(
    "told", ["Descontando el seguro quedan $8,000 de su deuda.", "Sin ese cargo su saldo es de $8,000."]
)
def test_what_is_left_when_something_is_taken_off_is_no_other_balance(told: str) -> None:
    scenario = with_beat(job_loss(), on="contradicted", say={"es": ["Antes dijo otra cosa."]})
    assert "otra cosa" not in after(scenario, "Su saldo es de $11,010.78.", told).words


def test_what_was_lent_at_first_is_no_other_balance() -> None:
    scenario = with_beat(job_loss(), on="contradicted", say={"es": ["Antes dijo otra cosa."]})
    lent = case().account.model_copy(update={"original_amount": Decimal(18000)})
    here = case().model_copy(update={"account": lent})
    first = respond(scenario, here, opening(scenario, here).state, Said(text="Su saldo es de $11,010.78."))
    assert "otra cosa" not in respond(scenario, here, first.state, Said(text="Su deuda era de $18,000.")).words


def test_a_payment_that_has_not_come_is_still_a_debt() -> None:
    scenario = with_beat(job_loss(), on="contradicted", say={"es": ["Antes dijo otra cosa."]})
    step = after(scenario, "Su saldo es de $11,010.78.", "No ha pagado los $14,500 que debe.")
    assert "otra cosa" in step.words


def test_a_question_passed_over_is_asked_again_and_only_once() -> None:
    asks = Beat.model_validate({"id": "q", "on": "opening", "ask": "identify_self", "say": {"es": ["¿Quién habla?"]}})
    scenario = with_beat(job_loss(), on="insist", say={"es": ["Le pregunté quién habla."]})
    scenario = scenario.model_copy(
        update={"beats": (asks, *(b for b in scenario.beats if b.on != "opening")), "facts": ()}
    )
    passed_over = after(scenario, "Su saldo es de $11,010.78.")
    assert "Le pregunté quién habla." in passed_over.words
    again = respond(scenario, case(), passed_over.state, Said(text="Lleva 37 días de atraso."))
    assert "Le pregunté" not in again.words


def test_silences_are_counted_and_end_with_a_word() -> None:
    quiet = after(job_loss(), Said(event="wait"), Said(event="wait"))
    assert quiet.state.silences == 2
    assert respond(job_loss(), case(), quiet.state, Said(text="Perdone, aquí estoy.")).state.silences == 0


def test_what_counts_beside_money_stretches_what_the_debtor_offers() -> None:
    asks = "¿Cuánto podría apartar cada quincena sin descuidar lo de su casa?"
    plain = _named(furious(anger=20, trust=60, reservation=0.5), asks)
    wants = (Want.model_validate({"id": "paper", "when": "said(send_document)", "gives": 0.4}),)
    moved = _named(furious(anger=20, trust=60, reservation=0.5, moved_by=wants), asks)
    assert moved > plain


def _named(scenario: Scenario, asks: str) -> Decimal:
    """The first payment that the debtor names once the letter was promised and they are asked."""
    step = after(
        scenario,
        "Buenas tardes, soy Laura, de Gestoría Puente. Lamento que se quedara sin trabajo. ¿Qué pasó?",
        "Hoy le mando por escrito a su correo el estado de cuenta.",
        asks,
    )
    assert step.state.standing is not None and step.state.standing.instalments[0].amount is not None
    return step.state.standing.instalments[0].amount


def test_a_bargainer_names_less_than_they_would_pay() -> None:
    asks = "¿Cuánto podría apartar cada quincena sin descuidar lo de su casa?"
    plain = _named(furious(anger=20, trust=60, reservation=0.9), asks)
    assert _named(furious(anger=20, trust=60, reservation=0.9, aspiration=0.4), asks) < plain


def test_a_second_contact_remembers_what_was_told_and_half_of_the_mood() -> None:
    earlier = Earlier(contact=2, promise="broken", anger=20, trust=70, commitment=60, facts=("lost_job",))
    state = begun(job_loss().debtor, earlier)
    assert state.facts == ("lost_job",)
    assert state.contact == 2
    assert state.trust > job_loss().debtor.trust
    kept = begun(job_loss().debtor, earlier.model_copy(update={"promise": "kept"}))
    assert kept.commitment > state.commitment


def test_a_later_contact_can_open_with_other_words() -> None:
    scenario = with_beat(
        job_loss(), on="opening", when="contact >= 2 and promise == 'broken'",
        say={"es": ["Ya sé: no pagué los {promised.amount} del {promised.date}."]},
    )  # fmt: skip
    promised = {"amount": 500, "date": "2026-11-30"}
    earlier = Earlier.model_validate(
        {"contact": 2, "promise": "broken", "promised": promised, "anger": 40, "trust": 40, "commitment": 40}
    )
    assert opening(scenario, case(), earlier).words == "Ya sé: no pagué los $500 del lunes 30 de noviembre."
