"""What plain measures would agree with raters: length, a sentiment lexicon, and the trained words alone.

A score that is not well above them has not earned its place.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np

from scoring.agreement import Array
from scoring.levels.model import CRITERIA, load_weights, words_score
from scoring.rated import Rated

NAMES = ("length", "vader", "words")


def baselines(items: Sequence[Rated], criterion: str) -> dict[str, Array | None]:
    """By name, one number an item; ``None`` where the baseline cannot be had: VADER where it is not installed, the
    words alone for the follow-up, which is not judged by them.
    """
    return {"length": _length(items), "vader": _vader(items), "words": _words(items, criterion)}


def vader_installed() -> bool:
    """Whether VADER, which only developing needs, is there."""
    return _analyser() is not None


def _length(items: Sequence[Rated]) -> Array:
    return np.array([item.length for item in items], dtype=float)


def _vader(items: Sequence[Rated]) -> Array | None:
    """VADER's compound, -1 to 1; over a call, the mean of the agent's turns."""
    analyser = _analyser()
    if analyser is None:
        return None
    return np.array([np.mean([analyser(text) for text in item.judged or ("",)]) for item in items], dtype=float)


@lru_cache(maxsize=1)
def _analyser() -> Callable[[str], float] | None:
    try:
        from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer  # noqa: PLC0415 - only where installed
    except ImportError:
        return None
    analyser = SentimentIntensityAnalyzer()
    return lambda text: float(analyser.polarity_scores(text)["compound"])


def _words(items: Sequence[Rated], criterion: str) -> Array | None:
    if criterion not in CRITERIA:
        return None
    place = CRITERIA.index(criterion)
    return np.array([_spoken(item, place) for item in items], dtype=float)


def _spoken(item: Rated, place: int) -> float:
    """What the trained words alone say; over a call, the mean of the agent's turns."""
    weights, said = load_weights(item.language), item.call.transcript
    found = [
        words_score(t.text, before.text if (before := said.before(t.number)) else "", weights)[place]
        for t in said.agent_turns
    ]
    return float(np.mean(found)) if found else 0.0
