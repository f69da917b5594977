"""Signs: what the phrases and the grammar found, clause by clause, as features for the model.

A sign is a name with a strength: a phrase's act or tone, a class of words, money, a day, a question; two classes in
one clause are a sign of their own. The whole reply adds what the other speaker had let be heard.
"""

import zlib
from collections.abc import Mapping, Sequence
from itertools import combinations

from scoring.reading.values import Clause, ReadingContext
from scoring.reading.view import Figures, View, view_of
from scoring.reading.voiced import find_voiced

Signs = Mapping[str, float]
MOST_PAIRED = 14
_PAIR = 0.5


def signs_of(view: View, figures: Figures) -> list[Signs]:
    """Signs of each clause, in order; the last are those of the whole reply."""
    clauses = view.clauses or (Clause(0, len(view.folded.text), "?" in view.folded.text),)
    found: list[dict[str, float]] = [{} for _ in clauses]
    for name, strength, place in _placed(view, figures):
        held = found[_clause(clauses, place)]
        held[name] = max(held.get(name, 0.0), strength)
    for held in found:
        names = sorted(n for n in held if n.startswith(("signs:", "figures:")))[:MOST_PAIRED]
        held.update({f"{a}&{b}": _PAIR for a, b in combinations(names, 2)})
    whole: dict[str, float] = {}
    for held in found:
        for name, strength in held.items():
            whole[name] = max(whole.get(name, 0.0), strength)
    return [*found, whole | _before(view) | _shape(view)]


def _placed(view: View, figures: Figures) -> list[tuple[str, float, int]]:
    """Every sign with its place in the folded text."""
    hits = [h for h in view.hits if not h.cue.name.startswith("mentions:")]
    found = [(("muted " if h.muted else "") + h.cue.name, h.cue.weight, h.start) for h in hits]
    found += [("figures:?", 1.0, t.start) for t in view.tokens if t.word == "?"]
    found += [("figures:!", 1.0, t.start) for t in view.tokens if t.word == "!"]
    money = [("figures:amount", 1.0, a.start) for a in figures.amounts]
    days = [("figures:past day" if d.past else "figures:day", 1.0, d.start) for d in figures.dates]
    counts = [(f"figures:{c.unit}", 0.7, c.start) for c in figures.counts]
    shares = [("figures:share", 0.7, p.start) for p in figures.percentages]
    offers = [(f"figures:offer {o.kind}{' if' if o.condition else ''}", 1.0, o.start) for o in figures.offers]
    return found + [
        (name, strength, view.place_of(start)) for name, strength, start in money + days + counts + shares + offers
    ]


def _clause(clauses: Sequence[Clause], place: int) -> int:
    for number, clause in enumerate(clauses):
        if place < clause.end:
            return number
    return len(clauses) - 1


def _before(view: View) -> dict[str, float]:
    """What the other had let be heard."""
    if not view.context.before:
        return {}
    before = view_of(view.context.before[:2_000], ReadingContext(language=view.language), ("voiced",))
    return {f"before {v.kind} {v.topic}": 1.0 for v in find_voiced(before)}


def _shape(view: View) -> dict[str, float]:
    length = min(len(view.tokens).bit_length(), 7)
    return {f"length {length}": 0.5}


def sign_hash(name: str) -> int:
    """The 32 bits that stand for a sign."""
    return zlib.crc32(("s" + name).encode())
