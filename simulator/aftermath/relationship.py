"""What is left of the relationship: goodwill, and whether the debtor complains."""

from collections.abc import Sequence

from scenarios.disposition import Disposition
from scenarios.scenario import Scenario
from simulator.aftermath.assumptions import numbers
from simulator.aftermath.outcome import Instalment
from simulator.state import State

WRONGS = ("threaten", "insult", "disclose_to_third_party")
MOST_MISSED = 3


def goodwill(scenario: Scenario, state: State, story: Sequence[Instalment] = (), withdrawn: bool = False) -> int:
    """0 to 100: from trust gained or lost, anger left behind, and what became of the promises."""
    given, begun = numbers(), scenario.debtor
    moved = given.goodwill_trust * (state.trust - begun.trust) + given.goodwill_anger * (begun.anger - state.anger)
    missed = sum(not one.paid for one in story)
    if story and not missed:
        moved += given.goodwill_kept
    moved -= given.goodwill_missed * min(missed, MOST_MISSED)
    moved -= given.goodwill_withdrawn if withdrawn else 0
    return round(min(max(given.goodwill_start + moved, 0), 100))


def complains(state: State) -> bool:
    """Threatened, insulted or exposed, and left angry or hung up: the debtor files a complaint."""
    wronged = any(state.acts.get(act, 0) for act in WRONGS)
    return wronged and (state.anger >= numbers().complaint_anger or state.disposition == Disposition.HUNG_UP)
