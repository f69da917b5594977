"""Cues: curated wording by language, with word bounds, negation and quotation.

The phrases are data (``es.yaml``, ``en.yaml``); here they are compiled once and matched. Spans are code points of
the original text: folding is one character to one character.
"""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from scoring.yaml_data import load_yaml

HERE = Path(__file__).parent
MAX_CHARS = 20_000
_QUOTED = re.compile(r"“[^”\n]{1,200}”|«[^»\n]{1,200}»|\"[^\"\n]{1,200}\"|(?<![a-z0-9])'[^'\n]{1,80}'(?![a-z0-9])")
_NEGATED = {
    "es": re.compile(
        r"(?<!\bsi )(?<!\bo )\b(no|nunca|jamas|nadie|ni|sin|nada de|tampoco|evitar|en vez de)\b[^.;:!?,]{0,28}$"
    ),
    "en": re.compile(
        r"(?<!\bif you )(?<!\bif u )(?<!\bif he )(?<!\bif she )(?<!\bor )"
        r"\b(no|not|never|nobody|no one|nothing|neither|nor|without|won't|isn't|aren't|don't|doesn't|didn't|can't"
        r"|cannot|instead of|avoid)\b[^.;:!?,]{0,28}$"
    ),
}
_EDGES = re.compile(r"[.,;:!?¿¡\n…—()]+(?![0-9])|[¿¡]")


class Span(NamedTuple):
    """A stretch of the text, end exclusive."""

    start: int
    end: int


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Lower case without accents, one character for each of the original's."""
    return "".join(_folded(c) for c in text)


@lru_cache(maxsize=4096)
def _folded(char: str) -> str:
    if char in "’‘`´":
        return "'"
    base = unicodedata.normalize("NFD", char)[0].lower()
    return base[0] if base else char


@lru_cache(maxsize=8)
def _compiled(language: str, folder: Path = HERE) -> tuple[frozenset[str], dict[str, re.Pattern[str]]]:
    data = load_yaml(folder / f"{language}.yaml")
    guarded = frozenset(data.pop("guarded"))
    return guarded, {name: _pattern(lines) for name, lines in data.items()}


def _pattern(lines: list[str]) -> re.Pattern[str]:
    bounded = (
        rf"(?<!\w){line.strip()}(?!\w)" if line.strip()[-1] != "?" or line.strip()[-2] != "\\" else line
        for line in lines
    )
    return re.compile("|".join(f"(?:{b})" for b in bounded).replace(" ", r"\s+"))


def cue_names(language: str, folder: Path = HERE) -> tuple[str, ...]:
    """The cues of a language, in the order of its file."""
    return tuple(_compiled(language, folder)[1])


@lru_cache(maxsize=8192)
def find_cue(name: str, text: str, language: str, folder: Path = HERE) -> tuple[Span, ...]:
    """Where the cue is heard; guarded cues leave out what is negated or quoted. Reads ``MAX_CHARS`` at most."""
    guarded, patterns = _compiled(language, folder)
    folded = fold(text[:MAX_CHARS])
    spans = tuple(Span(*m.span()) for m in patterns[name].finditer(folded) if m.end() > m.start())
    return tuple(s for s in spans if not _excused(folded, s, language)) if name in guarded else spans


def only_denied(name: str, text: str, language: str) -> bool:
    """Whether the cue's words are there, but every time negated or quoted."""
    folded = fold(text[:MAX_CHARS])
    spans = [Span(*m.span()) for m in _compiled(language)[1][name].finditer(folded)]
    return bool(spans) and all(_excused(folded, s, language) for s in spans)


def _excused(folded: str, span: Span, language: str) -> bool:
    if _NEGATED[language].search(folded[max(0, span.start - 44) : span.start]):
        return True
    return any(m.start() < span.start and span.end < m.end() for m in _QUOTED.finditer(folded))


def clause_around(text: str, span: Span) -> Span:
    """The clause that the span stands in, without the blanks and signs around it."""
    start, end = 0, len(text)
    for edge in _EDGES.finditer(text):
        if edge.end() <= span.start:
            start = edge.end()
        elif edge.start() >= span.end:
            end = edge.start()
            break
    clause = trimmed(text, Span(start, end))
    return _with_question_marks(text, clause.start, clause.end)


def trimmed(text: str, span: Span) -> Span:
    """The span without the blanks around it and the signs after it; question marks stay."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;:!…"):
        end -= 1
    return Span(start, end)


def _with_question_marks(text: str, start: int, end: int) -> Span:
    if text[end : end + 1] == "?":
        return Span(start - (text[start - 1 : start] == "¿"), end + 1)
    return Span(start, end)
