"""How often one may try: growing waits under a name, and a limit from an address, both counted in the database.

A try is counted before it is made and taken back where it succeeds, so that a thousand at once do not slip through.
Names that are not known here are counted as known ones are. Only fingerprints of names and addresses are kept.
"""

import datetime
import math
from collections.abc import Callable

from simulator.access.refusals import TooManyTries
from simulator.access.tokens import fingerprint
from simulator.store import Conflict, Store
from simulator.store.accounts import sign_in_key

FREE_TRIES = 5
FIRST_WAIT, LONGEST_WAIT = datetime.timedelta(seconds=30), datetime.timedelta(minutes=15)
FORGIVEN_AFTER = datetime.timedelta(hours=12)
FROM_ONE_ADDRESS, WINDOW = 60, datetime.timedelta(minutes=10)
RACES = 50


class Tries:
    """The count of failed tries."""

    def __init__(self, store: Store, clock: Callable[[], datetime.datetime]) -> None:
        self._doors, self._clock = store.doors, clock

    def begin(self, name: str, address: str) -> None:
        """Count a try that is about to be made. Raises ``TooManyTries``."""
        self.from_address(address)
        self._count(_name_key(name), self._waits)

    def from_address(self, address: str) -> None:
        """Count one from an address. Raises ``TooManyTries``."""
        self._count(_address_key(address), self._window)

    def succeeded(self, name: str, address: str) -> None:
        """It was the right one: nothing is held against the name, nor this try against the address."""
        self._doors.forget_tries(_name_key(name))
        self._doors.take_back_try(_address_key(address))

    def forgive(self, name: str) -> None:
        """Let somebody try again at once."""
        self._doors.forget_tries(_name_key(name))

    def _count(self, key: str, rule: Callable[..., tuple[int, datetime.datetime, datetime.datetime]]) -> None:
        for _ in range(RACES):
            now, stands = self._clock(), self._doors.tries(key)
            if stands and now < stands[2]:
                raise TooManyTries(math.ceil((stands[2] - now).total_seconds()))
            count, since, until = rule(now, *(stands[:2] if stands else (0, now)))
            try:
                self._doors.count_try(key, count, since, until, stands[0] if stands else None)
            except Conflict:
                continue
            return
        raise TooManyTries(1)

    @staticmethod
    def _waits(
        now: datetime.datetime, count: int, since: datetime.datetime
    ) -> tuple[int, datetime.datetime, datetime.datetime]:
        """After the free tries each further one doubles the wait. ``since`` is the latest try."""
        count = 1 if now - since > FORGIVEN_AFTER else count + 1
        beyond = count - FREE_TRIES
        wait = min(FIRST_WAIT * 2 ** min(beyond, 10), LONGEST_WAIT) if beyond >= 0 else datetime.timedelta()
        return count, now, now + wait

    @staticmethod
    def _window(
        now: datetime.datetime, count: int, since: datetime.datetime
    ) -> tuple[int, datetime.datetime, datetime.datetime]:
        """So many in ten minutes; the next ones wait until the ten minutes are over."""
        if now - since >= WINDOW:
            count, since = 0, now
        full = count + 1 >= FROM_ONE_ADDRESS
        return count + 1, since, since + WINDOW if full else since


def _name_key(name: str) -> str:
    return fingerprint(f"name:{sign_in_key(name)[:80]}")


def _address_key(address: str) -> str:
    return fingerprint(f"address:{address[:80]}")
