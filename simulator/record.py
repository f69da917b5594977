"""From a played call to the record that scoring judges."""

import re
from collections.abc import Sequence
from datetime import date

from scenarios.acts import DialogueAct
from scenarios.case import Case
from scenarios.disposition import Disposition
from scenarios.scenario import Scenario
from scenarios.values import localized
from scoring.transcript import CallRecord, FollowUp, MustRecord, Outcome, Transcript, Turn
from simulator.negotiation import total
from simulator.state import State, Step


def call_record(
    scenario: Scenario,
    case: Case,
    steps: Sequence[Step],
    follow_up: FollowUp | None,
    plan: dict[str, str] | None = None,
) -> CallRecord:
    """Everything that scoring needs of a played call."""
    state = steps[-1].state
    return CallRecord(
        language=case.language, country=case.country, on=case.on, case=case,
        transcript=transcript(steps), outcome=outcome(case, steps),
        must_record=_must_record(scenario, case, state), follow_up=follow_up, plan=plan or {},
        events=tuple(s.said.event for s in steps if s.said.event),
        balance=case.account.balance, currency=case.account.currency,
    )  # fmt: skip


def transcript(steps: Sequence[Step]) -> Transcript:
    """The utterances in order, numbered from 1; silences and events leave none."""
    spoken = [
        (who, text.strip())
        for step in steps
        for who, text in (("agent", step.said.text), ("debtor", step.words))
        if text.strip()
    ]
    return Transcript(
        turns=tuple(Turn.model_validate({"number": n, "who": w, "text": t}) for n, (w, t) in enumerate(spoken, start=1))
    )


def outcome(case: Case, steps: Sequence[Step]) -> Outcome:
    """What came of the talk, from the talk alone."""
    state = steps[-1].state
    agreed = state.agreement
    instalments = agreed.instalments if agreed else ()
    followed = [day for step in steps for day in _days_of_follow_up(step) if day > case.on]
    return Outcome(
        type=state.disposition or Disposition.NO_AGREEMENT,
        total=total(instalments) if instalments else None,
        instalments=instalments,
        method=_method(case, steps),
        next_date=followed[-1] if followed else None,
        days_named=tuple(sorted({day for step in steps for day in _days_to_come(step)})),
        beyond_authority=bool(state.beyond_authority),
    )


def _days_to_come(step: Step) -> tuple[date, ...]:
    """The days that a reply names and that lie ahead, in every reading."""
    dates = (step.reading or {}).get("dates", ())
    return tuple(date.fromisoformat(day) for d in dates if not d["past"] for day in d["iso"])


def _days_of_follow_up(step: Step) -> tuple[date, ...]:
    """The days to come that the agent names where the next contact is fixed, the likeliest reading of each."""
    reading = step.reading or {"acts": (), "dates": ()}
    places = [a for a in reading["acts"] if a["act"] == DialogueAct.SCHEDULE_FOLLOWUP.value]
    return tuple(
        date.fromisoformat(d["iso"][0])
        for d in reading["dates"]
        if d["iso"] and not d["past"] and any(p["start"] < d["end"] and d["start"] < p["end"] for p in places)
    )


def _method(case: Case, steps: Sequence[Step]) -> str | None:
    """The last of the creditor's payment channels that either side named."""
    named = None
    for step in steps:
        words = f"{step.said.text} {step.words}"
        for channel in case.creditor.channels:
            if re.search(rf"\b{re.escape(channel)}\b", words, re.IGNORECASE):
                named = channel
    return named


def _must_record(scenario: Scenario, case: Case, state: State) -> tuple[MustRecord, ...]:
    return tuple(
        MustRecord(
            id=fact.id,
            label=localized(fact.label, case.language, case.country) or fact.id,
            words=localized(fact.words, case.language, case.country) or (),
        )
        for fact in scenario.facts
        if fact.id in scenario.follow_up.must_record and fact.id in state.facts
    )
