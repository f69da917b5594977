"""Empathy: the person is heard, and what follows is shaped to what was heard."""

from scenarios.acts import OFFERS, DialogueAct
from scoring.criteria.country_rules import reason_rule
from scoring.criteria.cues import Span, clause_around
from scoring.criteria.moment import AgentTurn, CallView, DebtorTurn
from scoring.criteria.registry import indicator
from scoring.criteria.wording import met, missed
from scoring.criterion import Finding
from scoring.levels.signals import echo_spans

SURE = 0.85
_KIND = ("names_feeling", "condolence", "not_alone", "person_first", "care", "reassure", "own_error")
_UNKIND = ("insult_beyond_doubt", "demeaning", "menace", "reproach", "disbelief", "mockery", "belittles", "lecture")


@indicator("empathy")
def names_the_feeling(turn: AgentTurn, before: DebtorTurn, call: CallView) -> Finding | None:
    """Met where something was voiced and the reply says what it must feel like."""
    if not before.personal() or turn.has(*_UNKIND):
        return None
    span = turn.cue("names_feeling", "condolence")
    return met("names_the_feeling", turn, span, call) if span else None


@indicator("empathy")
def gives_back_the_situation(turn: AgentTurn, before: DebtorTurn, call: CallView) -> Finding | None:
    """Met where two or more of the debtor's own content words come back in one clause, unmocked."""
    if not before.personal() or turn.has(*_UNKIND):
        return None
    found = echo_spans(turn.text, before.text)
    return met("gives_back_the_situation", turn, clause_around(turn.text, Span(*found)), call) if found else None


@indicator("empathy")
def takes_the_shame_away(turn: AgentTurn, before: DebtorTurn, call: CallView) -> Finding | None:
    """Met where the reply says that it is nothing to be ashamed of, that it happens to others."""
    if turn.has(*_UNKIND):
        return None
    span = turn.cue("not_alone")
    return met("takes_the_shame_away", turn, span, call) if span else None


@indicator("empathy")
def puts_the_person_first(turn: AgentTurn, before: DebtorTurn, call: CallView) -> Finding | None:
    """Met where health, family or food come before the money."""
    if turn.has(*_UNKIND):
        return None
    span = turn.cue("person_first")
    return met("puts_the_person_first", turn, span, call) if span else None


@indicator("empathy")
def asks_openly(turn: AgentTurn, before: DebtorTurn, call: CallView) -> Finding | None:
    """Met where, after something personal, an open question leaves the answer to the debtor."""
    if not before.personal() or turn.has(*_UNKIND) or _asks_why_where_not_allowed(turn, call):
        return None
    span = turn.cue("invites")
    return met("asks_openly", turn, span, call) if span else None


@indicator("empathy")
def shapes_the_solution(turn: AgentTurn, before: DebtorTurn, call: CallView) -> Finding | None:
    """Met where what happened is acknowledged and an offer follows in the same breath."""
    if not before.hardship() or turn.has(*_UNKIND) or not _heard(turn, before):
        return None
    span = turn.cue("proposes") or turn.act(*OFFERS, least=SURE)
    return met("shapes_the_solution", turn, span, call) if span else None


@indicator("empathy")
def passes_over(turn: AgentTurn, before: DebtorTurn, call: CallView) -> Finding | None:
    """Missed where something personal was voiced and nothing in the reply takes it up. Evidence: the debtor's words."""
    span = before.hardship() or before.cue("debtor_emotion")
    if not span or _heard(turn, before):
        return None
    return missed("passes_over", before, span, call)


@indicator("empathy")
def leans_on_a_stock_phrase(turn: AgentTurn, before: DebtorTurn, call: CallView) -> Finding | None:
    """Missed where "I understand your situation" stands alone or before a "but"."""
    span = turn.cue("stock_understanding")
    if not span or turn.has("names_feeling", "not_alone", "person_first", "condolence"):
        return None
    return missed("leans_on_a_stock_phrase", turn, span, call)


@indicator("empathy")
def belittles(turn: AgentTurn, before: DebtorTurn, call: CallView) -> Finding | None:
    """Missed where the person's situation is waved away, compared or preached about."""
    span = turn.cue("belittles", "lecture") or turn.act(DialogueAct.DISMISS, least=SURE)
    return missed("belittles", turn, span, call) if span else None


def _asks_why_where_not_allowed(turn: AgentTurn, call: CallView) -> bool:
    """Where a country forbids asking the reason, the question is no kindness."""
    return turn.act(DialogueAct.ASK_REASON) is not None and reason_rule(call.country, call.language) is not None


def _heard(turn: AgentTurn, before: DebtorTurn) -> bool:
    acts = (
        DialogueAct.ACKNOWLEDGE_EMOTION,
        DialogueAct.ACKNOWLEDGE_SITUATION,
        DialogueAct.PARAPHRASE,
        DialogueAct.REFER_SUPPORT,
        DialogueAct.ASK_REASON,
    )
    if turn.has(*_KIND) or turn.act(*acts, least=SURE) is not None or (turn.has("invites") and "?" in turn.text):
        return True
    return echo_spans(turn.text, before.text) is not None
