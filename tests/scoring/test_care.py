"""Where a life may be at risk: whoever puts it first is not told how to ask for money."""

from datetime import date

import pytest

from scoring.care import caring
from scoring.moments import moments
from scoring.rubrics import load_rubric
from scoring.scoring import score
from scoring.transcript import CallRecord, Transcript, Turn

TALKS = {
    "en": (
        "I've not slept in months. It isn't the loan. It's all of it.",
        "Forget the loan for today. When you say it's all of it, are you having thoughts of ending your life?",
        "… Nobody's asked me that. Yes. I don't want to go on like this.",
        "Thank you for telling me. Are you safe right now? Have you done anything today that could hurt you?",
        "No. I'm not doing anything today.",
        "I believe you. Is there somebody close by who could come and sit with you tonight?",
    ),
    "es": (
        "No duermo hace meses. No es el préstamo, es todo.",
        "Dejemos el pago por hoy. Cuando dice que es todo, ¿ha pensado en quitarse la vida?",
        "… Nadie me lo había preguntado. Sí. Ya no quiero seguir.",
        "Gracias por decírmelo. ¿Está usted a salvo ahora? ¿Ha hecho algo hoy que le pueda hacer daño?",
        "No. Hoy no voy a hacer nada.",
        "Le creo. ¿Hay alguien cerca que se pueda quedar con usted esta noche?",
    ),
}
COLLECTS = {"en": "Right. And when can you pay the £300?", "es": "Bueno. ¿Y cuándo puede pagar los 300 euros?"}


def call(language, *more):
    said = (*TALKS[language], *more)
    turns = tuple(
        Turn(number=n, who="agent" if n % 2 == 0 else "debtor", text=text) for n, text in enumerate(said, start=1)
    )
    country = "GB" if language == "en" else "ES"
    return CallRecord(
        language=language, country=country, on=date(2026, 11, 23), transcript=Transcript(turns=turns)
    )  # fmt: skip


@pytest.mark.parametrize("language", ["es", "en"])
def test_whoever_asks_after_a_life_is_told_of_no_fault_and_coached_on_nothing(language):
    card = score(call(language), load_rubric())
    of_replies = [j for j in card.judgements if j.criterion in ("calm", "empathy", "clarity")]
    assert [f for j in of_replies for f in j.findings if not f.met] == []
    assert all(j.level >= 3 for j in of_replies)
    assert card.coaching is None or not card.coaching.moments


@pytest.mark.parametrize("language", ["es", "en"])
def test_who_then_asks_for_money_is_no_longer_caring(language):
    seen = moments(call(language, "…", COLLECTS[language]))
    assert caring(seen) == {2, 4, 6}


@pytest.mark.parametrize("language", ["es", "en"])
def test_an_ordinary_call_has_no_such_replies(language):
    ordinary = call(language).model_copy(update={"transcript": Transcript(turns=(
        Turn(number=1, who="debtor", text="No puedo pagar." if language == "es" else "I can't pay."),
        Turn(number=2, who="agent", text="Lamento oírlo." if language == "es" else "I'm sorry to hear it."),
    ))})  # fmt: skip
    assert caring(moments(ordinary)) == frozenset()
