"""Where a scenario stands, in marks: its status, whether what is written differs from what is offered, and whether
what is offered still holds under the reader and the rules of today."""

from functools import lru_cache

from simulator.studio import checking
from simulator.studio.kept import Edition, OwnScenario

Mark = str
"""``draft``, ``published`` or ``withdrawn``; then ``changed`` and ``red`` where they hold."""


def marks(scenario: OwnScenario, offered: Edition | None) -> tuple[Mark, ...]:
    """The marks of a scenario of which this edition is offered, if any."""
    found = [str(scenario.status)]
    if offered is not None:
        found += ["changed"] if offered.text != scenario.text else []
        found += ["red"] if not still_holds(offered) else []
    return tuple(found)


def still_holds(offered: Edition) -> bool:
    """Whether an edition that was published would still be, today. Its calls go on as they were published anyway."""
    return offered.checked_with == checking.today() or _holds_today(offered.text, checking.today())


@lru_cache(maxsize=256)
def _holds_today(text: str, today: str) -> bool:
    """Looked at once for each version of reader and rules."""
    return checking.verdict(text).ready
