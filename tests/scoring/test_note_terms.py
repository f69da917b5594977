"""The terms of a note against those agreed: what accuses, and what an ordinary way of writing does not."""

import pytest

from scoring.reading.dates import find_dates
from scoring.reading.values import ReadingContext
from tests.scoring.test_note_claims import ON, judged


@pytest.mark.parametrize(
    ("kind", "language", "note", "field"),
    [
        ("plan", "en", "He'll pay the 900 in full by bank transfer on 1/12, one shot. I check 2/12.", "payments"),
        ("plan", "es", "Paga los 900 en un solo pago el 1/12 por transferencia. Reviso el 2/12.", "payments"),
        ("plan", "en", "Settlement of £850: £300 on 1/12, £300 on 4/1, the rest on 1/2, by bank transfer.", "amounts"),
        ("plan", "es", "Liquida con 850: 300 el 1/12, 300 el 4/1 y el resto el 1/2, por transferencia.", "amounts"),
        ("plan", "en", "Three of £300 by bank transfer, fortnightly, first on 1/12.", "dates"),
        ("plan", "es", "Tres de 300 por transferencia cada 15 días desde el 1/12.", "dates"),
        ("partial_payment", "en", "£300 in by card on 2/12, £600 left. Call 1/12.", "dates"),
    ],
)  # fmt: skip
def test_other_terms_than_those_agreed_contradict(kind, language, note, field):
    capped, wrong = judged(kind, note, language)
    assert (capped, field in wrong) == ("contradiction", True)


@pytest.mark.parametrize(
    ("kind", "language", "note"),
    [
        ("plan", "en", "Three of three hundred odd by transfer, 1/12, 4/1 and 1/2. I check 2/12."),
        ("plan", "en", "Three of £300 by transfer, monthly from 1/12. He gets paid fortnightly. I check 2/12."),
        ("plan", "es", "Tres de 300 por transferencia cada mes desde el 1/12. Cobra cada quincena. Reviso el 2/12."),
        ("plan", "es", "900 en total, en tres: 300 el 1/12, 300 el 4/1 y 300 el 1/2, transferencia."),
        ("plan", "en", "Settled for 900: £300 on 1/12, £300 on 4/1, £300 on 1/2, by bank transfer."),
        ("partial_payment", "en", "£300 paid on the call by transfer, £600 left. Form back by 2/12. I ring 1/12."),
        ("partial_payment", "en", "£300 today by transfer, £600 left: up to eight payments available. I ring 1/12."),
        ("partial_payment", "es", "Pagó 300 en la llamada, quedan 600: hasta ocho cuotas posibles. Llamo el 1/12."),
        ("already_paid", "en", "He states it was settled on 10 November, bank statement to come. I check it on 1/12."),
        ("already_paid", "es", "YA PAGADO s/ titular: 900 el 10/11 x transf. Contabilidad revisa, aviso el 1/12."),
    ],
)  # fmt: skip
def test_an_ordinary_way_of_writing_the_agreed_terms_accuses_nobody(kind, language, note):
    assert judged(kind, note, language)[1] == []


def test_who_promised_was_nobody_else_where_the_note_spoke_with_the_holder():
    note = "Hablé con el titular, reconoce la deuda y promete pagar los 900 el 28/11. Confirmo el 1/12."
    assert judged("third_party", note)[0] == "contradiction"


@pytest.mark.parametrize("language", ["en"])
def test_a_low_word_for_the_debtor_is_an_insult(language):
    assert judged("hung_up", "Hung up again, what a lowlife. I call 1/12.", language)[0] == "neutral_wording"


@pytest.mark.parametrize(
    ("text", "day"),
    [("reviso el lunes siete y le aviso", "2026-12-07"), ("le pagan el jueves tres, dice", "2026-12-03"),
     ("el miércoles dos pagos de 300", "2026-11-25"), ("el jueves diez mil", "2026-11-26")],
)  # fmt: skip
def test_a_weekday_with_its_day_in_words_is_that_day_only_where_the_calendar_agrees(text, day):
    found = find_dates(text, ReadingContext(language="es", country="CO", on=ON))
    assert [d.isoformat() for d in found[0].iso] == [day]
