"""Dialogue acts of a reply: evidence weighed, spans given, and for the costly ones a second, stricter threshold.

An act's confidence is 0.5 where the reading just notices it (the threshold was chosen on writers kept aside) and
grows with the evidence. Of the costly acts only a phrase that is beyond doubt, said in earnest, reaches ``CERTAIN``.
"""

import numpy as np
from numpy.typing import NDArray

from scenarios.acts import COSTLY, DialogueAct
from scoring.reading.evidence import ACTS, COLUMN, Evidence
from scoring.reading.values import Act
from scoring.reading.view import View

NOTICE = 0.5
CERTAIN: dict[DialogueAct, float] = dict.fromkeys(sorted(COSTLY), 0.98)
"""Confidence from which a costly act is beyond doubt: a precision of at least .98 on writers kept aside."""
_BELOW_CERTAIN = 0.97


def weigh(evidence: Evidence, mix: NDArray[np.float32]) -> NDArray[np.float32]:
    """Confidence of every act. ``mix``: bias, whole, best clause, phrases, muted phrases, then each support."""
    score = (
        mix[:, 0]
        + mix[:, 1] * evidence.whole
        + mix[:, 2] * evidence.best_clause
        + mix[:, 3] * evidence.cues
        + mix[:, 4] * evidence.muted
        + (mix[:, 5:] * evidence.support).sum(axis=1)
    )
    return np.asarray(1 / (1 + np.exp(-np.clip(score, -30, 30))), np.float32)


def find_acts(view: View, evidence: Evidence, mix: NDArray[np.float32]) -> tuple[Act, ...]:
    """The acts that reach their threshold, in the order of the text."""
    confidence = weigh(evidence, mix)
    certain = {h.cue.name.partition(":")[2] for h in view.named("acts") if h.cue.weight >= 1 and not h.muted}
    found = []
    for act in ACTS:
        value = float(confidence[COLUMN[act]])
        if act in COSTLY:
            value = max(value, 0.99) if act.value in certain else min(value, _BELOW_CERTAIN)
        if value >= NOTICE:
            found.append(Act(act, value, *_place(view, evidence, act)))
    return tuple(sorted(found, key=lambda a: (a.start, a.end, a.act)))


def _place(view: View, evidence: Evidence, act: DialogueAct) -> tuple[int, int]:
    """The clause that shows the act best: where its strongest phrase stands, else where the model scores highest."""
    hits = [h for h in view.named("acts") if not h.muted and h.cue.name == f"acts:{act.value}"]
    if hits:
        strongest = max(hits, key=lambda h: (h.cue.weight, -h.start))
        clause = view.clause_at(strongest.start)
        start, end = (clause.start, max(clause.end, strongest.end)) if clause else (strongest.start, strongest.end)
        return view.folded.span(start, end)
    if not view.clauses:
        return view.folded.span(0, len(view.folded.text))
    best = view.clauses[int(evidence.clauses[:, COLUMN[act]].argmax())]
    return view.folded.span(best.start, best.end)
