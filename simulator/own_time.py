"""The time of where somebody works: their day begins at their own midnight, wherever the company sits."""

import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from simulator.store import Store


def own_time(store: Store, profile_id: str, at: datetime.datetime) -> datetime.datetime:
    """The instant in the time zone of the person's cohorts, where those that name one agree; else as it is given."""
    zones = store.cohorts.zones_of(profile_id)
    if len(zones) != 1:
        return at
    try:
        return at.astimezone(ZoneInfo(zones[0]))
    except ZoneInfoNotFoundError:  # a name that this machine's list no longer has
        return at
