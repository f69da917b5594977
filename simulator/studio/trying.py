"""A scenario played by its author, from a text that may still change: the steps are made anew from what was done."""

from dataclasses import dataclass
from functools import lru_cache

from scenarios.case import Case
from scenarios.generation import generate_case
from scenarios.problem import ScenarioError
from scenarios.scenario import Scenario
from scoring.reading.reader import Reader, reader_with
from scoring.reading.taught import NOTHING, Taught
from simulator.conversation import opening, respond
from simulator.state import Said, State, Step
from simulator.studio import checking
from simulator.studio.kept import StateSet, Tried, TriedMove


@dataclass(frozen=True, slots=True)
class Played:
    """What came of it. ``by_hand`` are the numbers of the steps after which the state was set by hand."""

    scenario: Scenario
    case: Case
    steps: tuple[Step, ...]
    by_hand: frozenset[int] = frozenset()

    @property
    def language(self) -> str:
        """The language of the call."""
        return self.case.language

    @property
    def state(self) -> State:
        """Where the debtor stands."""
        return self.steps[-1].state

    @property
    def over(self) -> bool:
        """Whether the call has ended."""
        return self.state.ended is not None

    @property
    def recordable(self) -> bool:
        """Whether it can be kept as a recorded call: played to an end, and nothing set by hand."""
        return self.over and not self.by_hand and len(self.steps) > 1


@lru_cache(maxsize=256)
def played(text: str, tried: Tried, also: Taught = NOTHING) -> Played | None:
    """The talk so far; ``None`` where the text cannot be played, or not in that country and language.

    ``also`` is what the reader was taught. What was done before is not read again while the text stays as it is.
    """
    if tried.moves:
        before = played(text, tried.model_copy(update={"moves": tried.moves[:-1]}), also)
        return before and _moved(before, tried.moves[-1], reader_with(also))
    scenario = checking.scenario_of(text)
    if scenario is None:
        return None
    try:
        case = generate_case(scenario, tried.country, tried.seed, tried.on, tried.language)
        return Played(scenario, case, (opening(scenario, case),))
    except ScenarioError:
        return None


def _moved(before: Played, move: TriedMove, reader: Reader) -> Played:
    """After one more move; an ended call stays as it is."""
    if before.over:
        return before
    if move.set is not None:
        last = before.steps[-1]
        steps = (*before.steps[:-1], last.model_copy(update={"state": with_state(last.state, move.set)}))
        return Played(before.scenario, before.case, steps, before.by_hand | {last.number})
    said = Said(text=move.say, event=move.event)
    step = respond(before.scenario, before.case, before.state, said, reader)
    return Played(before.scenario, before.case, (*before.steps, step), before.by_hand)


def with_state(state: State, given: StateSet) -> State:
    """The state with what was set by hand."""
    return state.model_copy(update={k: v for k, v in given.model_dump().items() if v is not None})
