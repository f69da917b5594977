"""Which version of the trainer's lexicon a call is read with: the one in force when it began, to its end and after."""

from scoring.reading.reader import Reader, reader_with
from scoring.reading.taught import pinned
from simulator.store import Store


def pin(store: Store) -> str:
    """What a new attempt keeps as its reader, so that every turn of it is read alike; empty where nothing is taught."""
    return store.lexicons.get(store.lexicons.newest()).taught.pin


def reader_now(store: Store) -> Reader:
    """The reader as it is taught today."""
    return reader_of(store, pin(store))


def reader_of(store: Store, reader: str) -> Reader:
    """The reader of an attempt, by what the attempt keeps of it."""
    return reader_with(store.lexicons.get(pinned(reader)).taught)
