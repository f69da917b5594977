"""Ordinary and kind wordings of a call are taken for what they are; unkind ones are not passed over."""

from datetime import date
from decimal import Decimal

import pytest

from scenarios.acts import COSTLY, DialogueAct
from scoring.reading.reader import read
from scoring.reading.values import ReadingContext


def acts(language: str, text: str, before: str = "") -> set[DialogueAct]:
    country, currency = {"es": ("PE", "PEN"), "en": ("GB", "GBP")}[language]
    context = ReadingContext(
        language=language, country=country, on=date(2026, 11, 23), by="agent",
        balance=Decimal("324.63"), currency=currency, before=before,
    )  # fmt: skip
    return {a.act for a in read(text, context).acts}


@pytest.mark.parametrize(
    ("language", "text", "before", "does"),
    [
        (
            "en",
            "Smashing, that'll do nicely. By direct debit or card?",
            "I can do £324.63 on Friday.",
            "accept_proposal",
        ),
        ("en", "No worries at all, these things happen. When can you sort it?", "I forgot about it.", "ask_capacity"),
        ("en", "It can't be easy keeping everything going like that.", "", "acknowledge_situation"),
        ("en", "I understand food and rent have to come first.", "", "acknowledge_situation"),
        ("en", "I can see money's very tight for you right now.", "", "acknowledge_situation"),
        ("en", "It sounds like the date is the problem, not that you don't want to pay.", "", "paraphrase"),
        ("es", "Qué complicado llevar todo eso a la vez.", "", "acknowledge_situation"),
        ("es", "Entiendo, no se preocupe.", "Cambié de celular y se me pasó.", "acknowledge_situation"),
    ],
)
def test_friendly_words_are_no_attack(language: str, text: str, before: str, does: str) -> None:
    found = acts(language, text, before)
    assert DialogueAct(does) in found
    assert not found & COSTLY


@pytest.mark.parametrize(
    ("language", "text", "does"),
    [
        ("es", "El único culpable de su atraso es usted.", "blame"),
        ("es", "Usted no pagó porque no quiso.", "blame"),
        ("es", "Ese no es problema del banco.", "dismiss"),
        ("es", "Lo que le pasó no es relevante, hablemos del pago.", "dismiss"),
        ("es", "Usted no es más que un estafador.", "insult"),
        ("es", "O paga o lo metemos preso.", "threaten"),
        ("es", "Necesito el pago ya, sin excusas.", "pressure"),
        ("es", "Tiene dos horas para hacer el depósito.", "pressure"),
        ("en", "You've got nobody to blame but yourself.", "blame"),
        ("en", "If you budgeted properly you'd have enough.", "blame"),
        ("en", "What happened to you isn't relevant, let's talk payment.", "dismiss"),
        ("en", "I don't care about that, I just want to know when you're paying.", "dismiss"),
    ],
)
def test_unkind_words_are_heard_as_such(language: str, text: str, does: str) -> None:
    assert DialogueAct(does) in acts(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La llevará siempre la misma persona, Marta Soler, del equipo de apoyo."),
        ("es", "La mensualidad es siempre la misma."),
        ("es", "Entiendo, no es culpa suya enfermarse."),
        ("es", "Nadie tiene la culpa de enfermarse."),
        ("es", "No necesito saber qué enfermedad tiene."),
        ("es", "Usted firmó como aval, ¿verdad?"),
        ("es", "Debe 300 soles y lleva dos meses sin pagar."),
        ("en", "I'm not here to judge you."),
        ("en", "You won't have to explain it all again."),
        ("en", "It'll be the same person every time."),
        ("en", "I don't need to know what the illness is."),
    ],
)
def test_what_only_sounds_like_a_fault_accuses_nobody(language: str, text: str) -> None:
    assert not acts(language, text) & COSTLY


def test_a_reproach_in_the_words_of_a_promise_is_still_heard() -> None:
    assert DialogueAct.BLAME in acts("es", "Siempre es lo mismo con usted.")
    assert DialogueAct.BLAME in acts("en", "It's the same excuse every time.")


@pytest.mark.parametrize(
    ("language", "text", "does"),
    [
        ("es", "Le puedo ofrecer un plan de pagos.", "offer_instalments"),
        ("en", "I can offer you a payment plan.", "offer_instalments"),
        ("es", "¿Está solo o hay alguien más escuchando?", "protect_privacy"),
        ("en", "Is anyone else listening?", "protect_privacy"),
        ("es", "¿Y cuándo la van a pagar?", "ask_commitment"),
        ("es", "¿Y cuándo me paga?", "ask_commitment"),
        ("es", "Imagino lo pesado que es contestar este teléfono.", "acknowledge_emotion"),
        ("en", "Bear with me one moment, please.", "hold_contact"),
        ("es", "Como no pague hoy, se va a enterar.", "threaten"),
        ("es", "Pague hoy o lo demandamos.", "threaten"),
        ("en", "Pay it now or we'll sue you.", "threaten"),
        ("en", "Pay today or else.", "threaten"),
        ("es", "Paguen hoy o se las ven conmigo.", "threaten"),
        ("es", "¿Tan difícil es pagar a tiempo?", "sarcasm"),
        ("en", "I don't care who you are. Put her on the phone.", "dismiss"),
        ("es", "Qué pena la molestia, de verdad.", "apologise"),
        ("en", "How hard is it to pay a bill?", "sarcasm"),
        ("es", "Siempre me sale con lo mismo.", "blame"),
        ("es", "No se haga el vivo conmigo.", "insult"),
    ],
)
def test_what_is_plainly_said_is_heard(language: str, text: str, does: str) -> None:
    assert DialogueAct(does) in acts(language, text)
