"""Dialogue acts of a reply: evidence weighed, spans given, and for the costly ones a second, stricter threshold.

Phrases are part of the model (as signs) and speak beside it (the mixture). Two rules stand above both: a phrase that is
SUFFICIENT is noticed whatever the model thinks, and where every phrase of an act is negated, quoted or reported, the
act's score falls by MUTED.

An act's confidence is 0.5 where the reading just notices it (the threshold was chosen on writers kept aside) and
grows with the evidence. A costly act reaches ``CERTAIN`` by a phrase that is beyond doubt, said in earnest, or by a
score beyond which hardly any line of an unseen writer was accused wrongly (``mixing.surely``).
"""

import numpy as np
from numpy.typing import NDArray

from scenarios.acts import COSTLY, DialogueAct
from scoring.reading.agreement import says_yes, takes_nothing
from scoring.reading.asked_name import asks_by_name
from scoring.reading.contradicted import contradicted
from scoring.reading.evidence import ACTS, COLUMN, OWN, Evidence, gather
from scoring.reading.model import ActModel, load_model
from scoring.reading.thresholds import ASKED_OF, NOTICE, SUFFICIENT
from scoring.reading.values import Act
from scoring.reading.view import Figures, View

_BELOW_CERTAIN = 0.97
NOTICED = 0.6
MUTED = 2.5
"""Logits that an act loses where its phrases are all negated, quoted or another's words."""


def weigh(evidence: Evidence, mix: NDArray[np.float32]) -> NDArray[np.float32]:
    """Logits of every act. ``mix``: bias, whole, best clause, phrases, muted phrases, each support; then the scores of
    all acts over the whole and over their best clauses.
    """
    best = evidence.best_clause
    score = (
        mix[:, 0]
        + mix[:, 1] * evidence.whole
        + mix[:, 2] * best
        + mix[:, 3] * evidence.cues
        + mix[:, 4] * evidence.muted
        + (mix[:, 5 : OWN + 1] * evidence.support).sum(axis=1)
        + mix[:, OWN + 1 :] @ np.concatenate([evidence.whole, best])
        - MUTED * ((evidence.muted > 0) & (evidence.cues == 0))
    )
    return np.asarray(np.clip(score, -30, 30), np.float32)


def acts_of(view: View, figures: Figures) -> tuple[tuple[Act, ...], tuple[float, ...]]:
    """The acts of a reply that is laid out, and the impression it makes, by the stored weights of its language."""
    model = load_model(view.language)
    evidence = gather(view, figures, model)
    return find_acts(view, evidence, model), tuple(round(float(value), 4) for value in evidence.impression)


def find_acts(view: View, evidence: Evidence, model: ActModel) -> tuple[Act, ...]:
    """The acts that reach their threshold, in the order of the text."""
    logits = weigh(evidence, model.mix)
    confidence = 1 / (1 + np.exp(-logits))
    strongest, asked = _strongest(view), asks_by_name(view)
    found = []
    for act in ACTS:
        value, phrase = float(confidence[COLUMN[act]]), strongest.get(act.value, 0.0)
        if phrase >= SUFFICIENT:
            value = max(value, NOTICED)
        if act in COSTLY:
            beyond_doubt = phrase >= 1 or logits[COLUMN[act]] >= model.sure[COLUMN[act]]
            value = max(value, 0.99) if beyond_doubt else min(value, _BELOW_CERTAIN)
        if act is DialogueAct.OFFER_INSTALMENTS and _asks_for_a_plan(view, evidence):
            value = max(value, NOTICED)
        if act is DialogueAct.ACCEPT_PROPOSAL and says_yes(view):
            value = max(value, NOTICED)
        if act is DialogueAct.ACCEPT_PROPOSAL and takes_nothing(view):
            continue
        if act is DialogueAct.VERIFY_IDENTITY and asked:
            found.append(Act(act, max(value, SUFFICIENT), *asked))
        elif value >= (NOTICE if phrase >= SUFFICIENT else ASKED_OF.get(act, NOTICE)):
            found.append(Act(act, value, *_place(view, evidence, act)))
    found = [a for a in found if not (asked and _of_a_name(a, asked) and strongest.get(a.act.value, 0) < SUFFICIENT)]
    earnest = [a for a in found if not contradicted(a, found, strongest, view)]
    return tuple(sorted(earnest, key=lambda a: (a.start, a.end, a.act)))


def _of_a_name(act: Act, asked: tuple[int, int]) -> bool:
    """Whether the model read something into the words that only ask for somebody."""
    at_the_door = (DialogueAct.GREET, DialogueAct.VERIFY_IDENTITY)
    return act.act not in at_the_door and asked[0] <= act.start < asked[1]


def _asks_for_a_plan(view: View, evidence: Evidence) -> bool:
    """Whether the grammar found payments in instalments and the reply asks: an offer, whatever the model says."""
    return bool(evidence.support[COLUMN[DialogueAct.OFFER_INSTALMENTS], 0]) and any(t.word == "?" for t in view.tokens)


def _strongest(view: View) -> dict[str, float]:
    """The weight of the strongest phrase of each act that is said in earnest."""
    found: dict[str, float] = {}
    for hit in view.named("acts"):
        name = hit.cue.name.partition(":")[2]
        if not hit.muted:
            found[name] = max(found.get(name, 0.0), hit.cue.weight)
    return found


def _place(view: View, evidence: Evidence, act: DialogueAct) -> tuple[int, int]:
    """The clause that shows the act best, by its phrases and the model's score together."""
    if not view.clauses:
        return view.folded.span(0, len(view.folded.text))
    scores = [float(s) for s in evidence.clauses[:, COLUMN[act]]]
    for hit in view.named("acts"):
        if not hit.muted and hit.cue.name == f"acts:{act.value}":
            number = next((n for n, c in enumerate(view.clauses) if c.start <= hit.start < c.end), None)
            if number is not None and number < len(scores):
                scores[number] += 2 * hit.cue.weight
    best = view.clauses[scores.index(max(scores))]
    return view.folded.span(best.start, best.end)
