"""What is looked for where health comes up: leave is asked before it is written down."""

from collections.abc import Iterable

from scenarios.acts import DialogueAct
from scoring.criteria.cues import find_cue
from scoring.criteria.whole_call import CUES, WholeCall, call_indicator, heard, unquoted
from scoring.criteria.wording import met, missed
from scoring.criterion import Finding

LIKELY = 0.8


@call_indicator("compliance")
def asks_before_noting_health(call: WholeCall) -> Iterable[Finding]:
    """Met where the agent asks leave to write down what was told of somebody's health; missed where the note tells of
    it and nobody asked."""
    told = False
    for m in call.moments:
        told = told or heard(m.before, "health_words") is not None
        asked = heard(m.turn, "asks_to_note") or m.turn.act(DialogueAct.ASK_CONSENT, least=LIKELY)
        if told and asked:
            return [met("asks_before_noting_health", m.turn, asked, call.view)]
    note = call.record.follow_up.note if call.record.follow_up else ""
    if told and find_cue("health_words", note, call.record.language, CUES):
        return [unquoted(missed("asks_before_noting_health", call.turns[-1], None, call.view))]
    return []
