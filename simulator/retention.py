"""How long practice is kept: what nobody has touched for so many days is deleted, in small steps beside the work."""

import datetime

from scenarios.values import Frozen
from simulator.audited import Deed
from simulator.store import Store

AT_A_TIME = 200
"""Rows a transaction, so that nobody waits for it."""


class Tidied(Frozen):
    """What went."""

    attempts: int = 0
    portfolios: int = 0


def tidy(store: Store, days: int, now: datetime.datetime, actor: str = "") -> Tidied:
    """Delete practice attempts and portfolios not touched for ``days``; with 0 days, nothing. Assessed ones stay."""
    if days == 0:
        return Tidied()
    before, gone = now - datetime.timedelta(days=days), Tidied()
    while True:
        with store.sessions.together():
            attempts = store.attempts.delete_practice(before, AT_A_TIME)
            portfolios = store.portfolios.delete_untouched(before, AT_A_TIME)
            if not attempts + portfolios:
                return gone
            details: dict[str, int | str] = {"attempts": attempts, "portfolios": portfolios, "days": days}
            store.audit.note(Deed.TIDIED, now, actor, details=details)
        gone = Tidied(attempts=gone.attempts + attempts, portfolios=gone.portfolios + portfolios)
