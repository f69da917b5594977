"""Phrases that a trainer taught the reader: what replies like these mean, beside what the program knows.

A phrase is found where its words stand in a row, in one place, as good as unchanged: capitals, accents, stops and
typing short forms do not count, a long word may hold a slip, a number may be another number. Denied, quoted or in
another's mouth it means nothing. It adds to a reading and takes nothing away, and only in the words it was found in.

A phrase taught as something that costs the trainee is a suspicion (``SUSPECTED``), never beyond doubt: it fails nobody.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import Levenshtein

from scenarios.acts import COSTLY, DialogueAct
from scenarios.values import Language
from scoring.reading.negation import REACH, negated, reported
from scoring.reading.normalise import fold
from scoring.reading.values import Act, Reading, Tone, ToneKind
from scoring.reading.words import Token, tokens_of

MOST, LONGEST = 1_000, 40
"""Phrases that a lexicon may hold, and words that a phrase may have."""
SURE, SUSPECTED, STRENGTH = 0.95, 0.85, 0.8
"""Confidence of a taught act, of a taught act that costs the trainee, and strength of a taught tone."""
ALIKE, LONG = 0.8, 5
"""How alike two words of at least so many letters must be to count as one with a slip."""
ONE_SLIP_IN, MOST_SLIPS = 4, 2
"""A slip for every so many words of the phrase, and never more than these."""
_PIN = re.compile(r"\btaught-(\d{1,9})\b")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words and what they mean: an act, a tone, or nothing (looked at, and rightly not understood)."""

    text: str
    language: Language
    act: DialogueAct | None = None
    tone: ToneKind | None = None
    country: str = "MX"

    @property
    def costly(self) -> bool:
        """Whether hearing it costs the trainee something."""
        return self.act in COSTLY or self.tone in ("hostility", "pressure", "condescension", "shouting")


@dataclass(frozen=True, slots=True)
class Taught:
    """One version of a trainer's lexicon; version 0 holds nothing."""

    version: int = 0
    phrases: tuple[Phrase, ...] = ()

    def __hash__(self) -> int:  # asked at every reply: a thousand phrases need not be hashed for it
        return hash((self.version, len(self.phrases)))

    @property
    def pin(self) -> str:
        """What a reading names it by; empty where nothing was taught."""
        return f"taught-{self.version}" if self.phrases else ""


NOTHING = Taught()


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase found in a text; code points of the original, end exclusive."""

    phrase: Phrase
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Pattern:
    phrase: Phrase
    words: tuple[str, ...]
    sentences: int
    slips: int


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The phrases of a language by the words they are known by: of each its rarest, one more than it may have slips."""

    by_word: dict[str, list[tuple[_Pattern, int]]] = field(default_factory=dict)


def pinned(reader: str) -> int:
    """The version of the trainer's lexicon that a reader's name holds; 0 where it names none."""
    found = _PIN.search(reader)
    return int(found[1]) if found else 0


def words_in(text: str, language: Language) -> tuple[str, ...]:
    """The words of a phrase as they are compared."""
    return tuple(token.word for token in _said(text, language)[0])


def find(text: str, language: Language, taught: Taught) -> tuple[Found, ...]:
    """The phrases of the lexicon that are said in earnest, in the order of the text; each at a place once."""
    patterns = _patterns(taught, language)
    if not patterns.by_word:
        return ()
    tokens, spans = _said(text, language)
    found: dict[tuple[Phrase, int], Found] = {}
    for at, token in enumerate(tokens):
        for pattern, place in patterns.by_word.get(token.word, ()):
            start = at - place
            stop = start + len(pattern.words)
            if start < 0 or stop > len(tokens) or (pattern.phrase, start) in found:
                continue
            if _same(pattern, tokens[start:stop], len(tokens)) and not _muted(tokens, start, stop, language):
                found[pattern.phrase, start] = Found(pattern.phrase, spans[start][0], spans[stop - 1][1])
    return tuple(sorted(found.values(), key=lambda f: (f.start, f.end, f.phrase.text)))


def heard(reading: Reading, taught: Taught) -> Reading:
    """The reading with what was taught. The same reading where no phrase of the lexicon is in it."""
    if not taught.phrases:
        return reading
    named = replace(reading, reader=f"{reading.reader} {taught.pin}")
    language: Language = "en" if reading.language == "en" else "es"
    found = find(reading.text, language, taught)
    if not found:
        return named
    acts, tone = list(reading.acts), list(reading.tone)
    for one in found:
        if one.phrase.act is not None:
            acts = _with_act(acts, one)
        if one.phrase.tone is not None and not any(t.kind == one.phrase.tone for t in tone):
            tone.append(Tone(one.phrase.tone, STRENGTH, one.start, one.end))
    return replace(
        named,
        acts=tuple(sorted(acts, key=lambda a: (a.start, a.end, a.act))),
        tone=tuple(sorted(tone, key=lambda t: (t.start, t.end, t.kind))),
        unsure=reading.unsure and not acts,
    )


def _with_act(acts: list[Act], one: Found) -> list[Act]:
    """The acts with the phrase's: what was heard of the same act less surely stands with the phrase's certainty."""
    act = one.phrase.act
    assert act is not None
    confidence = SUSPECTED if act in COSTLY else SURE
    known = [a for a in acts if a.act == act]
    if any(a.confidence >= confidence for a in known):
        return acts
    return [*(a for a in acts if a.act != act), Act(act, confidence, one.start, one.end)]


def _said(text: str, language: Language) -> tuple[tuple[Token, ...], tuple[tuple[int, int], ...]]:
    """The words of a text without its signs, and where each stands in the original."""
    folded = fold(text)
    tokens = tuple(t for t in tokens_of(folded, language) if t.word[0].isalnum())
    return tokens, tuple(folded.span(t.start, t.end) for t in tokens)


@lru_cache(maxsize=16)
def _patterns(taught: Taught, language: Language) -> _Patterns:
    made = [_pattern(phrase) for phrase in taught.phrases if phrase.language == language]
    held = Counter(word for pattern in made for word in pattern.words)
    patterns = _Patterns()
    for pattern in made:
        ranked = sorted((held[word], -len(word), n) for n, word in enumerate(pattern.words))
        rarest = [place for _held, _length, place in ranked]
        for place in rarest[: pattern.slips + 1]:
            patterns.by_word.setdefault(pattern.words[place], []).append((pattern, place))
    return patterns


def _pattern(phrase: Phrase) -> _Pattern:
    tokens, _ = _said(phrase.text, phrase.language)
    words = tuple(t.word for t in tokens)
    sentences = tokens[-1].sentence - tokens[0].sentence if tokens else 0
    return _Pattern(phrase, words, sentences, min(MOST_SLIPS, len(words) // ONE_SLIP_IN))


def _same(pattern: _Pattern, tokens: tuple[Token, ...], whole: int) -> bool:
    """Whether these words are the phrase's. A single word is a phrase only where nothing else is said."""
    if len(pattern.words) == 1 and whole != 1:
        return False
    if tokens[-1].sentence - tokens[0].sentence != pattern.sentences:
        return False
    slips = pattern.slips
    for wanted, token in zip(pattern.words, tokens, strict=True):
        if wanted == token.word or (wanted[0].isdigit() and token.word[0].isdigit()):
            continue
        slips -= 1
        if slips < 0 or not _slip(wanted, token.word):
            return False
    return True


def _slip(wanted: str, word: str) -> bool:
    long = min(len(wanted), len(word)) >= LONG
    return long and Levenshtein.normalized_similarity(wanted, word) >= ALIKE


def _muted(tokens: tuple[Token, ...], start: int, stop: int, language: Language) -> bool:
    """Whether the phrase is denied, quoted within a longer reply, or said to be another's words."""
    if tokens[start].quoted and tokens[stop - 1].quoted and not all(t.quoted for t in tokens):
        return True
    piece = [t.word for t in tokens[max(0, start - REACH) : start] if t.piece == tokens[start].piece]
    return reported(piece, language) or negated(piece, language)


def as_corpus(phrases: Iterable[Phrase]) -> Iterator[dict[str, object]]:
    """The phrases that mean an act, as lines of the training corpus."""
    for phrase in phrases:
        if phrase.act is not None:
            yield {"text": phrase.text, "acts": [phrase.act.value], "country": phrase.country, "voice": "taught"}


def as_patterns(phrases: Iterable[Phrase], kind: Literal["acts", "tone"]) -> dict[str, list[str]]:
    """The phrases of one language as patterns of ``lexicons/acts.*.yaml`` or ``tone.*.yaml``, by name."""
    found: dict[str, list[str]] = {}
    for phrase in phrases:
        name = phrase.act if kind == "acts" else phrase.tone
        if name is not None:
            found.setdefault(str(name), []).append(" ".join(words_in(phrase.text, phrase.language)))
    return {name: sorted(set(lines)) for name, lines in sorted(found.items())}
