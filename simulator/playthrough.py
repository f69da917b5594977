"""Recorded calls, played again: what a scenario's playthroughs must go on doing, contact after contact."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from scenarios.case import Case
from scenarios.expressions import Condition
from scenarios.generation import generate_case
from scenarios.playthrough import EarlierCall, Expectation, LaterCall, Playthrough
from scenarios.scenario import Scenario
from scoring.reading.reader import Reader, read
from scoring.rubrics import load_rubric, rubric_ids
from scoring.transcript import AgreedInstalment
from simulator.earlier import Earlier, lasting
from simulator.next_contact import Next
from simulator.played import Played, Terms, play
from simulator.played_on import played_on
from simulator.replies import Replies, Reply
from simulator.state import Step

LEVELS = ("anger", "trust", "commitment")


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact of a playthrough: what was recorded, what came of it now, and why it came to it (none: the first)."""

    recorded: Playthrough | LaterCall
    played: Played
    due: Next | None = None


def script_of(call: Playthrough | LaterCall) -> Replies:
    """A recorded call's plan, turns and follow-up as a script."""
    replies = tuple(Reply(say=t.say or "", event=t.event or "") for t in call.turns)
    return Replies.model_validate(
        {"on": call.on, "plan": call.plan, "replies": replies, "follow_up": call.follow_up or None}
    )


def played_through(scenario: Scenario, playthrough: Playthrough, reader: Reader = read) -> Played:
    """The playthrough's own call, played to its scorecard; what stands under ``then`` is left out."""
    case = generate_case(scenario, playthrough.country, playthrough.seed, playthrough.on, playthrough.language)
    before = _brought_along(scenario, case, playthrough.earlier) if playthrough.earlier else None
    return play(scenario, case, script_of(playthrough), _terms(scenario, before, reader))


def contacts_of(scenario: Scenario, playthrough: Playthrough, reader: Reader = read) -> Iterator[Contact]:
    """The playthrough's call and those after it; it stops where the account does not go on."""
    last = played_through(scenario, playthrough, reader)
    yield Contact(playthrough, last)
    for later in playthrough.then:
        due, case, earlier = played_on(scenario, last)
        if case is None:
            return
        last = play(scenario, case, script_of(later), _terms(scenario, earlier, reader))
        yield Contact(later, last, due)


def _terms(scenario: Scenario, earlier: Earlier | None, reader: Reader) -> Terms:
    """A rubric of the installation's own is not at hand here; what a recorded call must go on doing is no score."""
    return Terms(earlier, reader, None if scenario.rubric in rubric_ids() else load_rubric())


def _brought_along(scenario: Scenario, case: Case, before: EarlierCall) -> Earlier:
    """What the author says of the contacts before; a promise was about one instalment, and due yesterday or to come."""
    day = case.budget.paydays[0] if before.promise == "due" else case.on - timedelta(days=1)
    promised = AgreedInstalment(amount=case.account.instalment, date=day)
    levels = {name: getattr(before, name) for name in LEVELS}
    left = {name: getattr(scenario.debtor, name) if value is None else value for name, value in levels.items()}
    return Earlier(
        contact=before.contact, promise=before.promise, facts=before.facts, standing=lasting(before.said),
        promised=None if before.promise == "none" else promised, **left,
    )  # fmt: skip


def failures(scenario: Scenario, playthrough: Playthrough, reader: Reader = read) -> tuple[str, ...]:
    """What behaves otherwise than the playthrough says, a line each; empty where all holds."""
    contacts = tuple(contacts_of(scenario, playthrough, reader))
    found = [
        f"contact {n}: {failure}" if n > 1 else failure
        for n, contact in enumerate(contacts, start=1)
        for failure in _failed(contact)
    ]
    missing = len(playthrough.then) + 1 - len(contacts)
    return (*found, *([f"the account does not go on: {missing} of the contacts did not take place"] if missing else ()))


def _failed(contact: Contact) -> Iterator[str]:
    recorded, played = contact.recorded, contact.played
    if isinstance(recorded, LaterCall) and contact.due is not None:
        yield from _due_otherwise(recorded, contact.due, played.case)
    if recorded.opens and recorded.opens not in played.steps[0].state.beats:
        yield f"opens with {list(played.steps[0].state.beats)}, not with '{recorded.opens}'"
    pairs = zip(recorded.turns, zip(played.steps, played.steps[1:], strict=False), strict=False)
    for number, (turn, (before, step)) in enumerate(pairs, start=1):
        for failure in _unmet(turn.expect, before, step):
            yield f"turn {number}: {failure}"
    yield from _ending(recorded, played)


def _due_otherwise(recorded: LaterCall, due: Next, case: Case) -> Iterator[str]:
    """Where the contact came for another reason, on another day or after another fate of the promise."""
    for name, now in (("on", case.on), ("why", due.why), ("promise", due.promise)):
        expected = getattr(recorded, name)
        if expected is not None and expected != now:
            yield f"{name} is {now}, expected {expected}"


def _ending(recorded: Playthrough | LaterCall, played: Played) -> Iterator[str]:
    reached, turns = played.steps[-1].state.ended, len(played.steps) - 1
    if turns < len(recorded.turns):
        yield f"the call ended after {turns} of {len(recorded.turns)} turns"
    if reached != recorded.ending:
        yield f"ends in {reached!r}, not in {recorded.ending!r}"


def _unmet(expect: Expectation, before: Step, step: Step) -> Iterator[str]:
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
    said = step.state.beats[len(before.state.beats) :]
    if unsaid := [beat for beat in expect.speaks if beat not in said]:
        yield f"speaks {list(said)}, expected {unsaid}"


class _Only:
    """A scope of one level, for bounds such as ``>= 40``."""

    def __init__(self, level: str, value: int) -> None:
        self.level, self.value = level, value

    def name(self, name: str) -> int:
        return self.value

    def call(self, function: str, argument: str) -> bool:
        return False
