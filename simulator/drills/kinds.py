"""What the debtor's last words do, as the reader hears them, and which criterion such a moment trains."""

from pathlib import Path

from scoring.coaching.situations import is_someone_else, voiced
from scoring.criteria.cues import find_cue
from scoring.criteria.moment import DebtorTurn
from scoring.criteria.whole_call import CUES as WHOLE_CALL_CUES
from scoring.moments import Moment

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


def kinds(so_far: tuple[Moment, ...], verdict: str | None) -> dict[str, str]:
    """Criterion → kind of the last of these moments, where it trains it; ``verdict`` is how an offer was answered.

    Nothing where the debtor speaks of not wanting to live: that is no exercise of three minutes.
    """
    heard = so_far[-1].before
    found = set(voiced(heard, "empathy")) | _more(heard)
    if "crisis" in found or not heard.text.strip():
        return {}
    if is_someone_else(so_far, len(so_far) - 1, None):
        return {"compliance": "third_party"}
    found |= _negotiating(verdict)
    picked = {criterion: next((k for k in wanted if k in found), None) for criterion, wanted in TRAINS.items()}
    if heard.personal() is None:
        picked["empathy"] = None
    return {criterion: kind for criterion, kind in picked.items() if kind}


def _more(heard: DebtorTurn) -> set[str]:
    """What only drills ask for."""
    found = {name for name in ("lawyer",) if find_cue(name, heard.text, heard.language, CUES)}
    if find_cue("asks_for_a_discount", heard.text, heard.language, WHOLE_CALL_CUES):
        found.add("discount")
    return found


def _negotiating(verdict: str | None) -> set[str]:
    if verdict in ("counter", "propose"):
        return {"proposal"}
    return {"refusal"} if verdict in ("refuse_means", "refuse_will") else set()
