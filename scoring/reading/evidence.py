"""Evidence for each act: the model's scores over the reply and its clauses, the phrases found, what the grammar saw."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from scenarios.acts import DialogueAct
from scoring.reading.cues import Hit
from scoring.reading.features import words_of
from scoring.reading.model import ActModel, Laid
from scoring.reading.normalise import fold
from scoring.reading.signs import signs_of
from scoring.reading.values import OfferKind
from scoring.reading.view import Figures, View

Floats = NDArray[np.float32]
ACTS = tuple(DialogueAct)
COLUMN = {act: number for number, act in enumerate(ACTS)}
MOST_CUES = 0.97
"""Phrases together never count for more than this probability: the model may still object."""
MOST_CLAUSES = 120

_KINDS: Mapping[DialogueAct, tuple[OfferKind, ...]] = {
    DialogueAct.OFFER_INSTALMENTS: ("plan",),
    DialogueAct.OFFER_DISCOUNT: ("discount",),
    DialogueAct.OFFER_EXTENSION: ("extension", "pause"),
    DialogueAct.OFFER_RESTRUCTURE: ("restructure",),
}
_ASKS = (
    DialogueAct.ASK_REASON,
    DialogueAct.ASK_CAPACITY,
    DialogueAct.ASK_COMMITMENT,
    DialogueAct.CHECK_UNDERSTANDING,
    DialogueAct.VERIFY_IDENTITY,
    DialogueAct.ASK_CONSENT,
)
SUPPORTS = ("offer", "debt", "asked", "dated", "summed", "length")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One row an act. ``clauses`` is clause by act; ``support`` has one column for each of ``SUPPORTS``,
    ``impression`` one number for each of ``IMPRESSIONS``."""

    whole: Floats
    clauses: Floats
    cues: Floats
    muted: Floats
    support: Floats
    impression: Floats

    @property
    def best_clause(self) -> Floats:
        """The score of the clause that shows each act best."""
        return np.asarray(self.clauses.max(axis=0) if len(self.clauses) else self.whole, np.float32)


OWN = 4 + len(SUPPORTS)
MIXED = 1 + OWN + 2 * len(ACTS)
"""How many columns speak of an act itself, and how many weights it has in all: a bias, its own, then every act's score
over the whole and over its best clause."""


def columns_of(evidence: Evidence, act: int) -> Floats:
    """What is weighed for an act (its column), in the order of the mixture's weights."""
    best = evidence.best_clause
    own = [evidence.whole[act], best[act], evidence.cues[act], evidence.muted[act]]
    return np.concatenate([np.array(own, np.float32), evidence.support[act], evidence.whole, best])


def laid_out(view: View, figures: Figures) -> Laid:
    """A reply as the model takes it."""
    text, clauses = view.folded.text, view.clauses[:MOST_CLAUSES]
    units = tuple(text[c.start : c.end] for c in clauses) or (text,)
    signs = signs_of(replace(view, clauses=clauses), figures)
    return Laid(units, words_of(fold(view.context.before[:2_000]).text), signs)


def gather(view: View, figures: Figures, model: ActModel, laid: Laid | None = None) -> Evidence:
    """All evidence for a reply."""
    whole, clauses = model.scores(laid or laid_out(view, figures))
    hits = view.named("acts")
    return Evidence(
        whole=whole[: len(ACTS)],
        clauses=clauses,
        cues=_strength([h for h in hits if not h.muted]),
        muted=_strength([h for h in hits if h.muted]),
        support=_support(view, figures),
        impression=whole[len(ACTS) :],
    )


def _strength(hits: Sequence[Hit]) -> Floats:
    """Noisy-or of the phrases of each act, as minus the logarithm of what remains in doubt."""
    doubt = np.ones(len(ACTS), np.float32)
    for name, weight in {(h.cue.name, h.cue.weight) for h in hits}:
        doubt[COLUMN[DialogueAct(name.partition(":")[2])]] *= 1 - weight
    return -np.log(np.maximum(doubt, 1 - MOST_CUES)).astype(np.float32)


def _support(view: View, figures: Figures) -> Floats:
    found = np.zeros((len(ACTS), len(SUPPORTS)), np.float32)
    offers = {o.kind for o in figures.offers}
    for act, kinds in _KINDS.items():
        found[COLUMN[act], 0] = bool(offers & set(kinds))
    found[COLUMN[DialogueAct.CONDITIONAL_OFFER], 0] = any(o.condition for o in figures.offers)
    found[COLUMN[DialogueAct.STATE_DEBT], 1] = bool(figures.amounts) and not figures.offers
    asked = any(t.word == "?" for t in view.tokens)
    for act in _ASKS:
        found[COLUMN[act], 2] = asked
    found[COLUMN[DialogueAct.SCHEDULE_FOLLOWUP], 3] = any(not d.past for d in figures.dates)
    found[COLUMN[DialogueAct.RECAP], 4] = len(figures.amounts) + len(figures.dates) >= 3
    found[:, 5] = np.log1p(min(len(view.clauses), MOST_CLAUSES))
    return found
