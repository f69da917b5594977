"""Tone, and what a speaker lets be heard of themself."""

import pytest

from scoring.reading.reader import read
from scoring.reading.values import ReadingContext


def tones(text: str, language: str = "es") -> set[str]:
    return {t.kind for t in read(text, ReadingContext(language=language)).tone}


def voiced(text: str, language: str = "es") -> set[tuple[str, str]]:
    found = read(text, ReadingContext(language=language, by="debtor")).voiced
    return {(v.kind, v.topic) for v in found}


TONES = [
    ("es", "Cállese, ratero.", "hostility"),
    ("es", "Tiene que pagar hoy mismo.", "pressure"),
    ("es", "Como ya le dije, a ver si me entiende.", "condescension"),
    ("es", "Mil perdones, se lo suplico, no se vaya a enojar.", "servility"),
    ("es", "Con gusto, no se preocupe, lo vemos juntos.", "warmth"),
    ("es", "Apúrese, no tengo todo el día.", "hurry"),
    ("es", "PAGUE DE UNA VEZ SEÑOR", "shouting"),
    ("en", "Shut up, you liar.", "hostility"),
    ("en", "You need to pay right now.", "pressure"),
    ("en", "As I already told you, it's not rocket science.", "condescension"),
    ("en", "I beg you, please forgive me, I'm so stupid.", "servility"),
    ("en", "Of course, take your time, we'll sort it together.", "warmth"),
    ("en", "Make it quick, I have other calls.", "hurry"),
    ("en", "PAY YOUR BILL NOW", "shouting"),
]


@pytest.mark.parametrize(("language", "text", "kind"), TONES)
def test_a_tone_is_heard(language: str, text: str, kind: str) -> None:
    assert kind in tones(text, language)


@pytest.mark.parametrize("text", ["Puede pagar por SPEI o en OXXO.", "Su saldo es de $4,500 MXN.", "Gracias."])
def test_abbreviations_and_plain_sentences_shout_at_nobody(text: str) -> None:
    assert not tones(text) & {"shouting", "hostility"}


VOICED = [
    ("es", "¡Ya me tienen harto!", ("emotion", "anger")),
    ("es", "Tengo miedo de que me quiten la casa.", ("emotion", "fear")),
    ("es", "Me da mucha vergüenza.", ("emotion", "shame")),
    ("es", "Ya no puedo más.", ("emotion", "despair")),
    ("es", "No les creo nada.", ("emotion", "distrust")),
    ("es", "No entiendo de qué me habla.", ("emotion", "confusion")),
    ("es", "Me despidieron en marzo.", ("situation", "job_loss")),
    ("es", "Mi mamá está internada en el hospital.", ("situation", "illness")),
    ("es", "Falleció mi esposo.", ("situation", "death")),
    ("es", "¿Y quién es usted?", ("question", "direct")),
    ("en", "I'm sick of your calls!", ("emotion", "anger")),
    ("en", "I'm so scared of losing the house.", ("emotion", "fear")),
    ("en", "I was laid off in March.", ("situation", "job_loss")),
    ("en", "My husband passed away.", ("situation", "death")),
    ("en", "I can't cope any more.", ("emotion", "despair")),
    ("en", "How much do I owe?", ("question", "direct")),
]


@pytest.mark.parametrize(("language", "text", "heard"), VOICED)
def test_what_a_debtor_lets_be_heard_is_heard(language: str, text: str, heard: tuple[str, str]) -> None:
    assert heard in voiced(text, language)


@pytest.mark.parametrize(("language", "text"), [("es", "Sí, soy yo."), ("en", "Yes, speaking.")])
def test_a_plain_answer_voices_nothing(language: str, text: str) -> None:
    assert not voiced(text, language)


def test_ill_is_no_contraction() -> None:
    assert ("situation", "illness") not in voiced("I'll pay on Friday.", "en")
