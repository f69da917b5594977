"""Gates: what fails a call apart from points, or waits for a person to decide."""

from collections.abc import Sequence

from scoring.criterion import Gate
from scoring.moments import Moment


def gates(seen: Sequence[Moment]) -> tuple[Gate, ...]:
    """The gates that this call touches, once each, at the surest moment."""
    return ()
