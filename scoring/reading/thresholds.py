"""How sure the reader must be of an act: to notice it, to call it certain, to believe a phrase by itself."""

from scenarios.acts import COSTLY, DialogueAct

NOTICE = 0.5
CERTAIN: dict[DialogueAct, float] = dict.fromkeys(sorted(COSTLY), 0.98)
"""Confidence from which a costly act is beyond doubt: a precision of at least .98 on writers kept aside."""
SUFFICIENT = 0.95
"""Weight of a phrase that is noticed whatever the model thinks."""
ASKED_OF = {
    DialogueAct.EDUCATE: 0.75, DialogueAct.PARAPHRASE: 0.7,
    DialogueAct.PRESSURE: 0.65, DialogueAct.BLAME: 0.6, DialogueAct.SARCASM: 0.6,
}  # fmt: skip
"""Confidence asked of these acts where no sufficient phrase speaks for them.

Explaining and saying back: the rater of single clauses marks them more readily than raters of whole replies do; chosen
on ``dev`` of both languages, and on strangers micro-F1 rises with it too. Pressure, blame and sarcasm: a false
accusation is the worst error; chosen on the grave lines (``tests/data/reading``), where precision gains more than
recall loses. Figures: docs/reading.md.
"""
