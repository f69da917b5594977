"""Cue expressions: phrases that show an act, a tone or a feeling, matched word by word in one pass.

A pattern is a line of words, matched whole within one sentence:

- ``(a|b c)`` one of these; ``[a|b]`` one of these or nothing
- ``disculp*`` any word that begins so; ``_`` any one word; ``...`` up to three words
- ``? `` in front: only in a question; ``^ `` only where a sentence or comma piece begins; ``! `` also where negated
- `` @0.6`` behind: how strongly it speaks (0 to 1; 0.9 where nothing is said); `` @certain`` is beyond doubt

Words are folded: no accents, no apostrophes (``dont``), lower case, typing short forms written out.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from scoring.reading.negation import REACH, negated, reported
from scoring.reading.normalise import fold
from scoring.reading.words import Token

GAP = 3
MOST_REMEMBERED = 5_000
"""Words of which a state remembers where they lead."""
USUAL = 0.9
CERTAIN = 1.0
_PIECE = re.compile(r"[()\[\]|]|[^\s()\[\]|]+")
_WEIGHT = re.compile(r"\s*@(certain|[\d.]+)\s*$")


class CueError(ValueError):
    """A pattern that cannot be read; the message names it and what would do."""


@dataclass(frozen=True, slots=True)
class Cue:
    """What a phrase shows: ``name`` is an act, tone or topic; ``weight`` 0 to 1, 1 is beyond doubt."""

    name: str
    weight: float
    question: bool = False
    opening: bool = False
    despite_negation: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found. ``muted`` where it is negated, quoted or another's words. Places are of the folded text."""

    cue: Cue
    start: int
    end: int
    muted: bool


@dataclass(slots=True)
class _Node:
    """A place in the patterns. ``words`` and ``stems`` lead on by a word, ``free`` by nothing, ``skips`` past words."""

    words: dict[str, list["_Node"]] = field(default_factory=dict)
    stems: dict[str, list["_Node"]] = field(default_factory=dict)
    sizes: tuple[int, ...] = ()
    any_word: list["_Node"] = field(default_factory=list)
    free: list["_Node"] = field(default_factory=list)
    skips: int = 0
    cues: tuple[Cue, ...] = ()


@dataclass(slots=True)
class _State:
    """All places in the patterns that words so far can have led to, with how many words each may still pass over.

    Where a word leads is worked out once and remembered (a finite automaton that is built as it is used).
    """

    places: tuple[tuple[_Node, int], ...]
    cues: tuple[Cue, ...]
    known: dict[str, "_State | None"] = field(default_factory=dict)

    def after(self, word: str) -> "_State | None":
        """The state behind a word; ``None`` where it leads nowhere."""
        if word in self.known:
            return self.known[word]
        state = _state(self._led(word))
        if len(self.known) < MOST_REMEMBERED:
            self.known[word] = state
        return state

    def _led(self, word: str) -> Iterator[tuple[_Node, int]]:
        for node, skips in self.places:
            if skips:
                yield node, skips - 1
            for reached in (*node.words.get(word, ()), *node.any_word):
                yield reached, reached.skips
            for size in node.sizes:
                if len(word) >= size:
                    yield from ((n, n.skips) for n in node.stems.get(word[:size], ()))


def _state(places: Iterable[tuple[_Node, int]]) -> _State | None:
    furthest: dict[int, tuple[_Node, int]] = {}
    for node, skips in places:
        if id(node) not in furthest or furthest[id(node)][1] < skips:
            furthest[id(node)] = (node, skips)
    if not furthest:
        return None
    cues = dict.fromkeys(cue for node, _ in furthest.values() for cue in node.cues)
    return _State(tuple(furthest.values()), tuple(cues))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Patterns of one language, ready to be matched."""

    language: str
    start: _State

    def hits(self, tokens: Sequence[Token], asked: Mapping[int, bool]) -> tuple[Hit, ...]:
        """Every phrase found, in order of place. ``asked`` says which sentences are questions."""
        found: dict[tuple[Cue, int], Hit] = {}
        for at in range(len(tokens)):
            for stop, cue in _walk(self.start, tokens, at):
                if (cue.question and not asked.get(tokens[at].sentence)) or (cue.opening and not _opens(tokens, at)):
                    continue
                hit = Hit(cue, tokens[at].start, tokens[stop - 1].end, self._muted(tokens, at, stop, cue))
                known = found.get((cue, at))
                if known is None or known.end < hit.end:
                    found[cue, at] = hit
        return tuple(found.values())

    def _muted(self, tokens: Sequence[Token], at: int, stop: int, cue: Cue) -> bool:
        if tokens[at].quoted and tokens[stop - 1].quoted and not all(t.quoted for t in tokens):
            return True
        piece = [t.word for t in tokens[max(0, at - REACH) : at] if t.piece == tokens[at].piece and t.word not in "?!"]
        return reported(piece, self.language) or (not cue.despite_negation and negated(piece, self.language))


def _opens(tokens: Sequence[Token], at: int) -> bool:
    return at == 0 or tokens[at - 1].piece != tokens[at].piece


def _walk(start: _State, tokens: Sequence[Token], at: int) -> list[tuple[int, Cue]]:
    """Every cue that a phrase beginning at a word ends on, with the place after its last word."""
    found: list[tuple[int, Cue]] = []
    state: _State | None = start
    for place in range(at, len(tokens)):
        state = state.after(tokens[place].word) if state and tokens[place].sentence == tokens[at].sentence else None
        if state is None:
            break
        found += [(place + 1, cue) for cue in state.cues]
    return found


def lexicon_of(language: str, patterns: Mapping[str, Iterable[str]]) -> Lexicon:
    """A lexicon from patterns by name; a pattern that cannot be read raises ``CueError``."""
    root = _Node()
    for name, lines in patterns.items():
        for line in lines:
            _add(root, name, str(line))
    _settle(root)
    return Lexicon(language, _State(((root, 0),), ()))


def _add(root: _Node, name: str, line: str) -> None:
    weight, text = USUAL, line
    if match := _WEIGHT.search(line):
        text = line[: match.start()]
        weight = CERTAIN if match[1] == "certain" else float(match[1])
    flags = {"?": False, "^": False, "!": False}
    while len(text) > 1 and text[0] in flags and text[1] == " ":
        flags[text[0]] = True
        text = text[2:]
    cue = Cue(name, weight, flags["?"], flags["^"], flags["!"])
    pieces = _PIECE.findall(fold(text).text)
    ends, rest = _alternatives(pieces, 0, "", [root])
    if rest != len(pieces) or not pieces or root in ends:
        raise CueError(f"the pattern {line!r} cannot be read; close every bracket, and let some word always stand")
    for node in ends:
        node.cues = (*node.cues, cue)


def _alternatives(pieces: Sequence[str], at: int, close: str, start: list[_Node]) -> tuple[list[_Node], int]:
    """Lay the pieces from ``start`` to the closing bracket; the nodes they end on, and the place after."""
    done: list[_Node] = []
    current = start
    while at < len(pieces) and pieces[at] not in (")", "]"):
        piece = pieces[at]
        at += 1
        if piece == "|":
            done += current
            current = start
        elif piece in ("(", "["):
            inner, at = _alternatives(pieces, at, ")" if piece == "(" else "]", current)
            current = [_joined(inner), *current] if piece == "[" else [_joined(inner)]
        else:
            current = [_laid(current, piece)]
    if close:
        if at >= len(pieces) or pieces[at] != close:
            raise CueError(f"a {close!r} is missing in {' '.join(pieces)!r}")
        at += 1
    return done + current, at


def _joined(ends: list[_Node]) -> _Node:
    if len(ends) == 1:
        return ends[0]
    join = _Node()
    for node in ends:
        node.free.append(join)
    return join


def _laid(before: list[_Node], word: str) -> _Node:
    node = _Node(skips=GAP if word == "..." else 0)
    for start in before:
        if word == "...":
            start.free.append(node)
        elif word == "_":
            start.any_word.append(node)
        elif word.endswith("*"):
            start.stems.setdefault(word[:-1], []).append(node)
        else:
            start.words.setdefault(word, []).append(node)
    return node


def _settle(root: _Node) -> None:
    """Lead every edge straight to where ``free`` would have led, and note at every node how long its stems are."""
    seen: set[int] = set()
    stack = [root]
    while stack:
        node = stack.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        node.sizes = tuple(sorted({len(stem) for stem in node.stems}))
        for following in (*node.words.values(), *node.stems.values(), node.any_word):
            following[:] = _reached(following)
            stack.extend(following)


def _reached(nodes: Sequence[_Node]) -> list[_Node]:
    """The nodes and all that lies behind them by nothing, less those that only lead on."""
    found: dict[int, _Node] = {}
    stack = list(nodes)
    while stack:
        node = stack.pop()
        if id(node) not in found:
            found[id(node)] = node
            stack.extend(node.free)
    return [n for n in found.values() if n.cues or n.words or n.stems or n.any_word]
