"""What a single fault in a reply does to its level, whatever the rest of the reply earns."""

import re
from collections.abc import Iterable, Mapping

from scoring.criterion import Term
from scoring.levels.model import Scored

CAPS: dict[str, dict[str, float]] = {
    "insults": {"calm": 1.0, "empathy": 1.0},
    "threatens_plainly": {"calm": 0.45, "empathy": 1.0},
    "threatens": {"calm": 1.0, "empathy": 1.4},
    "is_sarcastic": {"calm": 2.0, "empathy": 1.4},
    "leans_on_a_stock_phrase": {"empathy": 2.4},
    "word_list": {"calm": 3.0, "empathy": 1.4, "clarity": 1.4},
}
"""Fault → the most that a criterion can reach beside it, in levels of the guide."""
KEPT = 0.1
"""The last stretch under a cap, over which capped replies still keep their order."""
_PIECE = re.compile(r"[,;.\n!¡?¿]+")


def capped(scored: dict[str, Scored], faults: Iterable[str]) -> dict[str, Scored]:
    """The scores under the caps of these faults; a cap that bites is shown as a term."""
    known = [f for f in faults if f in CAPS]
    return {criterion: _under(one, criterion, known) for criterion, one in scored.items()}


FLOORS: dict[str, tuple[float, float]] = {"calm": (1.4, 2.5), "empathy": (0.0, 0.9)}
"""Criterion → from which score on a blameless reply is lifted, and to where. Calm that the words alone make doubtful
stands as composed, below that the words are evidence enough; nobody is said to mock without a mockery to quote."""


FLOORS_OF_CARE: dict[str, tuple[float, float]] = dict.fromkeys(("calm", "empathy", "clarity"), (0.0, 2.6))
"""The same where a reply puts a life before the money: how one talks of payments is no measure of it."""


def floored(scored: dict[str, Scored], floors: Mapping[str, tuple[float, float]]) -> dict[str, Scored]:
    """The scores lifted to these floors; below them replies keep their order."""
    return {criterion: _over(one, *floors.get(criterion, (0.0, 0.0))) for criterion, one in scored.items()}


def _over(scored: Scored, least: float, floor: float) -> Scored:
    if not least <= scored.score < floor + KEPT:
        return scored
    value = round(floor + KEPT * scored.score / (floor + KEPT), 3)
    return Scored(value, (*scored.terms, Term(name="floor", value=round(value - scored.score, 2))))


def is_word_list(text: str) -> bool:
    """Whether the reply is mere words in a row, in place of anything said with them."""
    pieces = [p.split() for p in _PIECE.split(text) if p.strip()]
    short = sum(len(p) <= 2 for p in pieces)
    if len(pieces) >= (10 if any(c.isdigit() for c in text) else 6) and short > 0.75 * len(pieces):
        return True
    if any(c.isdigit() for c in text):
        return False
    words = re.findall(r"[^\W\d_]+", text.lower())
    return 8 <= len(words) <= 40 and len(set(words)) < 0.55 * len(words)


def _under(scored: Scored, criterion: str, faults: list[str]) -> Scored:
    limits = [(CAPS[f][criterion], f) for f in faults if criterion in CAPS[f]]
    if not limits:
        return scored
    limit, fault = min(limits)
    start = limit - KEPT
    if scored.score <= start:
        return scored
    value = round(start + KEPT * (scored.score - start) / (4.0 - start), 3)
    return Scored(value, (*scored.terms, Term(name=f"cap.{fault}", value=round(value - scored.score, 2))))
