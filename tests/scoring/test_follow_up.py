from datetime import date
from decimal import Decimal

import pytest

from scenarios.disposition import Disposition
from scoring.followup.judgement import judge_follow_up
from scoring.transcript import AgreedInstalment, CallRecord, FollowUp, MustRecord, Outcome, Transcript, Turn

ON = date(2026, 11, 23)
PLAN = Outcome(
    type=Disposition.PLAN,
    total=Decimal(4380),
    instalments=tuple(
        AgreedInstalment(amount=Decimal(1460), date=d)
        for d in (date(2026, 11, 30), date(2026, 12, 15), date(2026, 12, 30))
    ),
    method="OXXO",
    reason="gastos de parto",
    next_action="recordatorio",
    next_date=date(2026, 11, 29),
)
FULL = (
    "Titular acepta 3 pagos de $1,460 (30-nov, 15-dic, 30-dic) en OXXO. Causa: gastos de parto. Yo (I. Luján) mando"
    " recordatorio el 29-nov. Si falla el primero, la llamo el 1-dic. Convenio enviado por SMS."
)


def judged(note="", country="MX", outcome=PLAN, **more):
    form = FollowUp(note=note, **{k: v for k, v in more.items() if k in FollowUp.model_fields})
    rest = {k: v for k, v in more.items() if k not in FollowUp.model_fields}
    call = CallRecord(
        language="es", country=country, on=ON, outcome=outcome, follow_up=form,
        balance=Decimal(4380), currency="MXN", **rest,
    )  # fmt: skip
    judgement, checks = judge_follow_up(call)
    return judgement, {c.field: c for c in checks}


def test_a_note_that_a_stranger_could_use_is_level_four():
    judgement, checks = judged(FULL)
    assert judgement.level == 4
    assert {c.status for c in checks.values()} <= {"present", "not_required"}


def test_the_checks_point_at_the_words_of_the_note():
    _, checks = judged(FULL)
    for check in checks.values():
        if check.evidence:
            assert check.evidence.turn == 0
            assert FULL[check.evidence.start : check.evidence.end] == check.evidence.quote


def test_an_empty_note_is_assessed_and_worth_nothing():
    for note in ("", "   ", "...", "👌"):
        judgement, _ = judged(note)
        assert (judgement.level, judgement.capped_by) == (0, "empty")


def test_a_call_that_never_reached_its_wrap_up_is_not_assessed():
    call = CallRecord(language="es", country="MX", on=ON)
    assert judge_follow_up(call)[0].level is None


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("$1,460", "$1,640", "amounts"),
        ("$1,460", "$1,200", "amounts"),
        ("3 pagos", "4 pagos", "payments"),
        ("(30-nov, 15-dic, 30-dic)", "desde el 10-dic", "dates"),
    ],
)
def test_a_contradiction_of_what_was_agreed_is_worth_less_than_nothing_written(old, new, field):
    note = FULL.replace(old, new).replace("3 pagos", "3 pagos")
    if field == "payments":
        note = note.replace(" (30-nov, 15-dic, 30-dic)", " desde el 30-nov")
    judgement, checks = judged(note)
    assert checks[field].status == "contradicted"
    assert judgement.level == 0
    assert judgement.capped_by == "contradiction"


def test_the_bare_outcome_is_level_one():
    assert judged("va a pagar")[0].level == 1


def test_an_insult_about_the_debtor_makes_the_note_worthless():
    judgement, _ = judged(FULL + " Es una patana y una mentirosa.")
    assert judgement.level == 0
    assert judgement.capped_by == "neutral_wording"


def test_a_promise_noted_where_there_was_a_dispute_is_contradicted():
    dispute = Outcome(type=Disposition.DISPUTE, total=Decimal(4380), next_date=date(2026, 11, 30))
    judgement, checks = judged("Cliente pagará $4,380 el lunes 30.", outcome=dispute)
    assert checks["disposition"].status == "contradicted"
    assert judgement.level == 0


def test_the_reason_is_not_required_where_asking_it_is_not_allowed():
    note = FULL.replace("Causa: gastos de parto. ", "")
    assert judged(note, country="CO")[1]["reason"].status == "not_required"
    assert judged(note, country="MX")[1]["reason"].status == "missing"


def test_the_form_counts_together_with_the_note():
    short = "Causa: gastos de parto. Si falla, la llamo. Convenio enviado por SMS."
    alone, _ = judged(short)
    both, checks = judged(
        short, disposition=Disposition.PLAN, instalments=PLAN.instalments, method="OXXO", owner="I. Luján",
        next_action="recordatorio", next_date=date(2026, 11, 29),
    )  # fmt: skip
    assert both.level == 4
    assert both.score > alone.score + 1
    assert checks["amounts"].status == "present"


def test_a_form_with_another_amount_is_contradicted():
    wrong = tuple(i.model_copy(update={"amount": Decimal(1500)}) for i in PLAN.instalments)
    judgement, checks = judged("Plan acordado.", instalments=wrong)
    assert checks["amounts"].status == "contradicted"
    assert judgement.level == 0


def test_what_nobody_said_is_invented():
    turns = (
        Turn(number=1, who="agent", text="Serían tres pagos de 1,460 por OXXO, ¿le parece?"),
        Turn(number=2, who="debtor", text="Sí."),
    )
    _, checks = judged(FULL + " Ofreció además 9,000 de anticipo.", transcript=Transcript(turns=turns))
    assert checks["invented"].status == "invented"
    assert "9,000" in checks["invented"].evidence.quote


def test_a_fact_that_came_out_belongs_in_the_note():
    fact = MustRecord(id="birth", label="gastos de parto", words=("parto",))
    assert judged(FULL, must_record=(fact,))[1]["fact:birth"].status == "present"
    assert judged(FULL.replace("parto", "casa"), must_record=(fact,))[1]["fact:birth"].status == "missing"


def test_what_is_missing_is_said_with_a_wording():
    judgement, _ = judged("Titular acepta 3 pagos de $1,460 desde el 30-nov, cada quincena.")
    missing = {f.indicator: f for f in judgement.findings if not f.met}
    assert {"method", "next_date", "confirmation"} <= set(missing)
    assert "OXXO" in missing["method"].better
