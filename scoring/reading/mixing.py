"""How the kinds of evidence are weighed, and where an act's threshold lies. Part of ``scoring.reading.train``."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from scenarios.acts import COSTLY, DialogueAct
from scoring.reading.acts import weigh
from scoring.reading.evidence import ACTS, MIXED, OWN, Evidence, columns_of
from scoring.reading.prepared import Prepared, labels_of

Floats = NDArray[np.float32]
STRICTER = 0.8
"""How much further, in logits, a costly act's threshold lies than where F1 is best: better unheard than accused."""
PRECISE, ENOUGH, MARGIN = 0.99, 20, 0.25
"""What makes an act certain: the share of lines beyond that are right, how many must lie there, and a margin."""
DISCLOSED = 0.4
"""The same for disclosure: it is found so well that a little recall buys much precision."""
PENALTY, FAINT = 0.02, 0.3
"""Inverse strength of the regularisation, and how much the scores of all acts count against an act's own evidence."""
GRAVE = frozenset({DialogueAct.THREATEN, DialogueAct.INSULT})
"""Acts that must not go unheard: their threshold stays where F1 is best, and a person decides."""


def mixture(prepared: Sequence[Prepared], evidence: Sequence[Evidence]) -> Floats:
    """For each act how its own evidence and, faintly, the scores of all acts are weighed; then its threshold."""
    present, known = labels_of(prepared)
    mix = np.zeros((len(ACTS), MIXED), np.float32)
    for column in range(len(ACTS)):
        use = known[:, column]
        mix[column] = _weights(np.stack([columns_of(e, column) for e in evidence])[use], present[use, column])
    score = np.stack([weigh(e, mix) for e in evidence])
    mix[:, 0] -= thresholds(score, present, known) + np.array([_stricter(act) for act in ACTS])
    return mix


def _weights(columns: Floats, present: NDArray[np.bool_]) -> Floats:
    """Bias and weights of the raw columns, fitted where each has spread 1 and other acts' count little."""
    middle, spread = columns.mean(axis=0), columns.std(axis=0) + 1e-3
    spread[OWN:] /= FAINT
    model = LogisticRegression(C=PENALTY, max_iter=300).fit((columns - middle) / spread, present)
    weights = model.coef_[0] / spread
    return np.asarray(np.r_[model.intercept_[0] - weights @ middle, weights], np.float32)


def _stricter(act: DialogueAct) -> float:
    if act is DialogueAct.DISCLOSE_TO_THIRD_PARTY:
        return DISCLOSED
    return STRICTER if act in COSTLY - GRAVE else 0.0


def surely(prepared: Sequence[Prepared], evidence: Sequence[Evidence], mix: Floats) -> Floats:
    """For each act the logits beyond which at most one line in a hundred of unseen writers was accused wrongly, and
    a margin; infinite for acts that cost nothing and where too few lines lie beyond.
    """
    present, known = labels_of(prepared)
    logits = np.stack([weigh(one, mix) for one in evidence])
    found = np.full(len(ACTS), np.inf, np.float32)
    for column, act in enumerate(ACTS):
        usable = known[:, column]
        order = np.argsort(-logits[usable, column], kind="stable")
        right = np.cumsum(present[usable, column][order])
        good = np.flatnonzero(right >= PRECISE * np.arange(1, len(order) + 1))
        if act in COSTLY and len(good) and good[-1] + 1 >= ENOUGH:
            found[column] = logits[usable, column][order][good[-1]] + MARGIN
    return found


def thresholds(score: Floats, present: NDArray[np.bool_], usable: NDArray[np.bool_]) -> Floats:
    """For each act the score that gives the best F1, drawn towards the one that is best for all where few were seen."""
    grid = np.arange(-4.0, 2.01, 0.1)
    common = grid[int(np.argmax([_f1(score > at, present, usable) for at in grid]))]
    found = np.full(len(ACTS), common, np.float32)
    for act in range(len(ACTS)):
        seen = int((present[:, act] & usable[:, act]).sum())
        if seen < 5:
            continue
        curve = [_f1(score[:, act] > at, present[:, act], usable[:, act]) for at in grid]
        smooth = np.convolve(np.pad(curve, 2, mode="edge"), np.ones(5) / 5, mode="valid")
        best = grid[int(np.argmax(smooth))]
        trust = seen / (seen + 15)
        found[act] = trust * best + (1 - trust) * common
    return found


def _f1(said: NDArray[np.bool_], present: NDArray[np.bool_], usable: NDArray[np.bool_]) -> float:
    right = (said & present & usable).sum()
    return float(2 * right / max((said & usable).sum() + (present & usable).sum(), 1))
