"""The level of the follow-up, from its fields."""

from scoring.criterion import Judgement
from scoring.scorecard import FieldCheck
from scoring.transcript import CallRecord

NAME = "documented_follow_up"


def judge_follow_up(call: CallRecord) -> tuple[Judgement, tuple[FieldCheck, ...]]:
    """The judgement of note and form, and the check of each field."""
    return Judgement(criterion=NAME, why_not="-"), ()
