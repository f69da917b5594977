"""A drill: which moment of which recorded call, and what it trains."""

import re

from scenarios.values import Country, Frozen, Language

_KEY = re.compile(r"^([a-z][a-z0-9_]{0,39})\.([a-z][a-z0-9_]{0,39})\.(\d{1,2})\.([a-z_]{1,40})\.([a-z_]{1,40})$")
LONGEST_KEY = 170
REPLIES = 2
"""What the trainee says in one try: a reply, and one more after the debtor's answer."""


class Drill(Frozen):
    """A moment: after reply ``turn`` (0: the debtor's first words) of a scenario's playthrough.

    ``kind`` is what the debtor's last words do, ``criterion`` what is trained on them.
    """

    scenario: str
    playthrough: str
    turn: int
    criterion: str
    kind: str
    country: Country
    language: Language
    difficulty: int

    @property
    def key(self) -> str:
        """Names the drill in an address and in the store."""
        return f"{self.scenario}.{self.playthrough}.{self.turn}.{self.criterion}.{self.kind}"

    @property
    def weakness(self) -> tuple[str, str]:
        """What comes back if it is missed: the criterion, and the kind of moment."""
        return self.criterion, self.kind


def is_key(text: str) -> bool:
    """Whether this can name a drill at all."""
    return len(text) <= LONGEST_KEY and _KEY.match(text) is not None
