import time
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scenarios.disposition import Disposition
from scoring.criterion import Judgement
from scoring.moments import moments
from scoring.rubrics import load_rubric
from scoring.scoring import level_of, score, score_turn
from scoring.transcript import AgreedInstalment, CallRecord, FollowUp, Outcome, Transcript, Turn

ON = date(2026, 11, 23)
GOOD = [
    ("debtor", "¡Ya me tienen harto con tantas llamadas!"),
    ("agent", "Con razón está harto: fueron cuatro llamadas hoy y hoy mismo las detengo. ¿Hablo con el señor Rojas?"),
    ("debtor", "Sí. Me quedé sin trabajo en septiembre."),
    (
        "agent",
        "Siento lo de su trabajo, dos meses sin sueldo pesan. ¿Qué cantidad le dejaría libre la comida y la renta?",
    ),
    ("debtor", "Como 500 cada quincena."),
    (
        "agent",
        "Entonces son tres pagos de $500: 30 de noviembre, 15 y 30 de diciembre, por OXXO. Hoy le mando la ficha.",
    ),
]
BAD = [
    ("debtor", "¿Cuánto debo?"),
    ("agent", "Gente como usted nunca cumple. Sería una lástima que su jefe se enterara."),
]


def record(said, **more) -> CallRecord:
    turns = tuple(Turn(number=i, who=who, text=text) for i, (who, text) in enumerate(said, 1))
    return CallRecord(language="es", country="MX", on=ON, transcript=Transcript(turns=turns), **more)


AGREED = Outcome(
    type=Disposition.PLAN,
    total=Decimal(1500),
    instalments=tuple(
        AgreedInstalment(amount=Decimal(500), date=d)
        for d in (date(2026, 11, 30), date(2026, 12, 15), date(2026, 12, 30))
    ),
    method="OXXO",
    reason="perdió el trabajo",
    next_action="recordatorio",
    next_date=date(2026, 11, 29),
)
NOTE = (
    "Plan de 3 pagos de $500: 30/11, 15/12 y 30/12 por OXXO. Perdió el trabajo en septiembre. Mando recordatorio yo"
    " (L. Paz) el 29/11. Si no paga el primero, lo llamo al día siguiente. Ficha enviada hoy por SMS."
)


def test_a_good_call_outscores_a_bad_one_on_every_criterion():
    good = score(record(GOOD, outcome=AGREED, follow_up=FollowUp(note=NOTE)), load_rubric())
    bad = score(record(BAD, outcome=AGREED, follow_up=FollowUp(note="ok")), load_rubric())
    for ours, theirs in zip(good.judgements, bad.judgements, strict=True):
        assert ours.score > theirs.score + 1, ours.criterion
    assert good.result == "passed"
    assert good.total >= 75


def test_the_same_call_gives_the_same_scorecard_byte_for_byte():
    call = record(GOOD, outcome=AGREED, follow_up=FollowUp(note=NOTE))
    assert score(call, load_rubric()).model_dump_json() == score(call, load_rubric()).model_dump_json()


def test_readings_that_exist_are_not_made_again():
    call = record(GOOD)
    known = {m.turn.number: m.turn.reading for m in moments(call)}
    seen = moments(call, known)
    assert all(m.turn.reading is known[m.turn.number] for m in seen)
    assert score(call, load_rubric(), known) == score(call, load_rubric())


def test_a_call_without_a_reply_is_not_assessed_rather_than_average():
    card = score(record([("debtor", "¿Bueno?")]), load_rubric())
    assert card.total is None
    assert card.result == "not_assessed"
    assert set(card.not_assessed) == {"calm", "empathy", "clarity", "documented_follow_up"}
    assert all(j.why_not for j in card.judgements)


def test_a_third_party_who_voices_nothing_leaves_empathy_unjudged():
    said = [("debtor", "No está, salió."), ("agent", "Gracias. ¿A qué hora lo encuentro?")]
    card = score(record(said, outcome=Outcome(type=Disposition.THIRD_PARTY), follow_up=FollowUp()), load_rubric())
    assert card.judgement("empathy").level is None
    assert card.judgement("calm").level is not None
    assert card.judgement("documented_follow_up").level == 0


def test_the_total_is_the_weighted_mean_of_what_was_assessed():
    card = score(record(GOOD), load_rubric())
    levels = [j.level for j in card.judgements if j.level is not None]
    assert card.total == pytest.approx(round(sum(levels) * 25 / len(levels), 1))


def test_one_insult_pulls_a_calm_call_down():
    said = [*GOOD, ("debtor", "Gracias."), ("agent", "Ya ve, rateros como usted solo así pagan. Usted es un ratero.")]
    before, calm = (score(record(turns), load_rubric()).judgement("calm") for turns in (GOOD, said))
    assert before.level == 4
    assert calm.level <= 2


def test_the_terms_of_a_turn_add_up_to_its_score():
    for judgement in score_turn(GOOD[1][1], GOOD[0][1], "es", "MX", ON).values():
        assert sum(t.value for t in judgement.terms) == pytest.approx(judgement.score, abs=0.02)


def test_findings_quote_the_trainees_own_words():
    card = score(record(GOOD), load_rubric())
    found = [f for j in card.judgements for f in j.findings]
    assert any(f.indicator == "names_the_feeling" and f.met for f in found)
    for finding in found:
        said = GOOD[finding.evidence.turn - 1][1]
        assert said[finding.evidence.start : finding.evidence.end] == finding.evidence.quote


def test_a_missed_finding_offers_better_words_and_a_reason():
    card = score(record(BAD), load_rubric())
    missed = [f for j in card.judgements for f in j.findings if not f.met]
    assert {f.indicator for f in missed} >= {"insults", "threatens"}
    assert all(f.reason and f.better for f in missed)


def test_an_empty_reply_is_not_assessed():
    assert all(j.level is None and j.why_not for j in score_turn(" \n", "Hola", "es", "MX", ON).values())


def test_saying_the_same_twice_earns_nothing_more():
    once, twice = (score_turn(" ".join([GOOD[3][1]] * n), GOOD[2][1], "es", "MX", ON) for n in (1, 2))
    for criterion in once:
        assert twice[criterion].score <= once[criterion].score + 0.35


def test_levels_round_halves_up():
    assert [level_of(v) for v in (0.0, 0.49, 0.5, 2.5, 3.49, 3.5, 4.0)] == [0, 0, 1, 3, 3, 4, 4]


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=300), st.text(max_size=100), st.sampled_from(["es", "en"]))
def test_any_text_is_judged_within_bounds_or_not_at_all(agent, debtor, language):
    for judgement in score_turn(agent, debtor, language, "MX" if language == "es" else "US", ON).values():
        assert isinstance(judgement, Judgement)
        assert judgement.score is None or 0 <= judgement.score <= 4
        assert (judgement.level is None) == (not agent.strip())


def test_twelve_turns_are_scored_within_150_milliseconds_of_processor_time_beyond_reading():
    said = [(who, f"{text} ({n})") for n in range(4) for who, text in GOOD]
    call = record(said, outcome=AGREED, follow_up=FollowUp(note=NOTE))
    known = {}
    for m in moments(call):
        known |= {m.turn.number: m.turn.reading, m.before.number: m.before.reading}
    score(record(GOOD), load_rubric())
    began = time.process_time()
    score(call, load_rubric(), known)
    assert time.process_time() - began < 0.15
