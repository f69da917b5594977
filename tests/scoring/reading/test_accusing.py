"""Nobody is accused on a mere impression: plain questions and civil replies that once were."""

from datetime import date

import pytest

from scenarios.acts import COSTLY, DialogueAct
from scenarios.values import Language
from scoring.reading.reader import read
from scoring.reading.values import ReadingContext


@pytest.mark.parametrize(
    ("text", "language", "before"),
    [
        ("¿Ha podido hablar con esa persona?", "es", "Lo tendría que buscar."),
        ("Le creo. ¿Cuándo vio ese cargo por primera vez?", "es", "Nací el 25 de julio y mi RUT termina en 4390."),
        ("Ya entiendo, entonces el pago le entra después del corte. Eso se puede arreglar.", "es", "¿Me decía?"),
        ("Gracias. Le llamo por su préstamo, que tiene unas semanas de atraso. ¿Cómo está viendo el tema?", "es",
         "El mismo que viste y calza. Dígame, ¿en qué le ayudo?"),
        ("Thanks. It's about your store card, you're a bit behind, how's this month been?", "en", "That's me!"),
    ],
)  # fmt: skip
def test_a_civil_reply_is_accused_of_nothing(text: str, language: Language, before: str) -> None:
    context = ReadingContext(
        language=language, country="MX" if language == "es" else "GB", on=date(2026, 11, 23), before=before
    )
    assert [a.act for a in read(text, context).acts if a.act in COSTLY] == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("¿Es usted tonto o se hace?", "es"),
        ("Usted es un sinvergüenza.", "es"),
        ("Are you thick or something?", "en"),
        ("You're a liar and a thief.", "en"),
    ],
)
def test_an_insult_is_heard_asked_or_said(text: str, language: Language) -> None:
    context = ReadingContext(language=language, country="MX" if language == "es" else "GB", on=date(2026, 11, 23))
    assert "insult" in {a.act.value for a in read(text, context).acts}


def test_nothing_is_told_to_anybody_where_no_word_is_of_money() -> None:
    before = "Yo solo registro lo que llega, la firma es de otra persona."
    context = ReadingContext(language="es", country="ES", on=date(2026, 11, 23), before=before)
    told = [DialogueAct.DISCLOSE_TO_THIRD_PARTY]
    assert [a.act for a in read("Es que llevamos así casi dos meses.", context).of(*told)] == []
    assert [a.act for a in read("Dígale que nos debe dos meses de la tarjeta.", context).of(*told)] == told
