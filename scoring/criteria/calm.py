"""Calm: composure and a professional tone, above all where the other side has none."""

import re

from scenarios.acts import DialogueAct
from scoring.criteria.cues import Span
from scoring.criteria.moment import AgentTurn, CallView, DebtorTurn
from scoring.criteria.registry import indicator
from scoring.criteria.wording import met, missed
from scoring.criterion import Finding

SURE = 0.85
_CAPITALS = re.compile(r"(?:\b[^\W\d_]+\b[\s,.!¡¿?$0-9]*){3,}")


@indicator("calm")
def insults(turn: AgentTurn, before: DebtorTurn, call: CallView) -> Finding | None:
    """Missed where the reply offends or humiliates."""
    span = turn.cue("demeaning", "insult_beyond_doubt")
    span = span or (None if turn.denies("insult") else turn.act(DialogueAct.INSULT, least=SURE))
    return missed("insults", turn, span, call) if span else None


@indicator("calm")
def threatens(turn: AgentTurn, before: DebtorTurn, call: CallView) -> Finding | None:
    """Missed where the reply intimidates, openly or under a veil."""
    span = turn.cue("menace", "threat_beyond_doubt")
    span = span or (None if turn.denies("threat", "menace") else turn.act(DialogueAct.THREATEN, least=SURE))
    return missed("threatens", turn, span, call) if span else None


@indicator("calm")
def is_sarcastic(turn: AgentTurn, before: DebtorTurn, call: CallView) -> Finding | None:
    """Missed where the reply mocks."""
    span = turn.cue("mockery") or turn.act(DialogueAct.SARCASM, least=SURE)
    return missed("is_sarcastic", turn, span, call) if span else None


@indicator("calm")
def blames(turn: AgentTurn, before: DebtorTurn, call: CallView) -> Finding | None:
    """Missed where the reply accuses, moralises or disbelieves."""
    span = turn.cue("reproach", "disbelief") or turn.act(DialogueAct.BLAME, least=SURE)
    return missed("blames", turn, span, call) if span else None


@indicator("calm")
def loses_patience(turn: AgentTurn, before: DebtorTurn, call: CallView) -> Finding | None:
    """Missed where impatience shows: "as I already told you", "listen to me"."""
    span = turn.cue("exasperation")
    return missed("loses_patience", turn, span, call) if span else None


@indicator("calm")
def presses(turn: AgentTurn, before: DebtorTurn, call: CallView) -> Finding | None:
    """Missed where the reply pushes without an argument. A true deadline, said once, is no pressure."""
    span = turn.cue("insistence") or turn.act(DialogueAct.PRESSURE, least=SURE)
    return missed("presses", turn, span, call) if span else None


@indicator("calm")
def shouts(turn: AgentTurn, before: DebtorTurn, call: CallView) -> Finding | None:
    """Missed where three words or more in a row stand in capitals, unless the debtor cannot hear."""
    if before.has("hard_of_hearing"):
        return None
    for run in _CAPITALS.finditer(turn.text):
        words = re.findall(r"[^\W\d_]+", run.group())
        loud = [w for w in words if w.isupper()]
        if len(loud) >= 3 and len(loud) > len(words) / 2 and sum(map(len, loud)) >= 12:
            return missed("shouts", turn, _from_first_capital(turn.text, run), call)
    return None


@indicator("calm")
def grovels(turn: AgentTurn, before: DebtorTurn, call: CallView) -> Finding | None:
    """Missed where apology upon apology gives up the professional footing."""
    span = turn.cue("abject")
    return missed("grovels", turn, span, call) if span else None


@indicator("calm")
def sets_a_courteous_limit(turn: AgentTurn, before: DebtorTurn, call: CallView) -> Finding | None:
    """Met where an insulted agent asks for respect without giving any of it up."""
    if not before.has("debtor_insult") or _harsh(turn):
        return None
    span = turn.cue("courteous_limit") or turn.act(DialogueAct.SET_LIMIT, least=SURE)
    return met("sets_a_courteous_limit", turn, span, call) if span else None


@indicator("calm")
def brings_the_heat_down(turn: AgentTurn, before: DebtorTurn, call: CallView) -> Finding | None:
    """Met where anger or fear is answered with something that calms, and nothing beside it stings."""
    if not before.feeling() or _harsh(turn):
        return None
    span = turn.cue("reassure", "own_error")
    return met("brings_the_heat_down", turn, span, call) if span else None


def _harsh(turn: AgentTurn) -> bool:
    return turn.has("insult_beyond_doubt", "demeaning", "reproach", "disbelief", "mockery", "menace", "exasperation")


def _from_first_capital(text: str, run: re.Match[str]) -> Span:
    words = [m for m in re.finditer(r"[^\W\d_]+", text[run.start() : run.end()]) if m.group().isupper()]
    return Span(run.start() + words[0].start(), run.start() + words[-1].end())
