"""A try judged: the real scoring of the trainee's replies in their place in the call."""

from collections.abc import Sequence

from scoring.criterion import Judgement
from scoring.reading.reader import Reader, read
from scoring.rubrics import load_rubric
from scoring.stretch import Stretch, judge_stretch
from simulator.drills.replay import Replayed
from simulator.record import call_record
from simulator.state import Step

RUBRIC = "full"
"""Holds every criterion that drills train; no total is made of it."""
PASSED = 3
"""The level from which a weakness counts as answered."""


def judge_try(replayed: Replayed, own: Sequence[Step], reader: Reader = read) -> Stretch:
    """What the trainee's own steps showed, read with ``reader``; the steps before them are context and not judged."""
    record = call_record(replayed.scenario, replayed.case, (*replayed.steps, *own), None)
    return judge_stretch(record, load_rubric(RUBRIC), since=replayed.first_own, reader=reader)


def has_passed(stretch: Stretch, criterion: str) -> bool:
    """Level 3 or more; where two replies give no level, nothing missed. Never past a gate."""
    return not stretch.grave and meets(stretch.judgement(criterion))


def meets(judgement: Judgement) -> bool:
    """Whether this judgement alone is good enough. Rules are kept by breaking none; a negotiation takes a move."""
    if judgement.level is not None:
        return judgement.level >= PASSED
    moved = judgement.criterion == "compliance" or any(f.met for f in judgement.findings)
    return moved and all(f.met for f in judgement.findings)
