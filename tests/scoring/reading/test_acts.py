"""Dialogue acts where it costs something: blunt words are certain, negated and quoted ones accuse nobody."""

import pytest

from scenarios.acts import COSTLY, DialogueAct
from scoring.reading.examples import rated
from scoring.reading.reader import read
from scoring.reading.thresholds import CERTAIN, NOTICE
from scoring.reading.values import Act, ReadingContext
from scoring.reading.weights import WEIGHTS


def acts(text: str, language: str = "es", before: str = "") -> dict[DialogueAct, Act]:
    context = ReadingContext(language=language, country="MX" if language == "es" else "US", before=before)
    return {a.act: a for a in read(text, context).acts}


BLUNT = [
    ("es", "threaten", "Si no paga le vamos a embargar la casa."),
    ("es", "threaten", "Usted va a terminar en la cárcel."),
    ("es", "threaten", "vamos a mandar gente a su trabajo"),
    ("es", "threaten", "No pague y va a ir a la cárcel."),
    ("es", "insult", "No sea imbécil."),
    ("es", "insult", "usted es un ratero"),
    ("en", "threaten", "If you don't pay we'll take your house."),
    ("en", "threaten", "You're going to end up in jail."),
    ("en", "threaten", "i'm going to call your boss"),
    ("en", "insult", "Don't be stupid."),
]


@pytest.mark.parametrize(("language", "act", "text"), BLUNT)
def test_a_blunt_threat_or_insult_is_certain(language: str, act: str, text: str) -> None:
    found = acts(text, language)[DialogueAct(act)]
    assert found.confidence >= CERTAIN[DialogueAct(act)]


HARMLESS = [
    ("es", "No le vamos a embargar la casa."),
    ("es", "Nadie va a terminar en la cárcel por esto."),
    ("es", "Lamento que le dijeran que va a ir a la cárcel; eso no es cierto."),
    ("es", 'Entiendo que otro agente le dijo "le vamos a embargar la casa"; eso no debió pasar.'),
    ("es", "Nadie debió decirle ratero."),
    ("en", "We're not going to take your house."),
    ("en", "Nobody is going to end up in jail over this."),
    ("en", "I'm sorry my colleague told you that you're going to go to jail; that isn't true."),
    ("en", 'He said "we\'ll take your house"? That should never have been said.'),
    ("en", "Nobody should have called you a thief."),
]


@pytest.mark.parametrize(("language", "text"), HARMLESS)
def test_negated_quoted_and_reported_words_are_never_certain(language: str, text: str) -> None:
    found = acts(text, language)
    assert all(found[a].confidence < CERTAIN[a] for a in COSTLY & found.keys())


def test_every_confidence_lies_between_notice_and_one() -> None:
    found = acts("Buenas tardes, soy Ana, de la caja. ¿Hablo con don Luis? Le llamo por su cuenta.")
    assert {DialogueAct.GREET, DialogueAct.IDENTIFY_SELF, DialogueAct.VERIFY_IDENTITY} <= found.keys()
    assert all(NOTICE <= a.confidence <= 1 for a in found.values())


def test_an_act_lies_on_the_clause_that_shows_it() -> None:
    text = "Buenas tardes, entiendo su molestia. ¿Cuánto podría pagar al mes? Se lo mando por correo."
    found = acts(text)
    shown = {act: text[a.start : a.end] for act, a in found.items()}
    assert shown[DialogueAct.ASK_CAPACITY] == "¿Cuánto podría pagar al mes?"
    assert shown[DialogueAct.SEND_DOCUMENT] == "Se lo mando por correo."
    assert shown[DialogueAct.GREET].startswith("Buenas tardes")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "My name is Helen Marsh, from Highvale Home Services."),
        ("en", "Do you have the police report?"),
        ("es", "Siento mucho lo que le pasó."),
        ("es", "Debe 1.346,80 euros desde hace dos meses."),
    ],
)
def test_plain_business_accuses_nobody(language: str, text: str) -> None:
    assert not COSTLY & set(acts(text, language))


def test_what_happens_to_others_is_a_threat_still() -> None:
    assert DialogueAct.THREATEN in acts("Ya vio lo que les pasa a los que no pagan.")


def test_a_debt_told_to_whoever_answers_is_a_disclosure() -> None:
    told = acts("Dígale que debe 1.346 euros desde hace dos meses.", before="No está, soy su hermano.")
    assert DialogueAct.DISCLOSE_TO_THIRD_PARTY in told


def test_typing_slips_change_little() -> None:
    assert DialogueAct.ASK_CAPACITY in acts("cuanto puede pagar x quincena sr diaz")
    assert DialogueAct.THANK in acts("muchas graciaaas")
    assert DialogueAct.ASK_CAPACITY in acts("how much can u pay a month", "en")


def test_a_longer_pile_of_words_is_not_more_of_an_act() -> None:
    once, often = acts("Le entiendo, disculpe."), acts("Le entiendo, disculpe. " * 20)
    assert set(often) <= set(once) | {DialogueAct.ACKNOWLEDGE_EMOTION, DialogueAct.SARCASM}


def test_the_weights_are_small() -> None:
    assert WEIGHTS.stat().st_size < 12_000_000


@pytest.mark.parametrize(("language", "least"), [("es", 0.62), ("en", 0.52)])
def test_the_rated_turns_that_were_kept_aside_are_read_no_worse_than_measured(language: str, least: float) -> None:
    right = said = there = 0
    for example in rated(language, "dev"):
        context = ReadingContext(language=language, country=example.country, before=example.before)
        found = {a.act for a in read(example.text, context).acts} - example.unknown
        right += len(found & example.acts)
        said += len(found)
        there += len(example.acts)
    assert 2 * right / (said + there) >= least
