"""A bare yes: "sí", "ok", "de acuerdo" after the debtor proposed something takes the proposal."""

import re
from functools import lru_cache

from scoring.reading.normalise import fold
from scoring.reading.view import View

_SPACED = re.compile(r"\s+")
LONGEST, MERE = 7, 2
"""Words beyond which a reply is no bare yes but says what it means; words of a yes that says nothing else."""
_YES = {
    "es": frozenset(
        _SPACED.split("si ok okay dale va sale vale listo perfecto claro bueno hecho excelente acepto sipi")
    ),
    "en": frozenset(_SPACED.split("yes yeah yep ok okay sure deal agreed perfect fine great absolutely done alright")),
}
_YES_PAIRS = frozenset(
    {("de", "acuerdo"), ("esta", "bien"), ("me", "parece"), ("muy", "bien"), ("por", "supuesto"), ("sounds", "good"),
     ("that", "works"), ("thats", "fine"), ("works", "for"), ("va", "que"), ("trato", "hecho"), ("all", "right")}
)  # fmt: skip
_TURNS = frozenset(_SPACED.split("pero aunque no sino but however not cant dont"))
_PROPOSES = re.compile(
    r"\b(?:puedo|podria|le doy|les doy|te doy|os doy|le pago|les pago|te pago|os pago|le deposito|le abono|le ofrezco"
    r"|y si (?:le|les|te|os|pago|doy|deposito|abono)|que tal si|le propongo|propongo|me comprometo|i can|i could"
    r"|ill pay|i'll pay|i'll send|i'd pay|i'll give|i can give|what if i|how about|would you take|could i pay"
    r"|can i pay)\b"
)
_TERMS = re.compile(
    r"\d|\b(?:mil|mitad|lunes|martes|miercoles|jueves|viernes|sabado|quincena|semana|mes|manana|hoy|cuotas|pagos|half"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|tomorrow|today|week|month|payday|payments)\b"
)


def says_yes(view: View) -> bool:
    """Whether the whole reply is a yes, and the words before it were a proposal."""
    return _assents(view, LONGEST) and proposes(view.context.before)


def takes_nothing(view: View) -> bool:
    """Whether the reply is a mere yes to something that was no proposal."""
    return _assents(view, MERE) and not proposes(view.context.before)


def _assents(view: View, longest: int) -> bool:
    words = [t.word for t in view.tokens]
    if not 0 < len(words) <= longest or "?" in words or _TURNS.intersection(words):
        return False
    return words[0] in _YES[view.language] or tuple(words[:2]) in _YES_PAIRS


@lru_cache(maxsize=512)
def proposes(words: str) -> bool:
    """Whether the words propose a payment: a verb of offering and some terms."""
    folded = fold(words[:2_000]).text
    return bool(_PROPOSES.search(folded) and _TERMS.search(folded))
