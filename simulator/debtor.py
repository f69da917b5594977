"""The debtor: what moves their anger, trust and commitment, which facts come out, which words are chosen."""

import hashlib
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from scenarios.acts import COSTLY, OFFERS, DialogueAct
from scenarios.case import Case
from scenarios.expressions import Value
from scenarios.scenario import Beat, Fact, Moment, Rule, Scenario
from scenarios.values import localized
from simulator.state import Change, State

MOST_PER_TURN = 35
"""The most that one level moves in one turn, in points, however many rules fire."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What a condition may ask of: the state, the case, and what is happening in this turn."""

    state: State
    case: Case
    acts: frozenset[DialogueAct]
    last: frozenset[DialogueAct] = frozenset()
    event: str = ""
    noticed: frozenset[str] = frozenset()
    irritability: float = 0.5
    revealed: tuple[str, ...] = ()

    def name(self, name: str) -> Value:
        """The value of a documented name."""
        return _VALUES[name](self)

    def call(self, function: str, argument: str) -> bool:
        """The truth of a documented function."""
        if function == "fact":
            return argument in self.state.facts
        if function == "known":
            return argument in self.state.facts and argument not in self.revealed
        if function == "beat":
            return argument in self.state.beats
        if function == "said":
            return argument in self.state.acts
        return any(a.value == argument for a in self.acts)


def _theirs(state: State) -> bool:
    """Whether what stands was proposed by the debtor, who proposes to pay all that is owed."""
    return state.standing is not None and state.standing.by == "debtor"


_VALUES: dict[str, Callable[[Scene], Value]] = {
    "anger": lambda s: s.state.anger,
    "trust": lambda s: s.state.trust,
    "commitment": lambda s: s.state.commitment,
    "phase": lambda s: s.state.phase,
    "turn": lambda s: s.state.turn,
    "agreement": lambda s: s.state.agreement is not None,
    "instalments": lambda s: len(s.state.agreement.instalments) if s.state.agreement else 0,
    "offers": lambda s: s.state.offers,
    "refusals": lambda s: s.state.refusals,
    "proposes": lambda s: _theirs(s.state) and not s.state.agreement,
    "all_at_once": lambda s: _theirs(s.state) and len(s.state.standing.instalments if s.state.standing else ()) == 1,
    "unclear": lambda s: s.state.unclear,
    "silences": lambda s: s.state.silences,
    "contact": lambda s: s.state.contact,
    "promise": lambda s: s.state.promise,
    "interrupted": lambda s: "interrupted" in s.noticed,
    "contradicted": lambda s: "contradicted" in s.noticed,
    "unanswered": lambda s: "unanswered" in s.noticed,
    "irritability": lambda s: round(s.irritability * 100),
    "country": lambda s: s.case.country,
    "channel": lambda s: s.case.channel,
    "days_past_due": lambda s: s.case.account.days_past_due,
    "event": lambda s: s.event,
    "verified": lambda s: DialogueAct.VERIFY_IDENTITY in s.state.acts,
}
"""How each name that conditions know is read; the vocabulary itself stands in ``scenarios.expressions.NAMES``."""


def feel(scenario: Scenario, scene: Scene) -> tuple[State, tuple[Change, ...]]:
    """Every rule that fires moves the levels, in the order of the file; each at most as often as it says."""
    state, changes = scene.state, []
    moved = {"anger": 0, "trust": 0, "commitment": 0}
    for rule in _firing(scenario.rules, scene):
        state = state.model_copy(update={"fired": {**state.fired, rule.id: state.fired.get(rule.id, 0) + 1}})
        for level, by in _effect(rule, scenario.debtor.irritability):
            step = _within(moved[level] + by, MOST_PER_TURN) - moved[level]
            before = getattr(state, level)
            after = min(max(before + step, 0), 100)
            moved[level] += step
            if after != before:
                state = state.model_copy(update={level: after})
                changes.append(Change(what=level, by=after - before, cause=_cause(rule, scene)))
    return state, tuple(changes)


def _firing(rules: Iterable[Rule], scene: Scene) -> Iterable[Rule]:
    for rule in rules:
        touched = not rule.acts_any or scene.acts.intersection(rule.acts_any)
        if touched and scene.state.fired.get(rule.id, 0) < rule.at_most and rule.when.holds(scene):
            yield rule


def _effect(rule: Rule, irritability: float) -> Iterable[tuple[str, int]]:
    """An irritable debtor's anger rises more: by half at 0, by one and a half at 1."""
    anger = round(rule.do.anger * (0.5 + irritability)) if rule.do.anger > 0 else rule.do.anger
    return (("anger", anger), ("trust", rule.do.trust), ("commitment", rule.do.commitment))


def _within(value: int, most: int) -> int:
    return min(max(value, -most), most)


def _cause(rule: Rule, scene: Scene) -> str:
    """The rule's own words; else the acts that set it off."""
    words = localized(rule.why, scene.case.language, scene.case.country)
    return words or ", ".join(a.value for a in rule.acts_any if a in scene.acts) or rule.id


def revealed_fact(facts: Sequence[Fact], scene: Scene) -> Fact | None:
    """The first fact not yet told whose chain, acts and condition now hold."""
    known = set(scene.state.facts)
    for fact in facts:
        ready = fact.id not in known and known.issuperset(fact.after)
        if ready and scene.acts.intersection(fact.reveal.acts_any) and fact.reveal.when.holds(scene):
            return fact
    return None


def choose_beat(
    scenario: Scenario,
    moment: Moment,
    scene: Scene,
    ignoring: frozenset[DialogueAct] = frozenset(),
    can_say: Callable[[str], bool] = lambda line: True,
) -> tuple[Beat, str] | None:
    """The most specific beat that holds at the moment, fresh words first, least recently used first; with its line.

    Acts in ``ignoring`` do not call a beat forth: something else in the answer speaks to them already. A line that
    ``can_say`` turns down, for want of a value to name, is left out.
    """
    candidates = [b for b in scenario.beats if b.on == moment and _holds(b, scene, ignoring)]
    ranked = sorted(candidates, key=lambda b: _rank(b, scene, ignoring))
    for beat in ranked:
        said = localized(beat.say, scene.case.language, scene.case.country) or ()
        lines = [line for line in said if can_say(line)]
        if lines:
            return beat, choose_line(lines, beat.id, scene)
    return None


def _holds(beat: Beat, scene: Scene, ignoring: frozenset[DialogueAct]) -> bool:
    if beat.once and beat.id in scene.state.beats:
        return False
    if beat.acts_any and not (scene.acts - ignoring).intersection(beat.acts_any):
        return False
    if ignoring and not beat.acts_any and beat.on == "reply":
        return False
    return beat.when.holds(scene)


def _rank(beat: Beat, scene: Scene, ignoring: frozenset[DialogueAct]) -> tuple[bool, int, int]:
    matched = (scene.acts - ignoring).intersection(beat.acts_any)
    lines = localized(beat.say, scene.case.language, scene.case.country) or ()
    stale = all(line in scene.state.lines for line in lines)
    specific = beat.when.terms + 2 * bool(matched) + 4 * bool(matched & COSTLY) + bool(matched & scene.last)
    spoken = [at for at, b in enumerate(scene.state.beats) if b == beat.id]
    return (stale, -specific, spoken[-1] if spoken else -1)


def choose_line(lines: Sequence[str], purpose: str, scene: Scene) -> str:
    """One of the lines: among those spoken least often in this call, drawn from the case's seed."""
    counts = [scene.state.lines.count(line) for line in lines]
    fresh = [line for line, n in zip(lines, counts, strict=True) if n == min(counts)]
    return stream(scene.case.seed, purpose, scene.state.turn).choice(fresh)


def stream(seed: int, purpose: str, turn: int) -> random.Random:
    """A random stream of its own for each purpose and turn, so that one draw never moves another."""
    digest = hashlib.sha256(f"{seed}:{purpose}:{turn}".encode()).digest()
    return random.Random(int.from_bytes(digest[:8], "big"))


SPOKEN_TO_BY_NEGOTIATION = OFFERS | {
    DialogueAct.ASK_COMMITMENT,
    DialogueAct.ASK_CAPACITY,
    DialogueAct.RECAP,
    DialogueAct.ACCEPT_PROPOSAL,
    DialogueAct.DECLINE_PROPOSAL,
    DialogueAct.STATE_DEBT,
    DialogueAct.CHECK_UNDERSTANDING,
    DialogueAct.EDUCATE,
}
"""Acts that the negotiation's own words answer."""
