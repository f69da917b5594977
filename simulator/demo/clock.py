"""The clock of the demo: it stands where it was put, and moves as a person reads and writes."""

import datetime
import random

READS, WRITES = 14.0, 3.2
"""Characters a second."""


class Clock:
    """Gives an instant with its zone, as the use-cases ask for it."""

    def __init__(self, at: datetime.datetime) -> None:
        self.at = at

    def __call__(self) -> datetime.datetime:
        """The instant now."""
        return self.at

    def put(self, at: datetime.datetime) -> None:
        """To an instant; never back."""
        self.at = max(self.at, at)

    def wait(self, seconds: float) -> None:
        """So much passes. In UTC, so that an hour is an hour when the clocks change."""
        zone = self.at.tzinfo
        self.at = (self.at.astimezone(datetime.UTC) + datetime.timedelta(seconds=seconds)).astimezone(zone)

    def answered(self, heard: str, said: str, rng: random.Random) -> None:
        """Somebody read what they heard, and wrote a reply."""
        self.wait(2 + (len(heard) / READS + len(said) / WRITES) * rng.uniform(0.7, 1.4))
