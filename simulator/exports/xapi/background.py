"""Sending beside the application, in a thread of its own."""

import datetime
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from simulator.exports.xapi.endpoint import endpoint_of
from simulator.exports.xapi.sending import Sender
from simulator.logs import logger
from simulator.settings import Settings
from simulator.store import Store

EVERY = 15.0
"""Seconds between two looks at the outbox."""
_log = logger("deliveries")


@contextmanager
def sending(settings: Settings, clock: Callable[[], datetime.datetime], base: str) -> Iterator[None]:
    """Send while this block runs; nothing where no record store is set."""
    endpoint = endpoint_of(settings)
    if endpoint is None:
        yield
        return
    over = threading.Event()
    with Store.open(settings.database_url) as store:
        sender = Sender(store, clock, endpoint, base)
        thread = threading.Thread(target=_go_on, args=(sender, over), name="deliveries", daemon=True)
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join(timeout=2)


def _go_on(sender: Sender, over: threading.Event) -> None:
    while not over.is_set():
        try:
            sender.all()
        except Exception:  # a locked database, a full disk: the next look finds what is left
            _log.error("sending_failed", exc_info=True)
        over.wait(EVERY)
