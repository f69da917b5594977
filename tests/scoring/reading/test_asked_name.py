"""Asking for somebody by name is asking who they are, and is nothing else."""

from datetime import date

import pytest

from scenarios.acts import DialogueAct
from scenarios.values import Country, Language
from scoring.reading.reader import read
from scoring.reading.values import Act, Reading, ReadingContext

VERIFY = DialogueAct.VERIFY_IDENTITY


def heard(text: str, language: Language, before: str = "") -> Reading:
    country: Country = "MX" if language == "es" else "GB"
    return read(text, ReadingContext(language=language, country=country, on=date(2026, 11, 23), before=before))


def verifying(reading: Reading) -> list[str]:
    return [reading.text[a.start : a.end] for a in reading.acts if a.act is VERIFY]


@pytest.mark.parametrize(
    ("text", "language", "before", "asked"),
    [
        ("Buenas tardes, ¿con Salma Urrutia Padrón?", "es", "¿Bueno?", "Buenas tardes, ¿con Salma Urrutia Padrón?"),
        ("¿Con Salma Urrutia?", "es", "¿Bueno?", "¿Con Salma Urrutia?"),
        ("¿Reina Hinojosa?", "es", "¿Bueno? ¿Quién habla?", "¿Reina Hinojosa?"),
        ("¿Don Marino Escribano? Le llamo de Gestiones Puente.", "es", "Diga.", "¿Don Marino Escribano?"),
        ("Hello, is that Shane Begum?", "en", "Hello?", "Hello, is that Shane Begum?"),
        ("This is Aurora Home Stores. Richard Morris?", "en", "Hello!", "Richard Morris?"),
        ("Is that Mr. Farooq?", "en", "", "Is that Mr. Farooq?"),
        ("May I speak to Dorothy Gibson, please?", "en", "Yes?", "May I speak to Dorothy Gibson, please?"),
    ],
)
def test_a_name_asked_for_asks_who_they_are(text: str, language: Language, before: str, asked: str) -> None:
    reading = heard(text, language, before)
    assert verifying(reading) == [asked]
    within = [a.act for a in reading.acts if _inside(a, text.index(asked), asked)]
    assert set(within) <= {VERIFY, DialogueAct.GREET}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("¿Con Mercado Pago?", "es"), ("¿Perdón?", "es"), ("¿El viernes?", "es"), ("¿Con tarjeta?", "es"),
        ("¿En el Banco Horizonte?", "es"), ("Is that Friday?", "en"), ("Is that all?", "en"), ("Really?", "en"),
        ("Is that December or January?", "en"),
    ],
)  # fmt: skip
def test_what_is_no_person_is_not_asked_for_by_name(text: str, language: Language) -> None:
    assert verifying(heard(text, language, "I'll pay then.")) == []


def test_a_name_after_a_long_speech_is_no_longer_asked_for_at_the_door() -> None:
    speech = "Mire, yo a ustedes ya les dije todo lo que les tenía que decir y no pienso repetirlo. " * 2
    assert verifying(heard("¿Laura Gómez?", "es", speech)) == []


def test_nothing_is_disclosed_to_who_says_that_they_are_the_one() -> None:
    text = "Thanks. It's about your store card, you're a bit behind, how's this month been?"
    accused = {a.act for a in heard(text, "en", "That's me! I can guess what this is about.").acts}
    assert DialogueAct.DISCLOSE_TO_THIRD_PARTY not in accused


def test_a_wife_is_told_nothing_though_she_says_who_she_is() -> None:
    text = "Dígale a su esposo que debe 4,500 pesos al banco y que ya está en cobranza."
    accused = {a.act for a in heard(text, "es", "No, soy yo, su esposa. Él no está.").acts}
    assert DialogueAct.DISCLOSE_TO_THIRD_PARTY in accused


def _inside(act: Act, start: int, asked: str) -> bool:
    return start <= act.start < start + len(asked)
