"""Tone: how a reply sounds, from curated phrases, and shouting from capitals and exclamation marks."""

import re
from typing import cast

from scoring.reading.cues import Hit
from scoring.reading.values import Tone, ToneKind
from scoring.reading.view import View

_CAPITALS = re.compile(r"\b[^\W\d_a-zà-öø-ÿ]{3,}\b")
_SHOUTED_RUN = re.compile(r"(?:\b[^\W\d_a-zà-öø-ÿ]{2,}\b[\s,.!¡¿?]*){3,}")
_MARKS = re.compile(r"!{2,}")
_ACRONYM = 5
"""A single capital word up to this length may be an abbreviation (SPEI, OXXO, IVA); it shouts only with a mark."""


def find_tone(view: View) -> tuple[Tone, ...]:
    """Tones in the order of the text; one for each place and kind."""
    spoken = [_of(view, h) for h in view.named("tone") if not h.muted]
    found = {(t.kind, t.start): t for t in [*spoken, *_shouting(view.folded.original)]}
    return tuple(sorted(found.values(), key=lambda t: (t.start, t.end, t.kind)))


def _of(view: View, hit: Hit) -> Tone:
    kind = cast(ToneKind, hit.cue.name.partition(":")[2])
    return Tone(kind, hit.cue.weight, *view.folded.span(hit.start, hit.end))


def _shouting(text: str) -> list[Tone]:
    found = [Tone("shouting", 0.8, m.start(), m.end()) for m in _SHOUTED_RUN.finditer(text)]
    found += [Tone("shouting", 0.5, m.start(), m.end()) for m in _MARKS.finditer(text)]
    for match in _CAPITALS.finditer(text):
        loud = len(match.group()) > _ACRONYM or text[match.end() : match.end() + 1] == "!"
        if loud and not any(t.start <= match.start() < t.end for t in found):
            found.append(Tone("shouting", 0.4, match.start(), match.end()))
    return found
