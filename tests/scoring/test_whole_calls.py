"""Preparation, negotiation and compliance over whole calls: what is judged, what is not, and what nobody gains by."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.disposition import Disposition
from scoring.criteria.call_judgement import ROOMS
from scoring.criteria.weighing import judgement_of, weights
from scoring.criteria.whole_call import call_indicators
from scoring.criterion import Finding
from scoring.rubrics import load_rubric
from scoring.scorecard import Scorecard
from scoring.scoring import score
from scoring.transcript import AgreedInstalment, CallRecord, FollowUp, Outcome, Transcript, Turn
from tests.scoring.card_case import ON, card_case

FULL = load_rubric("full")
PLAN = {
    "goal": "Cerrar un plan con la primera fecha",
    "facts": "Saldo 4,500 y 51 días de atraso; pagaba puntual hasta septiembre",
    "verification": "Confirmar fecha de nacimiento",
    "opening_offer": "Tres pagos de 1,500, el primero el 30 de noviembre",
    "fallback": "Seis pagos de 750",
    "limit": "Seis pagos, 10 % de descuento",
    "objection": "Va a decir que no le alcanza",
}
GOOD = [
    "¿Bueno?",
    "Buenas tardes. Esta llamada se graba. ¿Hablo con la señora Rosa Mendoza?",
    "Sí, soy yo.",
    "Le llamo de Gestoría Puente, de parte de Banco Horizonte. Su saldo vencido es de $4,500 y lleva 51 días de "
    "atraso. "
    "¿Qué pasó con el acuerdo anterior?",
    "Me quedé sin trabajo.",
    "Siento mucho lo de su trabajo. ¿Cuánto podría apartar en cada quincena?",
    "No me alcanza para mucho.",
    "Le propongo tres pagos de 1,500, el primero el 30 de noviembre, o bien seis pagos de 750. "
    "Así deja de generar recargos.",
    "Seis pagos sí puedo, de acuerdo.",
    "Entonces quedamos en 750 el 30 de noviembre y 750 el 30 de diciembre. Hoy se lo mando por correo.",
]
AGREED = Outcome(
    type=Disposition.PLAN,
    instalments=(
        AgreedInstalment(amount=Decimal(750), date=datetime.date(2026, 11, 30)),
        AgreedInstalment(amount=Decimal(750), date=datetime.date(2026, 12, 30)),
    ),
)


def record(words: list[str], **given_: object) -> CallRecord:
    """The words by turns, the debtor first, with the card's case unless another (or none) is given."""
    turns = tuple(Turn(number=n, who="debtor" if n % 2 else "agent", text=w) for n, w in enumerate(words, 1))
    case = card_case()
    facts: dict[str, object] = {
        "language": "es", "country": "MX", "on": ON, "case": case, "transcript": Transcript(turns=turns),
        "balance": case.account.balance, "currency": "MXN",
    }  # fmt: skip
    return CallRecord.model_validate(facts | given_)


def judged(words: list[str], **given_: object) -> Scorecard:
    return score(record(words, **given_), FULL)


def found(card: Scorecard, criterion: str) -> set[tuple[str, bool]]:
    return {(f.indicator, f.met) for f in card.judgement(criterion).findings}


def test_the_full_rubric_weighs_seven_criteria_to_a_hundred_in_two_languages():
    assert {c.criterion: c.weight for c in FULL.criteria} == {
        "calm": 15, "empathy": 15, "clarity": 15, "documented_follow_up": 20,
        "negotiation": 20, "preparation": 5, "compliance": 10,
    }  # fmt: skip
    assert all(set(c.levels) == {"es", "en"} for c in FULL.criteria)


def test_a_good_call_well_prepared_reaches_the_upper_levels():
    card = judged(GOOD, outcome=AGREED, plan=PLAN)
    assert {c: card.judgement(c).level for c in ROOMS} == {"negotiation": 4, "preparation": 4, "compliance": 4}


def test_a_call_without_a_plan_is_not_assessed_in_preparation_and_says_so():
    judgement = judged(GOOD).judgement("preparation")
    assert judgement.level is None
    assert judgement.why_not == "no se escribió un plan antes de la llamada"


def test_a_plan_of_blanks_is_no_plan():
    assert judged(GOOD, plan={"goal": "  ", "limit": "\n"}).judgement("preparation").level is None


def test_without_a_case_compliance_and_preparation_are_not_assessed_and_negotiation_still_is():
    card = judged(GOOD, case=None, plan=PLAN)
    assert {"preparation", "compliance"} <= set(card.not_assessed)
    assert card.judgement("negotiation").level is not None


def test_a_silent_agent_is_not_assessed():
    card = judged(["¿Bueno?"])
    assert {"negotiation", "compliance"} <= set(card.not_assessed)


def test_a_wrong_number_leaves_nothing_to_negotiate():
    card = judged(["¿Bueno?", "Disculpe, me equivoqué de número."], outcome=Outcome(type=Disposition.WRONG_NUMBER))
    assert card.judgement("negotiation").why_not == "en esta llamada no había nada que negociar"


def test_the_default_rubric_does_not_speak_of_the_three():
    assert {j.criterion for j in score(record(GOOD, plan=PLAN), load_rubric()).judgements}.isdisjoint(ROOMS)


@pytest.mark.parametrize("criterion", ROOMS)
def test_the_terms_shown_add_up_to_the_score(criterion):
    judgement = judged(GOOD, outcome=AGREED, plan=PLAN).judgement(criterion)
    assert sum(t.value for t in judgement.terms) == pytest.approx(judgement.score, abs=0.02)


@given(st.data())
def test_any_findings_add_up_within_the_scale_and_their_terms_to_the_score(data):
    criterion = data.draw(st.sampled_from(ROOMS))
    ids = [i.id for i in call_indicators() if i.criterion == criterion]
    pairs = data.draw(st.lists(st.tuples(st.sampled_from(ids), st.booleans()), max_size=30))
    findings = [Finding(criterion=criterion, indicator=i, met=m, evidence=None, reason="") for i, m in pairs]
    judgement = judgement_of(criterion, findings)
    assert 0 <= judgement.score <= 4
    assert sum(t.value for t in judgement.terms) == pytest.approx(judgement.score, abs=0.06)
    assert [(f.indicator, f.met) for f in judgement.findings] == pairs


def test_every_indicator_has_its_weight_and_every_weight_an_indicator():
    for criterion, table in weights().items():
        ids = {i.id for i in call_indicators() if i.criterion == criterion}
        assert set(table["weights"]) == ids
        assert set(table["caps"]) | set(table["shared"]) <= ids


def test_the_same_thing_said_well_again_earns_nothing_more():
    once = judged([*GOOD[:6]]).judgement("negotiation").score
    assert judged([*GOOD[:6], "No sé.", GOOD[5]]).judgement("negotiation").score <= once


def test_a_string_of_the_right_words_earns_nothing():
    words = "opciones, pagos, descuento, a cambio, beneficio, cliente, supervisor, fecha, monto, acuerdo, recargos"
    assert not any(met for _, met in found(judged(["¿Qué quiere?", words]), "negotiation"))


def test_nothing_is_well_done_beside_a_threat():
    threat = "¿Cuánto podría apartar por quincena? Si no paga lo vamos a meter a la cárcel."
    card = judged(["No voy a pagar.", threat])
    assert not any(met for c in ("negotiation", "compliance") for _, met in found(card, c))
    assert card.judgement("compliance").level == 0


def test_an_offer_beyond_the_policy_is_quoted_and_caps_negotiation():
    words = [*GOOD[:7], "Le propongo doce pagos de 375, el primero el 30 de noviembre."]
    judgement = judged(words).judgement("negotiation")
    assert ("stays_within_authority", False) in found(judged(words), "negotiation")
    assert judgement.score <= 2.4


def test_what_a_supervisor_granted_is_within_authority():
    words = [*GOOD[:7], "Le propongo ocho pagos de 562, el primero el 30 de noviembre."]
    card = judged(words, events=("supervisor",))
    assert ("stays_within_authority", False) not in found(card, "negotiation")


def test_asking_for_the_whole_balance_first_is_no_fault():
    card = judged(["¿Qué quiere?", "¿Podría pagar hoy los $4,500?"])
    assert ("asks_capacity_first", False) not in found(card, "negotiation")


def test_a_plan_that_leaves_nothing_to_live_on_is_missed_without_telling_the_hidden_figures():
    everything = AgreedInstalment(amount=Decimal(4500), date=datetime.date(2026, 11, 30))
    card = judged([*GOOD[:9], "Entonces 4,500 el 30 de noviembre."],
                  outcome=Outcome(type=Disposition.PROMISE_TO_PAY, instalments=(everything,)))  # fmt: skip
    finding = next(f for f in card.judgement("negotiation").findings if f.indicator == "agrees_what_can_be_kept")
    budget = card_case().budget
    assert not finding.met
    assert not any(str(int(n)) in finding.reason for n in (budget.income, budget.essentials, budget.disposable))


def test_rounding_is_no_wrong_amount():
    card = judged(["¿Cuánto debo?", "Su saldo vencido es de unos $4,480."])
    assert ("says_the_right_amount", False) not in found(card, "compliance")


def test_what_is_left_once_a_disputed_part_is_set_aside_is_no_wrong_amount():
    words = ["Los $700 del seguro no los reconozco.", "Sin esos $700, su saldo vencido es de $3,800."]
    assert ("says_the_right_amount", False) not in found(judged(words), "compliance")


def test_asking_why_is_good_practice_in_mexico_and_a_possible_breach_in_colombia():
    words = ["Sé que debo.", "¿Por qué no ha pagado la cuota?"]
    assert judged(words).gates == ()
    gates = judged(words, country="CO").gates
    assert [(g.id, g.status) for g in gates] == [("unlawful_question", "possible_breach")]
    assert "Ley 2300" in gates[0].source
    assert "sin verificar" in gates[0].source


def test_a_forbidden_phrase_is_for_a_person_to_decide():
    card = judged(["¿Quién habla?", "Le hablo del juzgado por su adeudo."])
    assert ("forbidden_phrase", "possible_breach") in {(g.id, g.status) for g in card.gates}
    assert card.result == "review"


@pytest.mark.parametrize(("at", "raised"), [("06:10", True), ("12:00", False), ("23:05", True)])
def test_the_hour_of_the_contact_counts_where_it_is_known(at, raised):
    card = judged(GOOD[:2], at=datetime.time.fromisoformat(at))
    assert ("unlawful_time" in {g.id for g in card.gates}) is raised


def test_the_day_on_which_one_practises_is_held_against_nobody():
    sunday = datetime.date(2026, 11, 29)
    assert judged(GOOD[:2], on=sunday, country="ES", currency="EUR").gates == ()


def test_going_on_about_the_debt_when_a_life_is_at_risk_waits_for_a_person():
    card = judged(["Ya no quiero vivir.", "Son $4,500."])
    assert "life_at_risk" in {g.id for g in card.gates}
    assert card.judgement("compliance").score <= 1


def test_no_finding_of_whole_calls_is_a_breach_by_itself():
    words = ["Ya no quiero vivir.", "Le hablo del juzgado. ¿Por qué no ha pagado la cuota?"]
    assert all(g.status == "possible_breach" for g in judged(words, country="CO").gates)


def test_statements_of_the_script_are_not_read_to_somebody_else():
    words = ["No está, soy su hermana.", "Es un asunto personal, ¿a qué hora la encuentro?"]
    assert {name for name, met in found(judged(words), "compliance") if not met} == set()


def test_evidence_in_the_plan_names_its_field_and_stands_in_it():
    card = judged(GOOD, outcome=AGREED, plan=PLAN)
    quoted = [f.evidence for f in card.judgement("preparation").findings if f.evidence and f.evidence.plan]
    assert quoted
    for evidence in quoted:
        assert PLAN[evidence.plan][evidence.start : evidence.end] == evidence.quote


def test_a_wrong_fact_in_the_plan_is_quoted():
    card = judged(GOOD, plan=PLAN | {"facts": "Saldo $9,900"})
    wrong = [f.evidence.quote for f in card.judgement("preparation").findings if f.indicator == "notes_the_facts"]
    assert wrong == ["$9,900"]


@settings(max_examples=40)
@given(st.dictionaries(st.sampled_from([*PLAN, "other"]), st.text(max_size=60), max_size=7))
def test_any_plan_can_be_judged(plan):
    judgement = judged(GOOD[:4], plan=plan).judgement("preparation")
    assert (judgement.level is None) == (not any(text.strip() for text in plan.values()))


@settings(max_examples=40)
@given(st.lists(st.text(max_size=60), min_size=2, max_size=6))
def test_any_words_can_be_judged_and_every_quote_stands_where_it_says(words):
    card = judged(words, plan={"goal": "x"}, follow_up=FollowUp(note="x"))
    for criterion in ("negotiation", "compliance"):
        for finding in card.judgement(criterion).findings:
            if finding.evidence:
                text = words[finding.evidence.turn - 1]
                assert text[finding.evidence.start : finding.evidence.end] == finding.evidence.quote


def test_equal_calls_have_equal_scorecards():
    assert judged(GOOD, outcome=AGREED, plan=PLAN) == judged(GOOD, outcome=AGREED, plan=PLAN)


def test_an_indicator_that_a_rubric_leaves_out_is_neither_found_nor_weighed():
    only = tuple(
        c.model_copy(update={"indicators": ("trades",)}) if c.criterion == "negotiation" else c for c in FULL.criteria
    )
    card = score(record(GOOD, outcome=AGREED), FULL.model_copy(update={"criteria": only}))
    assert found(card, "negotiation") <= {("trades", True), ("trades", False)}


def test_what_was_not_noted_weighs_less_than_what_was_noted_wrong():
    nothing, wrong = (judged(GOOD[:4], plan={"goal": "Cerrar un plan", "facts": f}) for f in ("", "Saldo $9,900"))
    assert wrong.judgement("preparation").score < nothing.judgement("preparation").score
