"""What is looked for in a call held in writing (WhatsApp, SMS, e-mail): what others see of it on a screen."""

from collections.abc import Iterable

from scoring.criteria.cues import Span
from scoring.criteria.moment import AgentTurn
from scoring.criteria.whole_call import WholeCall, call_indicator, heard
from scoring.criteria.wording import met, missed
from scoring.criterion import Finding

PREVIEW = 70
"""Characters of a message that a locked screen shows."""


@call_indicator("compliance")
def keeps_the_preview_discreet(call: WholeCall) -> Iterable[Finding]:
    """The first message, or an e-mail's subject: missed where what a stranger sees of it tells of a debt."""
    if call.case is None or call.case.channel == "call" or not call.turns:
        return []
    first = call.turns[0]
    until = len(in_sight(first.text))
    debt = heard(first, "debt_words")
    told = (debt is not None and debt.start < until) or any(a.start < until for a in first.reading.amounts)
    judge = missed if told else met
    return [judge("keeps_the_preview_discreet", first, _shown(first), call.view)]


def in_sight(text: str) -> str:
    """What is seen of a message without opening it: its first line, and no more than a screen shows."""
    return text.split("\n", 1)[0][:PREVIEW]


def _shown(turn: AgentTurn) -> Span:
    """The same to quote: to the end of a sentence, else of a word."""
    seen = in_sight(turn.text)
    if len(seen) < PREVIEW:
        return Span(0, len(seen))
    sentence = max(seen.rfind(mark) for mark in ".?!")
    return Span(0, sentence + 1 if sentence > 0 else max(seen.rfind(" "), 1))
