"""What a directed player tries to bring about: a fact, a beat, an ending or a rule, as acts and a condition."""

from dataclasses import dataclass, replace
from typing import Literal

from scenarios.expressions import Condition, ExpressionError
from scenarios.scenario import Beat, Ending, Fact, Moment, Rule, Scenario
from simulator.trials.atoms import Alternative, alternatives

Kind = Literal["fact", "beat", "ending", "rule"]


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """An entry of the scenario, by kind and id."""

    kind: Kind
    id: str


@dataclass(frozen=True, slots=True)
class Want:
    """What must come together: one of the ``acts`` (any turn where there are none) while the condition holds."""

    target: Target
    acts: tuple[str, ...]
    when: Condition
    moment: Moment = "reply"
    after: tuple[str, ...] = ()

    @property
    def ways(self) -> tuple[Alternative, ...]:
        """The alternatives of the condition."""
        return alternatives(self.when)


def targets_of(scenario: Scenario) -> tuple[Target, ...]:
    """Everything that a play can reach, in the order of the file."""
    return (
        *(Target("ending", e.id) for e in scenario.endings),
        *(Target("fact", f.id) for f in scenario.facts),
        *(Target("beat", b.id) for b in scenario.beats),
        *(Target("rule", r.id) for r in scenario.rules),
    )


def want_of(scenario: Scenario, target: Target) -> Want:
    """What a target waits for. Raises ``KeyError`` where the scenario has no such entry."""
    entry = _entry(scenario, target)
    if isinstance(entry, Fact):
        return Want(target, _names(entry.reveal.acts_any), entry.reveal.when, after=entry.after)
    if isinstance(entry, Ending):
        return Want(target, (), entry.when)
    if isinstance(entry, Rule):
        return Want(target, _names(entry.acts_any), entry.when)
    return _spoken(scenario, Want(target, _names(entry.acts_any), entry.when, entry.on))


def _entry(scenario: Scenario, target: Target) -> Fact | Beat | Ending | Rule:
    lists: dict[Kind, tuple[Fact | Beat | Ending | Rule, ...]] = {
        "fact": scenario.facts, "beat": scenario.beats, "ending": scenario.endings, "rule": scenario.rules,
    }  # fmt: skip
    for entry in lists[target.kind]:
        if entry.id == target.id:
            return entry
    raise KeyError(target)


def _names(acts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(str(act) for act in acts)


def _spoken(scenario: Scenario, want: Want) -> Want:
    """A beat of the negotiation waits for the debtor's willingness too."""
    accepts, counters = scenario.debtor.accepts_when.text, scenario.debtor.counters_when.text
    needed = {
        "accept": accepts, "counter": counters, "propose": counters,
        "refuse_will": f"not ({accepts})", "refuse_means": f"not ({counters})",
    }.get(want.moment)  # fmt: skip
    if needed is None:
        return want
    try:
        return replace(want, when=Condition(f"({needed}) and ({want.when.text})"))
    except ExpressionError:
        return want
