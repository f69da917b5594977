"""A call beside the call that was tried differently: where they part, and what came of either. Pure."""

from typing import Literal

from scenarios.values import Frozen
from scoring.rubric import Rubric
from scoring.scorecard import Scorecard
from simulator.record import transcript
from simulator.state import Step
from simulator.view import AttemptView

Mood = Literal["anger", "trust", "commitment"]
MOODS: tuple[Mood, ...] = ("anger", "trust", "commitment")


WRITTEN = frozenset({"documented_follow_up"})
"""Criteria of what is written after the talk."""


class CriterionChange(Frozen):
    """A criterion's level (0 to 4) in either call; ``None`` where it was not assessed."""

    criterion: str
    before: int | None
    after: int | None


class Comparison(Frozen):
    """Both branches. ``turn`` is the first step in which they differ; a branch holds its own steps from there on.

    ``mood`` is what the two replies at the parting did to the debtor, in points, by level. ``criteria`` and
    ``comparable`` need both calls scored under one version of one rubric. Only what was said is compared: the
    follow-up of the other try may be left empty. ``talk`` is what was said in either, 0 to 100.
    """

    turn: int
    heard: str
    origin: tuple[Step, ...]
    fork: tuple[Step, ...]
    mood: dict[str, tuple[int, int | None]]
    criteria: tuple[CriterionChange, ...]
    comparable: bool
    talk: tuple[float | None, float | None] = (None, None)

    @property
    def better(self) -> tuple[str, ...]:
        """The criteria that gained a level or more."""
        return tuple(c.criterion for c in self.criteria if _levels(c) > 0)

    @property
    def worse(self) -> tuple[str, ...]:
        """The criteria that lost a level or more."""
        return tuple(c.criterion for c in self.criteria if _levels(c) < 0)


def compare(origin: AttemptView, fork: AttemptView, rubric: Rubric | None = None) -> Comparison:
    """The two calls. ``fork`` must part from ``origin``. Without the ``rubric`` of both, the criteria weigh alike."""
    assert fork.forked_from == origin.id
    assert fork.forked_turn is not None
    turn = fork.forked_turn
    one, other = origin.scorecard, fork.scorecard
    same = bool(one and other and (one.rubric, one.rubric_version) == (other.rubric, other.rubric_version))
    return Comparison(
        turn=turn, heard=origin.steps[turn - 1].words, origin=origin.steps[turn:], fork=fork.steps[turn:],
        mood={level: (_moved(origin, turn, level) or 0, _moved(fork, turn, level)) for level in MOODS},
        criteria=_criteria(origin, fork) if same else (), comparable=same,
        talk=(_talk(one, rubric), _talk(other, rubric)) if one and other and same else (None, None),
    )  # fmt: skip


def first_line(view: AttemptView, turn: int) -> int:
    """The number, in the transcript, of the first utterance of step ``turn``."""
    return len(transcript(view.steps[:turn]).turns) + 1


def _talk(card: Scorecard, rubric: Rubric | None) -> float | None:
    """The weighted mean of what was assessed in the talk, 0 to 100; ``None`` where nothing was."""
    weights: dict[str, int] = {c.criterion: c.weight for c in rubric.criteria} if rubric else {}
    said = [j for j in card.judgements if j.criterion not in WRITTEN and j.score is not None]
    whole = sum(weights.get(j.criterion, 1) for j in said)
    points = sum(weights.get(j.criterion, 1) * (j.score or 0) for j in said)
    return points / whole * 25 if whole else None


def _levels(change: CriterionChange) -> int:
    return 0 if change.before is None or change.after is None else change.after - change.before


def _moved(view: AttemptView, turn: int, level: Mood) -> int | None:
    if len(view.steps) <= turn:
        return None
    before, after = view.steps[turn - 1].state, view.steps[turn].state
    points: int = getattr(after, level) - getattr(before, level)
    return points


def _criteria(origin: AttemptView, fork: AttemptView) -> tuple[CriterionChange, ...]:
    assert origin.scorecard is not None
    assert fork.scorecard is not None
    after = {j.criterion: j.level for j in fork.scorecard.judgements}
    return tuple(
        CriterionChange(criterion=j.criterion, before=j.level, after=after.get(j.criterion))
        for j in origin.scorecard.judgements
        if j.criterion not in WRITTEN
    )
