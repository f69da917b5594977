"""Which of the two languages a reply is in: a score over its commonest words, with the call's language as prior."""

import re
from collections.abc import Iterable

_SPACED = re.compile(r"\s+")

_ES = frozenset(
    _SPACED.split(
        """de la que no el en y a los se del las un por con una su para es lo como mas pero sus le ya o este si porque
    esta entre cuando muy sin sobre tambien me hasta hay donde quien desde todo nos todos uno les ni contra
    otros ese eso ante ellos esto antes algunos unos yo otro otras otra tanto esa estos mucho nada al cual
    poco ella estar usted ustedes tengo tiene puede pago pagar gracias buenos buenas dias tardes hola senor
    senora cuenta deuda entiendo cuanto cuanta fecha hoy manana viernes quincena le lo mi tu vos te soy fue
    son estoy habla dia mes semana favor claro bueno listo perdon disculpe disculpa"""
    )
)
_EN = frozenset(
    _SPACED.split(
        """the of and to in is you that it he was for on are as with his they i at be this have from or one had by
    but not what all were we when your can said there use an each which she do how their if will up other
    about out many then them these so some her would make like him into time has look two more go see no way
    could people my than been who its now did get come made may part im ill youre dont cant thats lets were
    hello hi thanks thank please sorry pay payment account today tomorrow friday understand good morning
    afternoon yes okay"""
    )
)
_SHARED = (_ES & _EN) | frozenset({"a", "me", "no", "son", "has"})
"""Words of both languages, which tell nothing: "a pound a month" is no Spanish."""


def language_of(words: Iterable[str], prior: str) -> str:
    """``es`` or ``en``; the prior unless the other language is plainly heard."""
    spanish = english = 0
    for word in words:
        if word in _SHARED:
            continue
        spanish += word in _ES
        english += word in _EN
    if prior == "en":
        return "es" if spanish >= 2 and spanish > 1.5 * english else "en"
    return "en" if english >= 2 and english > 1.5 * spanish + 0.5 else "es"
