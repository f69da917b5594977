"""Asking for somebody by name: "¿Con Salma Urrutia?", "Hello, is that Shane Begum?". The first thing in most calls.

Names are in no lexicon and in no weights, so what tells them is their shape: capital letters behind a way of asking, a
title, or alone as the whole question.
"""

import re

from scoring.reading.view import View

OPENING_WORDS = 25
"""A longer speech of the other side is no longer the door: names that follow it are of other things."""
_GREETING = (
    r"(?:(?:muy )?buen[oa]s?(?: d[ií]as| tardes| noches)?|hola|al[oó]|disculpe|oiga|hello|hi(?: there)?|hey|sorry"
    r"|good (?:morning|afternoon|evening))"
)
_LEAD = (
    r"(?:(?:hablo|me comunico|comunico|estoy hablando|tengo el gusto|tengo el gusto de hablar)?\s*con|es usted|usted es"
    r"|(?:est[aá]|se encuentra)(?: por ah[ií])?|busco a|is that|is this|am i (?:speaking|talking) (?:to|with)|is it"
    r"|(?:could|can|may) i (?:please )?(?:speak|talk) (?:to|with)|have i got)"
)
_TITLE = r"(?:(?:el|la)\s+)?(?:don|do[nñ]a|se[nñ]or(?:a|ita)?|sr|sra|srta|mr|mrs|ms|miss|dr|dra)\b\.?"
_WORD = r"[A-ZÁÉÍÓÚÑÜ][a-záéíóúñüà-ÿ]+(?:['’-][A-Za-zÁÉÍÓÚÑáéíóúñ]+)?"
_NAME = rf"(?P<name>{_WORD}(?:\s+(?:(?i:de|del|de la|de los|y|van|da)\s+)?{_WORD}){{0,5}})"
_ASKED = re.compile(
    rf"(?P<whole>[¿\s]*(?:(?i:{_GREETING})[\s,.:;¿!¡]+){{0,3}}(?P<lead>(?i:{_LEAD})\s+)?(?P<title>(?i:{_TITLE})\s+)?{_NAME}"
    r"(?:[\s,]+(?i:por favor|please|there|speaking))?\s*\?)"
)
_SENTENCE = re.compile(r"[^.!?;\n]*(?:(?i:\b(?:sr|sra|srta|mr|mrs|ms|dr|dra))\.[^.!?;\n]*)*\?")
_NO_PERSON = frozenset(
    word
    for line in (
        "banco caja mercado grupo tienda tiendas financiera cobranza gestiones oxxo visa mastercard paypal bank store",
        "buenas buenos bueno perdón perdon hola navidad lunes martes miércoles jueves viernes sábado domingo stores",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre christmas",
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july august",
        "september october november december sorry hello really right sure okay",
    )
    for word in line.split()
)


def asks_by_name(view: View) -> tuple[int, int] | None:
    """The original's span of a question that is nothing but a name asked for; ``None`` where there is none."""
    if len(view.context.before.split()) > OPENING_WORDS:
        return None
    text = view.folded.original
    for sentence in _SENTENCE.finditer(text[:400]):
        found = _ASKED.fullmatch(text, *sentence.span())
        if found and _is_somebody(found):
            start = found.start() + len(found["whole"]) - len(found["whole"].lstrip())
            return start, found.end()
    return None


def _is_somebody(found: re.Match[str]) -> bool:
    words = found["name"].split()
    if any(word.casefold() in _NO_PERSON for word in words):
        return False
    return bool(found["lead"] or found["title"]) or len(words) > 1
