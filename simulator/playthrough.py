"""A recorded call, played again: what a scenario's playthroughs must go on doing."""

from collections.abc import Iterator

from scenarios.expressions import Condition
from scenarios.generation import generate_case
from scenarios.scenario import Expectation, Playthrough, Scenario
from simulator.played import Played, play
from simulator.replies import Replies, Reply
from simulator.state import Step

LEVELS = ("anger", "trust", "commitment")


def script_of(playthrough: Playthrough) -> Replies:
    """The playthrough's turns as a script."""
    replies = tuple(Reply(say=t.say or "", event=t.event or "") for t in playthrough.turns)
    return Replies.model_validate(
        {"on": playthrough.on, "replies": replies, "follow_up": playthrough.follow_up or None}
    )


def played_through(scenario: Scenario, playthrough: Playthrough) -> Played:
    """The playthrough played to its scorecard."""
    case = generate_case(scenario, playthrough.country, playthrough.seed, playthrough.on, playthrough.language)
    return play(scenario, case, script_of(playthrough))


def failures(scenario: Scenario, playthrough: Playthrough) -> tuple[str, ...]:
    """What behaves otherwise than the playthrough says, a line each; empty where all holds."""
    played = played_through(scenario, playthrough)
    return (
        *(
            f"turn {number}: {failure}"
            for number, (turn, step) in enumerate(zip(playthrough.turns, played.steps[1:], strict=False), start=1)
            for failure in _unmet(turn.expect, step)
        ),
        *_ending(playthrough, played),
    )


def _ending(playthrough: Playthrough, played: Played) -> Iterator[str]:
    reached, turns = played.steps[-1].state.ended, len(played.steps) - 1
    if turns < len(playthrough.turns):
        yield f"the call ended after {turns} of {len(playthrough.turns)} turns"
    if reached != playthrough.ending:
        yield f"ends in {reached!r}, not in {playthrough.ending!r}"


def _unmet(expect: Expectation, step: Step) -> Iterator[str]:
    found = {a["act"] for a in (step.reading or {}).get("acts", ())}
    missing = [act.value for act in expect.acts if act.value not in found]
    if missing:
        yield f"acts {missing} were not read (read: {sorted(found)})"
    for level in LEVELS:
        bound, value = getattr(expect, level), getattr(step.state, level)
        if bound and not Condition(f"{level} {bound}").holds(_Only(level, value)):
            yield f"{level} is {value}, expected {bound}"
    if expect.reveals is not None and set(expect.reveals) != set(step.revealed):
        yield f"reveals {list(step.revealed)}, expected {list(expect.reveals)}"
    if expect.negotiation and expect.negotiation != step.negotiation:
        yield f"negotiation is {step.negotiation!r}, expected {expect.negotiation!r}"


class _Only:
    """A scope of one level, for bounds such as ``>= 40``."""

    def __init__(self, level: str, value: int) -> None:
        self.level, self.value = level, value

    def name(self, name: str) -> int:
        return self.value

    def call(self, function: str, argument: str) -> bool:
        return False
