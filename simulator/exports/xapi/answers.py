"""What an answer of a record store means, and how long to wait before the next try. Pure."""

import datetime
import random
from typing import Literal

from scenarios.values import Frozen

Verdict = Literal["taken", "later", "refused", "differs", "stop"]
"""Taken; try later; never takeable as it is; another of the same id stands there; no use in going on at all."""
FIRST_WAIT, LONGEST_WAIT = datetime.timedelta(seconds=10), datetime.timedelta(hours=1)
SHOWN = 300
"""Characters of an answer that are kept for a person to read."""


class Answer(Frozen):
    """What came back: the status, 0 where nothing did, and its words."""

    status: int
    words: str = ""

    @property
    def verdict(self) -> Verdict:
        """What it means. 404 and redirections say that the address is no record store's."""
        if 200 <= self.status < 300:
            return "taken"
        if self.status == 0 or self.status in (408, 425, 429) or self.status >= 500:
            return "later"
        if self.status == 409:
            return "differs"
        return "stop" if self.status in (401, 403, 404, 405) or self.status < 400 else "refused"

    @property
    def shown(self) -> str:
        """For a person: the status, and the beginning of what was said."""
        said = " ".join("".join(c if c.isprintable() else " " for c in self.words).split())
        number = str(self.status) if self.status else ""
        return " ".join(part for part in (number, said[:SHOWN]) if part)


def wait_after(statement_id: str, tries: int) -> datetime.timedelta:
    """Twice as long after each failed try (the first is 1), up to an hour, less a share of up to half.

    The share is drawn from the id and the number of the try, so that not everybody comes back at once.
    """
    whole = min(FIRST_WAIT * 2 ** min(tries - 1, 20), LONGEST_WAIT)
    share: float = random.Random(f"{statement_id}:{tries}").uniform(0.5, 1.0)
    return datetime.timedelta(seconds=whole.total_seconds() * share)
