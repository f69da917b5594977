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


def test_one_listed_day_in_place_of_an_agreed_one_contradicts_whatever_else_is_dated():
    judgement, checks = judged(FULL.replace("15-dic", "18-dic"))
    assert checks["dates"].status == "contradicted"
    assert checks["dates"].noted == "2026-12-18"
    assert judgement.level == 0


def test_an_agreed_sum_in_another_currency_contradicts():
    judgement, checks = judged(FULL.replace("$1,460", "1,460 dólares"))
    assert checks["amounts"].status == "contradicted"
    assert checks["amounts"].noted == "1,460 dólares"
    assert judgement.level == 0


def test_so_many_times_a_month_is_a_number_of_payments():
    plan = PLAN.model_copy(update={"instalments": PLAN.instalments[:2], "total": Decimal(2920)})
    note = "Paga 1,460 mensuales x 3 en OXXO, el primero el 30-nov. Gastos de parto. Mando recordatorio el 29-nov."
    judgement, checks = judged(note, outcome=plan)
    assert checks["payments"].status == "contradicted"
    assert judgement.level == 0


def test_the_days_between_two_payments_are_counted_from_the_first():
    paid = tuple(AgreedInstalment(amount=Decimal(2190), date=d) for d in (date(2026, 11, 29), date(2026, 12, 13)))
    plan = PLAN.model_copy(update={"instalments": paid})
    _, checks = judged("Dos pagos de 2,190: uno este domingo y el otro a los quince días, en OXXO.", outcome=plan)
    assert checks["dates"].status != "contradicted"


def test_month_ends_are_the_last_working_days_of_their_months():
    paid = tuple(AgreedInstalment(amount=Decimal(2190), date=d) for d in (date(2027, 1, 29), date(2027, 2, 26)))
    plan = PLAN.model_copy(update={"instalments": paid})
    _, checks = judged("2 pagos de 2,190 a fin de mes desde enero, en OXXO.", outcome=plan)
    assert checks["dates"].status == "present"


def test_another_day_for_a_callback_is_worth_less_than_nothing_written():
    callback = Outcome(
        type=Disposition.CALLBACK,
        total=Decimal(4380),
        next_action="llamar a la encargada",
        next_date=date(2026, 11, 24),
    )
    judgement, checks = judged("La encargada atiende martes y jueves. La llamo el jueves 26.", outcome=callback)
    assert checks["next_date"].status == "contradicted"
    assert judgement.level == 0
    assert judged("La encargada atiende por la mañana. La llamo el martes 24.", outcome=callback)[0].level > 0


def test_a_day_of_january_is_one_of_the_next_year():
    paid = (AgreedInstalment(amount=Decimal(4380), date=date(2027, 1, 29)),)
    plan = PLAN.model_copy(update={"type": Disposition.PROMISE_TO_PAY, "instalments": paid})
    _, checks = judged("Paga 4,380 el 29-01 en OXXO.", outcome=plan)
    assert checks["dates"].status == "present"


def promised(day: date, amount: int = 4380, **more: object) -> Outcome:
    paid = (AgreedInstalment(amount=Decimal(amount), date=day),)
    return PLAN.model_copy(update={"type": Disposition.PROMISE_TO_PAY, "instalments": paid, **more})


def test_money_that_is_to_come_has_not_come():
    judgement, checks = judged("Ya pagó los 4,380 en OXXO. Cuenta en ceros.", outcome=promised(date(2026, 12, 10)))
    assert checks["disposition"].status == "contradicted"
    assert judgement.level == 0


def test_a_part_settles_no_account():
    part = promised(date(2026, 11, 24), 2000, type=Disposition.PARTIAL_PAYMENT, total=Decimal(2000))
    judgement, checks = judged("Deposita 2,000 el 24-nov en OXXO y la cuenta queda saldada.", outcome=part)
    assert checks["disposition"].status == "contradicted"
    assert judgement.level == 0


def test_a_payment_noted_for_the_day_of_the_next_step_is_on_the_wrong_day():
    promise = promised(date(2026, 12, 10), next_date=date(2026, 12, 11))
    judgement, checks = judged("Paga 4,380 el viernes 11 de diciembre en OXXO. Reviso el 11.", outcome=promise)
    assert checks["dates"].status == "contradicted"
    assert judgement.level == 0


def test_terms_that_nobody_agreed_contradict_a_call_without_an_agreement():
    hardship = Outcome(type=Disposition.HARDSHIP, reason="enfermedad", next_action="pasar al área especial")
    judgement, checks = judged(
        "Enferma. Se comprometió a pagar 365 al mes. La paso al área especial.", outcome=hardship
    )
    assert checks["disposition"].status == "contradicted"
    assert judgement.level == 0


def test_a_closed_list_of_days_is_a_number_of_payments():
    judgement, checks = judged("Paga $1,460 el 30-nov y el 15-dic, con eso liquida. OXXO.")
    assert checks["payments"].status == "contradicted"
    assert judgement.level == 0


@pytest.mark.parametrize(
    ("note", "status"),
    [
        ("Paga 700 el 30-nov, 450 el 15-dic y 450 el 30-dic en OXXO.", "present"),
        ("Paga 450 el 30-nov, 450 el 15-dic y 700 el 30-dic en OXXO.", "contradicted"),
        ("En OXXO: 30-nov 700, 15-dic 450, 30-dic 450.", "present"),
    ],
)
def test_each_sum_belongs_to_its_day(note, status):
    paid = tuple(
        AgreedInstalment(amount=Decimal(a), date=d)
        for a, d in ((700, date(2026, 11, 30)), (450, date(2026, 12, 15)), (450, date(2026, 12, 30)))
    )
    _, checks = judged(note, outcome=PLAN.model_copy(update={"instalments": paid, "total": Decimal(1600)}))
    assert checks["amounts"].status == status


@pytest.mark.parametrize(
    "note",
    [
        "Promesa por 4,380 la próxima semana en OXXO. Gastos de parto. Llamo el 3 de dic.",
        "Paga 4,380 a principios de diciembre en OXXO. Gastos de parto.",
        "Paga 4,380 el 2 de diciembre en OXXO; si falla, se ofrecen 3 cuotas hasta el 4.",
    ],
)
def test_a_rough_day_and_what_is_meant_for_later_contradict_nothing(note):
    judgement, checks = judged(note, outcome=promised(date(2026, 12, 2)))
    assert "contradicted" not in {c.status for c in checks.values()}
    assert judgement.level > 0


def test_what_was_not_promised_is_no_agreement():
    callback = Outcome(type=Disposition.CALLBACK, next_action="llamar", next_date=date(2026, 11, 25))
    _, checks = judged("Iba manejando. Nada ofrecido ni se comprometió a nada. La llamo el 25-nov.", outcome=callback)
    assert checks["disposition"].status == "present"


def test_a_promise_noted_for_a_call_that_ended_in_a_dispute_contradicts_it():
    dispute = Outcome(type=Disposition.DISPUTE, total=Decimal(4380), reason="cobro doble", next_action="revisar")
    judgement, checks = judged("Se compromete a liquidar 4,380 el lunes 30 de noviembre en OXXO.", outcome=dispute)
    assert checks["disposition"].status == "contradicted"
    assert judgement.level == 0
    _, checks = judged("Dice que le cobraron doble: reclama 4,380 del 3 de noviembre. Reviso.", outcome=dispute)
    assert checks["disposition"].status == "present"


def test_a_first_payment_told_apart_leaves_one_fewer_to_count():
    note = "Anticipo de 1,460 y dos de 1,460 el 15-dic y el 30-dic, en OXXO."
    assert judged(note)[1]["payments"].status == "present"


def test_a_sum_told_roughly_contradicts_nothing():
    note = "Tres pagos de unos 1,450 en OXXO (30-nov, 15-dic, 30-dic)."
    assert judged(note)[1]["amounts"].status != "contradicted"
    assert judged(note.replace("unos ", ""))[1]["amounts"].status == "contradicted"
