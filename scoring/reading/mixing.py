"""How the kinds of evidence are weighed, and where an act's threshold lies. Part of ``scoring.reading.train``."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from scenarios.acts import COSTLY, DialogueAct
from scoring.reading.acts import weigh
from scoring.reading.evidence import ACTS, Evidence
from scoring.reading.prepared import Prepared, labels_of

Floats = NDArray[np.float32]
STRICTER = 1.65
"""How much further, in logits, a costly act's threshold lies than where F1 is best: better unheard than accused."""
PRECISE, ENOUGH, MARGIN = 0.99, 20, 0.25
"""What makes an act certain: the share of lines beyond that are right, how many must lie there, and a margin."""
DISCLOSED = 0.8
"""The same for disclosure: it is found so well that a little recall buys much precision."""
LENIENT = 0.2
"""How much nearer, in logits, a plain act's threshold lies than where F1 is best over corpus and turns together: in a
whole reply more is done, and less plainly, than in a corpus line. Chosen on the turns kept aside."""
GRAVE = frozenset({DialogueAct.THREATEN, DialogueAct.INSULT})
"""Acts that must not go unheard: their threshold stays where F1 is best, and a person decides."""


def mixture(prepared: Sequence[Prepared], evidence: Sequence[Evidence]) -> Floats:
    """How the kinds of evidence are weighed: shared by all acts, but for each act's own bias (its threshold)."""
    present, known = labels_of(prepared)
    columns = np.stack([columns_of(e) for e in evidence])
    rows, acts = np.nonzero(known)
    shared = columns[rows, acts]
    identity = sparse.csr_matrix((np.ones(len(rows)), (np.arange(len(rows)), acts)), shape=(len(rows), len(ACTS)))
    model = LogisticRegression(C=1.0, solver="liblinear", random_state=0, fit_intercept=False, max_iter=300)
    model.fit(sparse.hstack([sparse.csr_matrix(shared), identity * 2]).tocsr(), present[rows, acts])
    slopes, biases = model.coef_[0][: shared.shape[1]], model.coef_[0][shared.shape[1] :] * 2
    score = columns @ slopes + biases
    mix = np.tile(np.r_[0.0, slopes].astype(np.float32), (len(ACTS), 1))
    stricter = np.array([_stricter(act) for act in ACTS])
    mix[:, 0] = biases - thresholds(score, present, known) - stricter
    return mix


def _stricter(act: DialogueAct) -> float:
    if act is DialogueAct.DISCLOSE_TO_THIRD_PARTY:
        return DISCLOSED
    return 0.0 if act in GRAVE else STRICTER if act in COSTLY else -LENIENT


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


def columns_of(evidence: Evidence) -> Floats:
    """Act by kind of evidence, in the order of the mixture."""
    kinds = [evidence.whole, evidence.best_clause, evidence.cues, evidence.muted]
    return np.concatenate([np.stack(kinds, axis=1), evidence.support], axis=1)


def thresholds(score: NDArray[np.float64], present: NDArray[np.bool_], usable: NDArray[np.bool_]) -> Floats:
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
