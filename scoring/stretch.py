"""A stretch of a call judged by itself: its last replies, in the light of all that came before them.

A level stands only where the scoring has one for a single reply: calm, empathy and clarity. Of negotiation and
compliance it is shown what was met and missed; two replies are no call, and no level is made up for them.
"""

from dataclasses import dataclass

from scoring.coaching.coach import coach_last
from scoring.coaching.values import Coached
from scoring.counting import left_out
from scoring.criteria.call_judgement import judge_call
from scoring.criteria.registry import ROOMS as OF_A_REPLY
from scoring.criteria.whole_call import WholeCall
from scoring.criterion import Finding, Judgement
from scoring.gates import gates
from scoring.moments import moments
from scoring.reading.reader import Reader, read
from scoring.rubric import Rubric
from scoring.scoring import judge_replies, judged
from scoring.transcript import CallRecord

OF_A_STRETCH = (*OF_A_REPLY, "negotiation", "compliance")
"""The criteria that a few replies can show."""
NO_LEVEL = {
    "es": "un nivel se da por llamadas enteras; aquí se ve lo logrado y lo que faltó",
    "en": "a level is for whole calls; here you see what was met and what was missed",
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """What the last replies showed. ``grave`` are the reasons of gates they ran into, ``coached`` other wordings."""

    judgements: tuple[Judgement, ...]
    grave: tuple[str, ...] = ()
    coached: tuple[Coached, ...] = ()

    def judgement(self, criterion: str) -> Judgement:
        """The judgement of one of ``OF_A_STRETCH``; ``KeyError`` for any other."""
        return {j.criterion: j for j in self.judgements}[criterion]


def judge_stretch(call: CallRecord, rubric: Rubric, since: int, reader: Reader = read) -> Stretch:
    """The agent's utterances from number ``since`` on, judged in their place. The rubric must hold ``OF_A_STRETCH``."""
    cut = moments(call, reader=reader)
    last = tuple(judged(m, left_out(rubric)) for m in cut if m.turn.number >= since)
    whole = WholeCall(call, cut)
    judgements = tuple(
        judge_replies(c, call, last) if c in OF_A_REPLY else _shown(c, whole, rubric, since) for c in OF_A_STRETCH
    )
    grave = tuple(
        g.reason for g in gates(cut, call) if g.id in rubric.gates and g.evidence and g.evidence.turn >= since
    )
    return Stretch(judgements, tuple(dict.fromkeys(grave)), coach_last(call, cut, last, judgements, rubric))


def _shown(criterion: str, whole: WholeCall, rubric: Rubric, since: int) -> Judgement:
    """What these replies met and missed of a criterion of whole calls. What was left unsaid may still be said."""
    weighed = rubric.of(criterion)
    assert weighed is not None
    found = judge_call(criterion, whole, weighed.counts).findings
    own = tuple(f for f in found if _stands_in(f, since))
    return Judgement(criterion=criterion, findings=own, why_not=NO_LEVEL[whole.record.language])


def _stands_in(finding: Finding, since: int) -> bool:
    return finding.evidence is not None and not finding.evidence.plan and finding.evidence.turn >= since
