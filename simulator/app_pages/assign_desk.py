"""What the pages of assignments work with, over the store and the clock of the pages."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from simulator.access.passwords import Passwords
from simulator.app_pages.opening import now, open_store
from simulator.assigned_to_me import ToDo
from simulator.assigning import Assigning
from simulator.clearing import Clearing
from simulator.fairness import Fairness
from simulator.settings import load_settings
from simulator.sitting_beside import SittingBeside
from simulator.studio.offered import with_published


@dataclass(frozen=True, slots=True)
class AssignDesk:
    """The use-cases: for those who assign, for whom it is assigned, and beside a call."""

    assigning: Assigning
    todo: ToDo
    fairness: Fairness
    clearing: Clearing
    beside: SittingBeside


def assign_desk(environ: Mapping[str, str] = os.environ) -> AssignDesk:
    """The desk of this process. Raises ``SettingsError`` or ``StoreError``."""
    store = open_store(load_settings(environ).database_url)
    library = with_published(store)
    return AssignDesk(
        assigning=Assigning(store, now, library, passwords=_passwords()),
        todo=ToDo(store, now, library, passwords=_passwords()),
        fairness=Fairness(store, now, library),
        clearing=Clearing(store, now),
        beside=SittingBeside(store, now),
    )


@lru_cache(maxsize=1)
def _passwords() -> Passwords:
    return Passwords()
