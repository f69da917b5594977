"""Which findings of a scorecard come first: what weighs most, what cost most, what did most good. Pure."""

from scoring.criterion import Finding, Judgement
from scoring.scorecard import Scorecard


def in_order(judgement: Judgement) -> list[Finding]:
    """What weighs most first, missed before met."""
    return sorted(judgement.findings, key=lambda f: (f.met, -abs(f.weight)))


def most_costly(card: Scorecard) -> Finding | None:
    """The missed finding that takes most, of the lowest criterion that has one."""
    judged = sorted((j for j in card.judgements if j.score is not None), key=lambda j: j.score or 0)
    for judgement in judged:
        missed = [f for f in in_order(judgement) if not f.met]
        if missed:
            return max(missed, key=lambda f: (bool(f.better), abs(f.weight)))
    return None


def most_valued(card: Scorecard) -> Finding | None:
    """The met finding that gives most, of what was said rather than written; how one was heard or met comes first."""
    met = [f for j in card.judgements for f in j.findings if f.met]
    spoken = [f for f in met if f.evidence is not None and f.evidence.turn]
    return max(spoken or met, key=lambda f: (f.criterion in ("empathy", "negotiation"), f.weight), default=None)
