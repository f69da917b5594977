"""What the debtor's last words do, as the reader hears them, and which criterion such a moment trains."""

from pathlib import Path

from scoring.coaching.situations import is_someone_else, voiced
from scoring.criteria.cues import find_cue
from scoring.criteria.moment import DebtorTurn
from scoring.criteria.whole_call import CUES as WHOLE_CALL_CUES
from scoring.moments import Moment
from simulator.state import Step

CUES = Path(__file__).parent / "cues"
FELT = ("shame", "fear", "despair", "distrust", "confusion", "anger")
HAPPENED = ("death", "illness", "job_loss", "hardship")
TRAINS: dict[str, tuple[str, ...]] = {
    "calm": ("insult", "anger", "lawyer", "dispute", "refusal"),
    "empathy": (*HAPPENED, *FELT),
    "clarity": ("how_much", "question", "confusion", "proposal"),
    "negotiation": ("discount", "proposal", "refusal"),
    "compliance": ("third_party", "lawyer", "dispute"),
}
"""Criterion → the kinds of moments that call for it, the most telling first."""


HEATED, ANGRY = 60, 40
"""Anger from which raised words are angry whatever they say; and under which angry words are about something past."""
AT_ONCE = ("insult", "anger", "third_party")
"""What is drilled in the debtor's very first words. All else waits until it is known who is there."""


def kinds(so_far: tuple[Moment, ...], step: Step) -> dict[str, str]:
    """Criterion → kind of the last of these moments, where it trains it; ``step`` is where the debtor says it.

    Nothing where the debtor speaks of not wanting to live: that is no exercise of three minutes.
    """
    heard = so_far[-1].before
    found = set(voiced(heard, "empathy")) | _more(heard)
    if "crisis" in found or not heard.text.strip():
        return {}
    if is_someone_else(so_far, len(so_far) - 1, None):
        return {"compliance": "third_party"}
    found = _heated(_negotiating(found, step), step)
    picked = {criterion: next((k for k in wanted if k in found), None) for criterion, wanted in TRAINS.items()}
    if heard.personal() is None and "anger" not in found:
        picked["empathy"] = None
    if step.state.anger < ANGRY and picked["calm"] != "lawyer":
        picked["calm"] = None
    begun = step.state.phase != "open"
    return {criterion: kind for criterion, kind in picked.items() if kind and (begun or kind in AT_ONCE)}


def _heated(found: set[str], step: Step) -> set[str]:
    """Anger as it is in the debtor, beside what the words alone say."""
    if step.state.anger < ANGRY:
        return found - {"anger", "insult"}
    return found | {"anger"} if step.state.anger >= HEATED and "!" in step.words else found


def _more(heard: DebtorTurn) -> set[str]:
    """What only drills ask for."""
    found = {name for name in ("lawyer",) if find_cue(name, heard.text, heard.language, CUES)}
    if find_cue("asks_for_a_discount", heard.text, heard.language, WHOLE_CALL_CUES):
        found.add("discount")
    return found


def _negotiating(found: set[str], step: Step) -> set[str]:
    """An offer answered is a proposal or a refusal; "I don't want" in a friendly mouth refuses nothing."""
    if step.negotiation in ("counter", "propose"):
        return found | {"proposal"}
    if step.negotiation in ("refuse_means", "refuse_will"):
        return found | {"refusal"}
    return found if step.state.anger >= ANGRY else found - {"refusal"}
