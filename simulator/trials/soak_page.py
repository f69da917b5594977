"""docs/soak.md: what the soak found, in words and tables."""

from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np

from scoring.agreement import spearman
from simulator.trials.difficulty import WEIGHTS
from simulator.trials.probe_page import probes_told, table
from simulator.trials.report import GRAVE, LIMITS
from simulator.trials.soaked import Soaked

_KINDS = {
    "endings": "endings",
    "facts": "facts",
    "own_beats": "own beats",
    "pack_beats": "pack beats",
    "rules": "rules",
}


def page(found: Sequence[Soaked]) -> Iterator[str]:
    """The page's lines."""
    yield from _head(found)
    yield from _reach(found)
    yield from _difficulty(found)
    if tried := tuple(chain.from_iterable(s.probes for s in found)):
        yield from probes_told(tried)
    yield from _faults(found)


def _head(found: Sequence[Soaked]) -> Iterator[str]:
    plays, turns = sum(s.report.plays for s in found), sum(s.report.turns for s in found)
    hunt, hunted = sum(s.length.hunt for s in found), sum(s.turns for s in found)
    seed, each = found[0].length.seed, found[0].length.plays
    yield "# Soak"
    yield ""
    yield "This page is written by `make soak WRITE=--write`; nobody edits it by hand."
    yield ""
    yield (
        f"Seeded players (seed {seed}) played {len(found)} scenarios: {each} calls each, and more where a style of"
        f" player had too few to measure by: {plays:,} calls, {turns:,} replies. Then explorers alone played"
        f" {hunt:,} calls, {hunted:,} replies, to hunt for leaks."
    )
    yield ""
    worst = [(kind, sum(s.report.count(kind) for s in found)) for kind in GRAVE]
    yield f"Found in the calls: {', '.join(f'{kind} {count}' for kind, count in worst)}."
    yield f"Found by the hunt (leaks, exceptions, calls without an end): {sum(len(s.found) for s in found)}."
    short = [s.report.scenario for s in found if s.report.short]
    limits = ", ".join(f"{_KINDS[kind]} {least:.0f} %" for kind, least in LIMITS.items())
    yield f"Short of what every scenario must reach ({limits}): {', '.join(short) or 'none'}."
    yield ""


def _reach(found: Sequence[Soaked]) -> Iterator[str]:
    yield "## Reach"
    yield ""
    yield "Share of a scenario's entries that a call came to. Own beats stand in its file, pack beats in a shared one."
    yield ""
    yield from table(("scenario", "calls", "replies", *_KINDS.values()), (_reached(s) for s in found))
    missed = list(chain.from_iterable(_missed(s) for s in found))
    yield ""
    yield "Never reached (pack beats apart, which fit some scenarios and not others):" if missed else "All was reached."
    if missed:
        yield ""
        yield from missed
    yield ""


def _reached(one: Soaked) -> tuple[object, ...]:
    shares = (f"{one.report.shares[kind].percent:.0f} %" for kind in _KINDS)
    return (one.report.scenario, one.report.plays, one.report.turns, *shares)


def _missed(one: Soaked) -> Iterator[str]:
    shares = one.report.shares
    kinds = [f"{_KINDS[k]} {', '.join(shares[k].missed)}" for k in _KINDS if shares[k].missed and k != "pack_beats"]
    if kinds:
        yield f"- {one.report.scenario}: {'; '.join(kinds)}"


def _difficulty(found: Sequence[Soaked]) -> Iterator[str]:
    declared, measured = [s.report.declared for s in found], [s.report.measured for s in found]
    weights = ", ".join(f"{style} {weight:g}" for style, weight in WEIGHTS.items())
    yield "## Difficulty"
    yield ""
    yield (
        "How often three players bring a call to a good end (1 is always). The good one listens, verifies, fits its"
        " offers and closes with care; the middling one is correct and polite, follows the book and seldom has a word"
        " for the feeling; the bad one pushes. A good end is what the scenario's good playthroughs come to; its mixed"
        f" ones count half. Measured difficulty is 1 less these rates, weighted {weights}."
    )
    yield ""
    rank = spearman(np.array(declared, float), np.array(measured, float))
    if rank is not None:
        yield f"Declared (1 to 5) against measured, over {len(found)} scenarios: Spearman {rank:.2f}."
        yield ""
    rows = sorted(found, key=lambda s: (s.report.declared, s.report.measured))
    yield from table(("scenario", "declared", "measured", "calls of each", *WEIGHTS), map(_met, rows))
    yield ""


def _met(one: Soaked) -> tuple[object, ...]:
    report, rates = one.report, [f"{s.rate:.2f}" for s in one.report.successes]
    return (report.scenario, report.declared, f"{report.measured:.2f}", min(s.plays for s in report.successes), *rates)


def _faults(found: Sequence[Soaked]) -> Iterator[str]:
    seen = [(s.report.scenario, f) for s in found for f in (*s.report.faults, *s.found)]
    if not seen:
        return
    yield "## Faults"
    yield ""
    yield "Each with how to play it again: style, country, language, the case's seed, the play's seed."
    yield ""
    for name, fault in seen[:60]:
        yield f"- {name}: {fault.kind}, turn {fault.turn} ({fault.where}): {fault.what}"
    yield ""
