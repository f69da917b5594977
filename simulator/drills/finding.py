"""Telling moments of a scenario's recorded calls: where the debtor says something that asks for a skill."""

from collections.abc import Iterator

from scenarios.playthrough import Playthrough
from scenarios.scenario import Scenario
from scoring.moments import Moment, moments
from simulator.drills.drill import REPLIES, Drill
from simulator.drills.judging import has_passed, judge_try
from simulator.drills.kinds import kinds
from simulator.drills.replay import Replayed, replay
from simulator.playthrough import played_through
from simulator.state import Step


def moments_of(scenario: Scenario) -> tuple[Drill, ...]:
    """The drills that a scenario's playthroughs hold, at most one a playthrough, criterion and kind.

    Calls that were handled badly are left out, and so are scenarios with a word of support to the trainee: those are
    for whole calls. In a call recorded as good, the replies recorded there must pass: what is asked can be done.
    """
    if scenario.care:
        return ()
    told = [p for p in scenario.playthroughs if not p.name.startswith("bad")]
    return tuple(drill for played in told for drill in _of(scenario, played))


def _of(scenario: Scenario, played: Playthrough) -> Iterator[Drill]:
    call = played_through(scenario, played)
    every, done = moments(call.record), set[tuple[str, str]]()
    cut = {m.turn.text: n for n, m in enumerate(every)}
    for turn, step in enumerate(call.steps[:-REPLIES]):
        follows = call.steps[turn + 1]
        at = cut.get(follows.said.text.strip())
        if at is None or step.state.settled or step.state.ended:
            continue
        for drill in _at(scenario, played, turn, every[: at + 1], step):
            if drill.weakness not in done and _can_be_done(scenario, drill, call.steps[turn + 1 : turn + 1 + REPLIES]):
                done.add(drill.weakness)
                yield drill


def _at(scenario: Scenario, played: Playthrough, turn: int, so_far: tuple[Moment, ...], step: Step) -> Iterator[Drill]:
    for criterion, kind in kinds(so_far, step).items():
        yield Drill(
            scenario=scenario.id, playthrough=played.name, turn=turn, criterion=criterion, kind=kind,
            country=played.country, language=played.language, difficulty=scenario.difficulty,
        )  # fmt: skip


def _can_be_done(scenario: Scenario, drill: Drill, recorded: tuple[Step, ...]) -> bool:
    replayed: Replayed | None = replay(scenario, drill)
    if replayed is None:
        return False
    if not drill.playthrough.startswith("good"):
        return True
    return has_passed(judge_try(replayed, recorded), drill.criterion)
