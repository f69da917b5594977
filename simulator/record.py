"""From a played call to the record that scoring judges."""

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
    followed = [day for s in steps if _does(s, DialogueAct.SCHEDULE_FOLLOWUP) for day in _days_named(s)]
    return Outcome(
        type=state.disposition or Disposition.NO_AGREEMENT,
        total=total(instalments) if instalments else None,
        instalments=instalments,
        method=_method(case, steps),
        next_date=followed[-1] if followed else None,
        beyond_authority=bool(state.beyond_authority),
    )


def _does(step: Step, act: DialogueAct) -> bool:
    return any(a["act"] == act.value for a in (step.reading or {}).get("acts", ()))


def _days_named(step: Step) -> tuple[date, ...]:
    """The days to come that the reply names, the likeliest reading of each; a bare recurrence names none."""
    dates = (step.reading or {}).get("dates", ())
    return tuple(date.fromisoformat(d["iso"][0]) for d in dates if d["iso"] and not d["past"])


def _method(case: Case, steps: Sequence[Step]) -> str | None:
    """The last of the creditor's payment channels that either side named."""
    named = None
    for step in steps:
        words = f"{step.said.text} {step.words}".casefold()
        for channel in case.creditor.channels:
            if channel.casefold() in words:
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
