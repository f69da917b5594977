"""Clarity: what is said, asked and next can be told at once."""

import re

from scenarios.acts import DialogueAct
from scoring.criteria.arithmetic import wrong_sum
from scoring.criteria.cues import Span, clause_around, find_cue, fold
from scoring.criteria.moment import AgentTurn, CallView, DebtorTurn
from scoring.criteria.registry import indicator
from scoring.criteria.wording import met, missed
from scoring.criterion import Finding

SURE = 0.85
_FIGURE = re.compile(r"\d")
_HOW_MUCH = re.compile(
    r"cuanto (es|debo|seria|queda|falta|tengo|me|le|les|pago|hay)|how much (is|do|would|will|are|am|did|i)"
    r"|what do i owe|what's the (total|balance|payoff)"
)
_WHEN = re.compile(
    r"cuando (vence|es|seria|tengo|me|van|puedo)|que dia|hasta cuando"
    r"|when (is|do|would|will|are|can|did)|what (day|date)|by when"
)
_SENTENCE = re.compile(r"[^.!?;\n…:]+")


@indicator("clarity")
def is_concrete(turn: AgentTurn, before: DebtorTurn, call: CallView) -> Finding | None:
    """Met where an amount and a day stand together."""
    amounts, dates = turn.reading.amounts, turn.reading.dates
    if not amounts or not dates:
        return None
    first, last = min(amounts[0].start, dates[0].start), max(amounts[0].end, dates[0].end)
    return met("is_concrete", turn, Span(first, last), call)


@indicator("clarity")
def says_what_is_next(turn: AgentTurn, before: DebtorTurn, call: CallView) -> Finding | None:
    """Met where the reply fixes who does what next."""
    span = turn.cue("next_step") or turn.act(DialogueAct.SCHEDULE_FOLLOWUP, DialogueAct.SEND_DOCUMENT, least=SURE)
    return met("says_what_is_next", turn, span, call) if span else None


@indicator("clarity")
def checks_understanding(turn: AgentTurn, before: DebtorTurn, call: CallView) -> Finding | None:
    """Met where the reply asks whether it was clear, or to hear it back."""
    span = turn.cue("check_understanding") or turn.act(DialogueAct.CHECK_UNDERSTANDING, least=SURE)
    return met("checks_understanding", turn, span, call) if span else None


@indicator("clarity")
def sums_up(turn: AgentTurn, before: DebtorTurn, call: CallView) -> Finding | None:
    """Met where the reply recaps what was agreed, with figures."""
    span = turn.cue("recaps") or turn.act(DialogueAct.RECAP, least=SURE)
    return met("sums_up", turn, span, call) if span and _FIGURE.search(turn.text) else None


@indicator("clarity")
def asks_too_much_at_once(turn: AgentTurn, before: DebtorTurn, call: CallView) -> Finding | None:
    """Missed from three questions on. The evidence is the last, which is likely to go unanswered."""
    ends = [m.end() for m in re.finditer(r"\?+", turn.text)]
    if len(ends) < 3:
        return None
    return missed("asks_too_much_at_once", turn, _question_before(turn.text, ends[-1]), call)


@indicator("clarity")
def uses_jargon(turn: AgentTurn, before: DebtorTurn, call: CallView) -> Finding | None:
    """Missed where two terms of the trade or more stand unexplained."""
    found = find_cue("jargon", turn.text, turn.language)
    return missed("uses_jargon", turn, Span(found[0].start, found[1].end), call) if len(found) > 1 else None


@indicator("clarity")
def stays_vague(turn: AgentTurn, before: DebtorTurn, call: CallView) -> Finding | None:
    """Missed where "soon" or "something" stands in place of a day or an amount."""
    said = turn.reading.dates or turn.reading.amounts or _FIGURE.search(turn.text)
    if said or turn.act(DialogueAct.CLOSE):  # "hasta luego" promises nothing
        return None
    span = turn.cue("vague_time", "vague_amount")
    return missed("stays_vague", turn, span, call) if span else None


@indicator("clarity")
def leaves_a_question_unanswered(turn: AgentTurn, before: DebtorTurn, call: CallView) -> Finding | None:
    """Missed where the debtor asks how much or when and the reply holds no figure, no day and no reason to wait."""
    asked = _HOW_MUCH.search(fold(before.text)) or _WHEN.search(fold(before.text))
    if not asked or "?" not in before.text or _answers(turn):
        return None
    span = clause_around(before.text, Span(*asked.span()))
    return missed("leaves_a_question_unanswered", before, span, call)


@indicator("clarity")
def does_not_add_up(turn: AgentTurn, before: DebtorTurn, call: CallView) -> Finding | None:
    """Missed where so many payments of so much are not the total that is named."""
    span = wrong_sum(turn.text, turn.reading)
    return missed("does_not_add_up", turn, span, call) if span else None


@indicator("clarity")
def runs_on(turn: AgentTurn, before: DebtorTurn, call: CallView) -> Finding | None:
    """Missed where one sentence runs to more than forty-five words."""
    for sentence in _SENTENCE.finditer(turn.text):
        if len(sentence.group().split()) > 45:
            return missed("runs_on", turn, clause_around(turn.text, Span(sentence.start(), sentence.start() + 1)), call)
    return None


def _answers(turn: AgentTurn) -> bool:
    acts = (DialogueAct.PROTECT_PRIVACY, DialogueAct.VERIFY_IDENTITY, DialogueAct.OFFER_REVIEW)
    if turn.reading.amounts or turn.reading.dates or _FIGURE.search(turn.text):
        return True
    return turn.act(*acts) is not None or turn.has("next_step", "next_words", "request")


def _question_before(text: str, end: int) -> Span:
    start = max((m.end() for m in re.finditer(r"[.!?;\n]\s+|(?=¿)", text[: end - 1])), default=0)
    return Span(start, end)
