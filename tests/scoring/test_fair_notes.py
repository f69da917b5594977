from datetime import date
from decimal import Decimal

import pytest

from scenarios.disposition import Disposition
from scoring.followup.example import example_note
from scoring.followup.judgement import judge_follow_up
from scoring.followup.stems import holds
from scoring.transcript import AgreedInstalment, CallRecord, FollowUp, MustRecord, Outcome, Transcript, Turn

ON = date(2026, 11, 23)
PROMISE = Outcome(
    type=Disposition.PROMISE_TO_PAY, total=Decimal(160), method="ventanilla del banco",
    instalments=(AgreedInstalment(amount=Decimal(160), date=date(2026, 11, 30)),),
)  # fmt: skip
BY_THE_MONTH = Outcome(
    type=Disposition.PLAN, total=Decimal(160),
    instalments=tuple(
        AgreedInstalment(amount=Decimal(40), date=day)
        for day in (date(2026, 12, 15), date(2027, 1, 15), date(2027, 2, 15), date(2027, 3, 15))
    ),
)  # fmt: skip
CALLBACK = Outcome(type=Disposition.CALLBACK, next_date=date(2026, 11, 27))


def judged(note, *said, language="es", outcome=PROMISE, must_record=(), **form):
    turns = tuple(Turn(number=n, who=who, text=text) for n, (who, text) in enumerate(said, 1))
    call = CallRecord(
        language=language, country="MX" if language == "es" else "US", on=ON, outcome=outcome, must_record=must_record,
        transcript=Transcript(turns=turns), follow_up=FollowUp(note=note, **form),
    )  # fmt: skip
    judgement, checks = judge_follow_up(call)
    return judgement, {c.field: c for c in checks}


@pytest.mark.parametrize(
    ("field", "language", "note"),
    [
        ("contingency", "es", "Paga $160 si cae el finiquito."),
        ("contingency", "es", "Le marqué dos veces, sin respuesta."),
        ("contingency", "en", "Pays $160 if his severance clears."),
        ("owner", "en", "I said $160 on November 30."),
        ("owner", "es", "Le dije yo que eran $160."),
        ("next_action", "es", "Llamé el domingo y no estaba."),
        ("next_action", "es", "Segunda llamada. Paga $160."),
        ("next_action", "en", "Second call. Pays $160."),
        ("confirmation", "es", "Llamé el domingo. Dejé mensaje hoy."),
        ("confirmation", "en", "Left a message today."),
    ],
)
def test_what_lies_behind_or_is_only_awaited_is_no_field_of_the_note(field, language, note):
    assert judged(note, language=language)[1][field].status == "missing"


@pytest.mark.parametrize(
    ("field", "language", "note"),
    [
        ("owner", "es", "Vuelvo a llamar mañana."),
        ("next_action", "es", "Vuelvo a llamar mañana."),
        ("next_action", "es", "Llamé el domingo y no estaba. Llamo el lunes."),
        ("contingency", "es", "Si cae una cuota, paso a legal."),
        ("contingency", "es", "Sin respuesta el lunes, escalo a supervisión."),
        ("confirmation", "es", "Convenio enviado por correo."),
        ("owner", "en", "I'll call on Friday."),
        ("next_action", "en", "Called Sunday, no reply. Call again Friday."),
        ("contingency", "en", "If the payment bounces, I call."),
    ],
)
def test_what_is_to_come_is(field, language, note):
    assert judged(note, language=language)[1][field].status == "present"


LISTED = [
    ("agent", "Puede pagar por SPEI, en OXXO o en ventanilla del banco."), ("debtor", "Está bien, el lunes pago."),
]  # fmt: skip
CHOSEN = [("agent", "¿Cómo prefiere pagar?"), ("debtor", "En ventanilla del banco.")]


def test_where_no_way_of_paying_was_chosen_none_is_agreed_with_and_none_contradicted():
    for form in ({}, {"method": "SPEI"}, {"method": "ventanilla del banco"}):
        assert judged("Paga $160 el 30-nov por SPEI.", *LISTED, **form)[1]["method"].status == "not_required"


def test_another_way_of_paying_than_the_chosen_one_does_not_agree():
    assert judged("Paga $160 el 30-nov.", *CHOSEN, method="SPEI")[1]["method"].status == "contradicted"
    assert judged("Paga $160 el 30-nov.", *CHOSEN, method="en ventanilla")[1]["method"].status == "present"
    assert judged("Paga $160 el 30-nov por SPEI.", *CHOSEN)[1]["method"].status == "contradicted"


def test_a_field_that_was_not_needed_is_credited_under_that_name():
    judgement, checks = judged("Reclamo registrado.", outcome=Outcome(type=Disposition.DISPUTE))
    assert checks["method"].status == "not_required"
    names = [t.name for t in judgement.terms]
    assert "not_needed" in names
    assert not {n for n in names if n in checks and checks[n].status == "not_required"}


def test_no_agreement_with_the_day_of_the_next_call_names_a_callback():
    note = "No quiso hablar hoy. Llamo yo el viernes 27 de noviembre."
    with_day = judged(note, outcome=CALLBACK, disposition=Disposition.NO_AGREEMENT)
    assert with_day[1]["disposition"].status == "present"
    without = judged("No quiso hablar.", outcome=CALLBACK, disposition=Disposition.NO_AGREEMENT)
    assert without[1]["disposition"].status == "contradicted"


TRUE = (
    "Paga $160 el 30 de noviembre en ventanilla del banco. Llamo yo el 1 de diciembre. Si no paga, paso a supervisión."
)


def test_one_wrong_box_beside_a_true_note_is_no_insult():
    judgement, checks = judged(TRUE, *CHOSEN, disposition=Disposition.REFUSAL)
    assert checks["disposition"].status == "contradicted"
    assert judgement.capped_by == "wrong_box"
    assert judgement.score > 1.2


def test_a_wrong_amount_is_still_worth_nothing_whatever_the_box_says():
    judgement, _ = judged(TRUE.replace("$160", "$610"), *CHOSEN, disposition=Disposition.REFUSAL)
    assert judgement.capped_by == "contradiction"
    assert judgement.level == 0


@pytest.mark.parametrize(
    ("text", "word", "language"),
    [
        ("vive de chambas", "chambit", "es"), ("hace chambas", "chambit", "es"), ("hace chambitas", "chamba", "es"),
        ("trabajillos sueltos", "trabajitos", "es"), ("lo despidieron", "despid", "es"), ("odd jobs", "odd job", "en"),
        ("hours were cut, shifting around", "shifts", "en"),
    ],
)  # fmt: skip
def test_a_fact_is_found_in_whatever_form_its_word_is_written(text, word, language):
    assert holds(text, (word,), language)
    fact = MustRecord(id="one", label="uno", words=(word,))
    assert judged(text, language=language, must_record=(fact,))[1]["fact:one"].status == "present"


def test_a_word_inside_another_is_not_that_word():
    assert not holds("the plate", ("late",), "en")
    assert not holds("vive de chambas", ("chambelán",), "es")


def test_the_example_of_an_empty_note_is_made_of_what_was_agreed():
    better = judged("")[0].findings[0].better
    assert "$160" in better
    assert "30 de noviembre" in better
    assert judged("", language="en")[0].findings[0].better.startswith("Promise to pay. Pays $160 on November 30.")


def test_the_example_names_no_way_of_paying_that_nobody_chose():
    listed = CallRecord(
        language="es", country="MX", on=ON, outcome=PROMISE,
        transcript=Transcript(turns=tuple(Turn(number=n, who=w, text=t) for n, (w, t) in enumerate(LISTED, 1))),
    )  # fmt: skip
    assert "ventanilla" not in example_note(listed)
    assert "ventanilla" in example_note(listed.model_copy(update={"transcript": Transcript()}))


def test_without_an_outcome_there_is_no_example():
    assert not example_note(CallRecord(language="es", country="MX", on=ON))


MONTHLY = tuple(
    AgreedInstalment(amount=Decimal(100) if n < 4 else Decimal("96.19"), date=date(2027, n, 1)) for n in range(1, 5)
)
PLAN = Outcome(type=Disposition.PLAN, total=Decimal("396.19"), instalments=MONTHLY, method="debit card")
TRUE_NOTE = "$100 a month from Jan 1 by debit card, fees waived. Agreement emailed today. I call Dec 30."


@pytest.mark.parametrize("field", ["amounts", "payments", "dates"])
def test_a_form_that_begins_as_agreed_is_incomplete_and_contradicts_nothing(field):
    assert judged(TRUE_NOTE, language="en", outcome=PLAN, instalments=MONTHLY[:1])[1][field].status != "contradicted"


def test_a_plan_entered_with_its_first_payment_beside_a_true_note_is_a_fair_beginning():
    assert judged(TRUE_NOTE, language="en", outcome=PLAN, instalments=MONTHLY[:1])[0].level == 2


def test_the_note_finishes_what_the_form_begins():
    counted = TRUE_NOTE.replace("a month", "a month, 4 payments, last $96.19,")
    judgement, checks = judged(counted, language="en", outcome=PLAN, instalments=MONTHLY[:1])
    assert judgement.level >= 3
    assert checks["payments"].status == "present"


@pytest.mark.parametrize(
    "row", [AgreedInstalment(amount=Decimal(150), date=MONTHLY[0].date), MONTHLY[0].model_copy(update={"amount": None})]
)
def test_one_payment_that_is_not_the_first_agreed_contradicts(row):
    assert judged(TRUE_NOTE, language="en", outcome=PLAN, instalments=(row,))[1]["payments"].status == "contradicted"


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("en", "Agreed $40/month from 15 Dec by debit card."),
        ("en", "$40 pcm from December 15 by debit card."),
        ("es", "Queda en $40 al mes desde el 15 de diciembre."),
        ("es", "Plan: $40/mes a partir del 15 de diciembre."),
    ],
)
def test_a_plan_told_by_its_first_day_and_its_pace_has_its_days(language, note):
    assert judged(note, language=language, outcome=BY_THE_MONTH)[1]["dates"].status == "present"


def test_an_hour_is_no_pace():
    assert (
        judged("Pays $40 on December 15. Call at 6 pm.", language="en", outcome=BY_THE_MONTH)[1]["dates"].status
        == "missing"
    )


def test_the_next_step_is_quoted_from_where_it_stands():
    note = "Molesta por 12 llamadas y porque le marcaron al trabajo. Paga $160 el 30. Le llamo yo el martes."
    found = judged(note)[1]
    assert [found[field].noted for field in ("owner", "next_action")] == ["Le llamo yo el martes"] * 2


def test_the_outcome_is_quoted_from_beside_its_figures():
    note = "El titular paga tarde porque le consignan después. Paga $160 el 30 de noviembre."
    assert judged(note)[1]["disposition"].noted == "Paga $160 el 30 de noviembre"
