"""Clauses: the stretches of a reply that do one thing each, with their places."""

import re
from itertools import pairwise

from scoring.reading.values import Clause

_ABBREVIATION = re.compile(
    r"(?:^|(?<=\W))(?:sr|sra|srta|dr|dra|lic|ing|don|dna|ud|uds|vd|mr|mrs|ms|st|no|num|art|tel|ext|aprox|cta|etc|vs"
    r"|inc|ltd|s\.a|s\.a\.c|a\.m|p\.m|ee\.uu|e\.g|i\.e|[a-z])\Z"
)
_ENDS = re.compile(r"[.!?…]+[\"')\]]*(?=\s|$)|[;\n]|\s+[-–]+\s+|--+|(?=[¿¡])|[.!?…]{2,}")
_LISTED = (
    r"lunes|martes|miercoles|jueves|viernes|sabado|domingo"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
)
_COMMA = re.compile(rf",(?=\s)(?!\s+(?:el\s+|on\s+)?(?:{_LISTED}|\d[\d.,]*)\b)|:(?=\s)")
_LINK_ES = (
    r"pero|aunque|entonces|asi que|por eso|ademas|sin embargo|tambien|porque"
    r"|y (?=le|les|te|lo|me|se|si|no|ya|cuando|cuanto|como|que|podemos|puedo|quiero|voy|vamos|queda|quedamos|con|para"
    r"|luego|despues|ahi|asi)"
)
_LINK_EN = (
    r"but|so|however|then|because|also"
    r"|and (?=i|we|you|if|what|when|how|then|can|could|would|will|lets|that|ill)"
)
_LINK = re.compile(rf"(?<=\s)(?:{_LINK_ES}|{_LINK_EN})(?=\s|\Z)")
_LETTER = re.compile(r"[^\W_]")
_WORDS = re.compile(r"\S+")
_ASKS = re.compile(
    r"\W*(?:que|cuanto|cuanta|cuantos|cuantas|cuando|como|donde|quien|cual|por que|a que|en que|de cuanto|para cuando"
    r"|what|when|how|who|where|why|which|can you|could you|would you|do you|are you|is it|is this|may i|can i)\b"
)
LONG, SIDE = 16, 3
"""Words after which a connective splits a run without punctuation; words that each side of a comma needs."""


def clauses_of(folded: str) -> tuple[Clause, ...]:
    """Spans of the folded text, in order, without surrounding blanks; together they hold every letter."""
    found: list[Clause] = []
    for start, end in _sentences(folded):
        for a, b in _linked(folded, start, end):
            found.extend(_by_comma(folded, a, b))
    return tuple(found)


def _sentences(text: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    for match in _ENDS.finditer(text):
        if match.group() == "." and _ABBREVIATION.search(text[max(0, match.start() - 12) : match.start()]):
            continue
        spans.append((start, match.end()))
        start = match.end()
    spans.append((start, len(text)))
    return [s for a, b in spans if (s := _trimmed(text, a, b))]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    if not _LETTER.search(piece):
        return None
    left = len(piece) - len(piece.lstrip())
    return start + left, start + len(piece.rstrip())


def _linked(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut before a connective where both sides can stand alone."""
    cuts, last = [], start
    for match in _LINK.finditer(text, start, end):
        before = len(_WORDS.findall(text, last, match.start()))
        after = len(_WORDS.findall(text, match.start(), min(end, match.start() + 80)))
        if before >= SIDE and after > SIDE:
            cuts.append(match.start())
            last = match.start()
    edges = [start, *cuts, end]
    return [s for a, b in pairwise(edges) if (s := _trimmed(text, a, b))]


def _by_comma(text: str, start: int, end: int) -> list[Clause]:
    edges, last = [start], start
    for match in _COMMA.finditer(text, start, end):
        before = len(_WORDS.findall(text, last, match.start()))
        after = len(_WORDS.findall(text, match.end(), min(end, match.end() + 80)))
        opens = last == start and before >= 1 and after >= SIDE
        if (before >= SIDE and after >= SIDE) or opens:
            edges.append(match.end())
            last = match.end()
    edges.append(end)
    asked = "?" in text[max(start, end - 3) : end]
    spans = [s for a, b in pairwise(edges) if (s := _trimmed(text, a, b))]
    return [
        Clause(a, b, (asked and n == len(spans) - 1) or "?" in text[a:b] or bool(_ASKS.match(text, a, b) and asked))
        for n, (a, b) in enumerate(spans)
    ]
