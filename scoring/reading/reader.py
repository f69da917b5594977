"""The reader: text in, ``Reading`` out. One call, deterministic, never an exception for any text."""

from scoring.reading.values import Reading, ReadingContext


def read(text: str, context: ReadingContext) -> Reading:
    """Read one reply."""
    raise NotImplementedError
