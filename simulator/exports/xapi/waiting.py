"""The outbox: what waits, what is parked, how it stands. Frozen values."""

import datetime

from scenarios.values import Frozen
from simulator.exports.xapi.told import Told


class Waiting(Frozen):
    """A statement that is to be sent, and how often that was tried."""

    id: str
    told: Told
    tries: int


class Parked(Frozen):
    """A statement that was refused, with the words of the refusal."""

    id: str
    attempt: str
    verb: str
    at: datetime.datetime
    answer: str


class Standing(Frozen):
    """How many wait, are parked, were taken; when one was taken last; what the record store answered last to those
    that wait."""

    waiting: int
    parked: int
    sent: int
    last_sent_at: datetime.datetime | None = None
    trouble: str = ""
