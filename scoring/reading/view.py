"""A reply laid out for reading: folded, in words, in clauses, with the phrases found in it. Made once, used by all."""

from bisect import bisect_left
from dataclasses import dataclass

from scoring.reading.clauses import clauses_of
from scoring.reading.cues import Hit
from scoring.reading.language import language_of
from scoring.reading.normalise import Folded, fold
from scoring.reading.phrases import KINDS, load_lexicon
from scoring.reading.values import Amount, Clause, Count, DateMention, Offer, Percentage, ReadingContext
from scoring.reading.words import Token, tokens_of

MOST_WORDS = 4_000
"""Words of a reply that phrases are looked for in; beyond lies no reply."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What the grammar found: money, days, numbers, shares, proposals."""

    amounts: tuple[Amount, ...] = ()
    dates: tuple[DateMention, ...] = ()
    counts: tuple[Count, ...] = ()
    percentages: tuple[Percentage, ...] = ()
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """Places in ``clauses``, ``tokens`` and ``hits`` are of the folded text; ``folded.span`` leads back."""

    folded: Folded
    language: str
    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]
    hits: tuple[Hit, ...]
    context: ReadingContext

    def named(self, kind: str) -> tuple[Hit, ...]:
        """The phrases of one kind (``acts``, ``tone``, ``voiced``)."""
        return tuple(h for h in self.hits if h.cue.name.startswith(kind + ":"))

    def place_of(self, start: int) -> int:
        """The place in the folded text of a code point of the original."""
        return start if self.folded.origin is None else bisect_left(self.folded.origin, start)

    def clause_at(self, place: int) -> Clause | None:
        """The clause that holds a place of the folded text."""
        return next((c for c in self.clauses if c.start <= place < c.end), None)


def view_of(text: str, context: ReadingContext, kinds: tuple[str, ...] = KINDS) -> View:
    """Lay out a text of any content, with the phrases of these kinds."""
    folded = fold(text)
    prior = context.language if context.language in ("es", "en") else "es"
    tokens = tokens_of(folded, prior)[:MOST_WORDS]
    language = language_of((t.word for t in tokens), prior)
    if language != prior:
        tokens = tokens_of(folded, language)[:MOST_WORDS]
    asked: dict[int, bool] = {}
    for token in tokens:
        if token.word == "?":
            asked[token.sentence] = True
    hits = load_lexicon(language, kinds).hits(tokens, asked)
    return View(folded, language, tokens, clauses_of(folded.text), hits, context)
