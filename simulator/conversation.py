"""A conversation: the debtor's opening, then one step a reply, until an ending. Pure: no clock, no store, no screen."""

from collections.abc import Sequence

from scenarios.case import Case
from scenarios.scenario import Scenario
from scoring.transcript import CallRecord, FollowUp
from simulator.state import Said, State, Step


def opening(scenario: Scenario, case: Case) -> Step:
    """Step 0: the debtor picks up."""
    raise NotImplementedError


def respond(scenario: Scenario, case: Case, state: State, said: Said) -> Step:
    """The next step: reads what the agent said, moves the debtor, answers. Same inputs, same step."""
    raise NotImplementedError


def call_record(
    scenario: Scenario, case: Case, steps: Sequence[Step], follow_up: FollowUp | None, plan: dict[str, str] | None = None
) -> CallRecord:
    """Everything that scoring needs of a played call."""
    raise NotImplementedError
