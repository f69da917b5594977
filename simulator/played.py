"""A call played from written replies, to its scorecard and its aftermath."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from scenarios.case import Case
from scenarios.scenario import Scenario
from scoring.reading.reader import Reader, read
from scoring.rubric import Rubric
from scoring.rubrics import load_rubric
from scoring.scorecard import Scorecard
from scoring.scores import as_scores
from scoring.scoring import score
from scoring.transcript import CallRecord
from simulator.aftermath import Aftermath, aftermath
from simulator.answered import as_spoken
from simulator.conversation import opening, respond
from simulator.earlier import Earlier
from simulator.record import call_record
from simulator.replies import Replies
from simulator.state import Said, Step


@dataclass(frozen=True, slots=True)
class Played:
    """What came of it. ``unplayed`` counts replies that the call ended before."""

    scenario: Scenario
    case: Case
    steps: tuple[Step, ...]
    record: CallRecord
    scorecard: Scorecard
    aftermath: Aftermath
    unplayed: int = 0
    earlier: Earlier | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """How a call is played and judged: what the debtor brings along from contacts before it, who reads, and by which
    rubric; without one, by the scenario's own among those that ship."""

    earlier: Earlier | None = None
    reader: Reader = read
    rubric: Rubric | None = None


PLAIN = Terms()


def play(scenario: Scenario, case: Case, script: Replies, terms: Terms = PLAIN) -> Played:
    """The whole call: the script's replies in order until it ends or they do (then the agent ends it), scored."""
    scenario = as_spoken(scenario, None, again=terms.earlier is not None)
    waiting = [reply.said for reply in script.replies]
    steps = [opening(scenario, case, terms.earlier)]
    while waiting and not steps[-1].state.ended:
        steps.append(respond(scenario, case, steps[-1].state, waiting.pop(0), terms.reader))
    if not steps[-1].state.ended:
        steps.append(respond(scenario, case, steps[-1].state, Said(event="end")))
    return replace(judged(scenario, case, steps, script, terms), unplayed=len(waiting))


def judged(scenario: Scenario, case: Case, steps: Sequence[Step], script: Replies, terms: Terms = PLAIN) -> Played:
    """An ended call with its scorecard and its aftermath; the script gives the plan and the follow-up."""
    record = call_record(scenario, case, steps, script.follow_up, script.plan)
    if terms.earlier is not None:
        record = record.model_copy(update={"earlier": terms.earlier.contacts})
    rubric = terms.rubric or load_rubric(scenario.rubric)
    return Played(
        scenario, case, tuple(steps), record, score(record, rubric, reader=terms.reader),
        aftermath(scenario, case, steps[-1].state, script.follow_up), earlier=terms.earlier,
    )  # fmt: skip


def as_dict(played: Played) -> dict[str, Any]:
    """The exchange format of a played call: plain values, the same for the same inputs."""
    case, last = played.case, played.steps[-1].state
    return {
        "id": f"{played.scenario.id}-{case.country}-{case.language}-{case.seed}",
        "scenario": played.scenario.id,
        "version": played.scenario.version,
        "country": case.country,
        "language": case.language,
        "seed": case.seed,
        "on": case.on.isoformat(),
        "case": case.model_dump(mode="json"),
        "turns": [turn for step in played.steps for turn in _turns(step)],
        "ending": last.ended,
        "disposition": last.disposition,
        "unplayed": played.unplayed,
        "aftermath": played.aftermath.model_dump(mode="json"),
        "record": played.record.model_dump(mode="json", exclude={"case", "transcript"}),
        "scorecard": as_scores(played.scorecard),
    }


def _turns(step: Step) -> Sequence[dict[str, Any]]:
    agent = {"who": "agent", "text": step.said.text, "event": step.said.event, "reading": step.reading}
    debtor = {
        "who": "debtor",
        "text": step.words,
        "state": step.state.model_dump(mode="json", include={"anger", "trust", "commitment", "phase", "facts"}),
        "changes": [c.model_dump(mode="json") for c in step.changes],
        "revealed": list(step.revealed),
        "negotiation": step.negotiation,
    }
    return [debtor] if step.number == 0 else [agent, debtor]
