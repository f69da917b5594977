"""The creditor's script against what was said: each required statement said, late, altered or missing. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from scenarios.acts import DialogueAct
from scenarios.case import Statement
from scoring.criteria.cues import Span, clause_around, fold
from scoring.criteria.moment import AgentTurn

Status = Literal["said", "late", "altered", "missing"]
RESEMBLES = 0.6
"""From this share of its words on, something said is the statement altered, not another."""
SAID_IT = 0.8
"""Confidence from which a debt with its amount counts as disclosed."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Checked:
    """One statement against the talk; ``turn`` and ``span`` are ``None`` where nothing was said of it."""

    statement: Statement
    status: Status
    turn: AgentTurn | None = None
    span: Span | None = None


def check(statement: Statement, turns: Sequence[AgentTurn]) -> Checked:
    """Whether and how the statement was made."""
    find = _verbatim if statement.wording == "verbatim" else _in_sense
    for turn in turns:
        if span := find(statement, turn.text):
            late = statement.before == "disclosure" and _after_disclosure(turn, span, turns)
            return Checked(statement, "late" if late else "said", turn, span)
    for turn in turns:
        if span := _resembling(statement, turn.text):
            return Checked(statement, "altered", turn, span)
    return Checked(statement, "missing")


def disclosed_at(turns: Sequence[AgentTurn]) -> tuple[int, int] | None:
    """Utterance and place at which the debt is first told with its amount; ``None`` where it never is."""
    for turn in turns:
        span = turn.act(DialogueAct.STATE_DEBT, least=SAID_IT)
        if span and turn.reading.amounts:
            return turn.number, max(span.start, min(a.start for a in turn.reading.amounts))
    return None


def _after_disclosure(turn: AgentTurn, span: Span, turns: Sequence[AgentTurn]) -> bool:
    point = disclosed_at(turns)
    return point is not None and (turn.number, span.start) > point


def _verbatim(statement: Statement, text: str) -> Span | None:
    pattern = r"\W+".join(map(re.escape, _WORD.findall(fold(statement.text))))
    found = re.search(rf"(?<!\w){pattern}(?!\w)", fold(text)) if pattern else None
    return Span(*found.span()) if found else None


def _in_sense(statement: Statement, text: str) -> Span | None:
    found = [_any_of(group).search(fold(text)) for group in statement.heard_by]
    spans = [m.span() for m in found if m]
    if not spans or len(spans) < len(found):
        return None
    return clause_around(text, Span(min(s for s, _ in spans), max(e for _, e in spans)))


def _resembling(statement: Statement, text: str) -> Span | None:
    """Half or more of what must be heard, or most of the words of a verbatim statement, within one sentence."""
    if statement.wording == "sense":
        found = [m for group in statement.heard_by if (m := _any_of(group).search(fold(text)))]
        return clause_around(text, Span(*found[0].span())) if 2 * len(found) >= len(statement.heard_by) > 1 else None
    wanted = {w[:5] for w in _WORD.findall(fold(statement.text)) if len(w) > 1}
    for sentence in re.finditer(r"[^.!?;\n]+", text):
        words = {w[:5] for w in _WORD.findall(fold(sentence.group()))}
        if wanted and len(wanted & words) / len(wanted) >= RESEMBLES:
            return clause_around(text, Span(sentence.start(), sentence.end()))
    return None


@lru_cache(maxsize=512)
def _any_of(group: str) -> re.Pattern[str]:
    """Alternatives parted by ``|``, each heard as whole words; nothing in them is a pattern."""
    words = (r"\s+".join(map(re.escape, fold(part).split())) for part in group.split("|") if part.strip())
    return re.compile("|".join(rf"(?<!\w){w}(?!\w)" for w in words) or r"(?!)")


def phrase_in(phrases: Sequence[str], text: str) -> Span | None:
    """Where the first of these phrases is said, as whole words; the clause around it."""
    found = _any_of("|".join(phrases)).search(fold(text))
    return clause_around(text, Span(*found.span())) if found else None
