"""The reader: text in, ``Reading`` out. One call, deterministic, never an exception for any text."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, partial

from scoring.reading.clock import find_times
from scoring.reading.date_rough import definite
from scoring.reading.figures import figures_of
from scoring.reading.mentions import find_address, find_mentions
from scoring.reading.phrases import lexicons_version
from scoring.reading.taught import NOTHING, Taught, heard
from scoring.reading.tone import find_tone
from scoring.reading.values import Act, Clause, Reading, ReadingContext
from scoring.reading.view import Figures, View, view_of
from scoring.reading.voiced import find_voiced
from scoring.reading.weights import weights_version

VERSION = 1
LONGEST = 20_000
"""Code points that are read; what lies beyond stays in the text and is not looked at."""
SHORT = 2_000
"""Code points up to which a reading is worth keeping: few replies are longer, and those would fill the memory."""
Reader = Callable[[str, ReadingContext], Reading]
_SAYS = re.compile(r"[^\W_]")
_LETTER = re.compile(r"[^\W\d_]")


def read(text: str, context: ReadingContext, also: Taught = NOTHING) -> Reading:
    """Read one reply. Equal text, context and taught phrases give an equal reading.

    ``also`` are the phrases that a trainer taught: they speak of what the agent says, not of the debtor's words.
    """
    reading = _read(text, context)
    return heard(reading, also) if context.by == "agent" and also.phrases else reading


def reader_with(also: Taught) -> Reader:
    """``read`` with these phrases."""
    return partial(read, also=also) if also.phrases else read


def _read(text: str, context: ReadingContext) -> Reading:
    return remembered(text, context) if len(text) <= SHORT else _made(text, context)


def _made(text: str, context: ReadingContext) -> Reading:
    view = view_of(text[:LONGEST], context)
    reading = Reading(text=text, language=view.language, reader=reader_version())
    if not _SAYS.search(text[:LONGEST]):
        return reading
    figures = figures_of(view)
    worded = _LETTER.search(text[:LONGEST]) is not None
    acts, impression = _act_finder()(view, figures) if worded else ((), ())
    return replace(
        reading,
        clauses=tuple(Clause(*view.folded.span(c.start, c.end), c.question) for c in view.clauses),
        acts=acts,
        amounts=figures.amounts,
        dates=definite(view.folded.original, figures.dates),
        counts=figures.counts,
        percentages=figures.percentages,
        offers=figures.offers,
        tone=find_tone(view),
        voiced=find_voiced(view),
        times=find_times(view.folded, view.language),
        mentions=find_mentions(view),
        address=find_address(view),
        impression=impression,
        unsure=worded and not acts,
    )


remembered = lru_cache(maxsize=1_024)(_made)
"""A reply is read in the talk and once more when the call is scored: some fifty calls' worth of readings are kept."""


@lru_cache(maxsize=1)
def _act_finder() -> Callable[[View, Figures], tuple[tuple[Act, ...], tuple[float, ...]]]:
    """NumPy and the weights come with the first reply, so that a program which reads nothing starts at once."""
    from scoring.reading.acts import acts_of  # noqa: PLC0415

    return acts_of


@lru_cache(maxsize=1)
def reader_version() -> str:
    """Version of the program, then hashes of the weights and of the phrases."""
    return f"{VERSION}-{weights_version()}-{lexicons_version()}"
