"""From a call that was played without a person to the next contact with the same debtor, as an attempt goes on."""

from datetime import UTC, datetime, time

from scenarios.case import Case
from scenarios.scenario import Scenario
from simulator.earlier import Earlier
from simulator.next_contact import Next
from simulator.played import Played
from simulator.thread import continued, next_of
from simulator.view import AttemptView


def played_on(scenario: Scenario, played: Played) -> tuple[Next, Case | None, Earlier | None]:
    """When and why the account is due again, its case on that day and what the debtor remembers; without a next
    contact neither. ``scenario`` is as its author wrote it."""
    view = _as_attempt(scenario, played)
    due = next_of(view)
    return (due, *continued(view, due)) if due.on is not None else (due, None, None)


def _as_attempt(scenario: Scenario, played: Played) -> AttemptView:
    """The call as the practice would hold it: closed, nobody's, of its own day."""
    case, last = played.case, played.steps[-1].state
    return AttemptView(
        id=f"{scenario.id}-{case.seed}", owner_id="", mode="practice", phase="closed", scenario=scenario, case=case,
        country=case.country, language=case.language, seed=case.seed, on=case.on, steps=played.steps,
        follow_up=played.record.follow_up, outcome=played.record.outcome, aftermath=played.aftermath,
        ending=last.ended, disposition=last.disposition, scorecard=played.scorecard, plan=played.record.plan,
        created_at=datetime.combine(case.on, time(12), UTC), talk_began_at=None, talk_ended_at=None, closed_at=None,
        contact=played.earlier.contact if played.earlier else 1, earlier=played.earlier,
    )  # fmt: skip
