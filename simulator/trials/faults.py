"""What goes wrong in a play, seen from outside: leaks, lines said twice, standstill, calls without an end."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from scenarios.acts import DialogueAct
from scenarios.scenario import Fact
from scenarios.values import localized
from simulator.debtor import Scene
from simulator.state import State, Step
from simulator.trials.playing import Trial

Kind = Literal["leak", "exception", "repetition", "stuck", "endless"]
BRIEF = 14
"""A call of so many turns must not say the same line twice."""
SAME_ANSWERS = 3
"""So many identical answers in a row are a standstill."""
STYLES_THAT_LISTEN = frozenset({"good", "middling", "bad"})
"""Whoever plays like a person must hear no line twice; whoever presses the same button ten times may."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing found in a play. ``what`` is the line or the fact, ``where`` how to play it again."""

    kind: Kind
    what: str
    turn: int
    where: str


def faults_of(trial: Trial) -> tuple[Fault, ...]:
    """Everything wrong with a play, in the order of its turns."""
    found = (*_broken(trial), *_leaks(trial), *_repetitions(trial), *_standstill(trial))
    return tuple(sorted(found, key=lambda f: (f.turn, f.kind)))


def _broken(trial: Trial) -> Iterator[Fault]:
    if trial.error:
        yield Fault("exception", trial.error, len(trial.steps), trial.label)
    elif not trial.steps[-1].state.ended:
        yield Fault("endless", f"no end after {len(trial.steps) - 1} replies", len(trial.steps) - 1, trial.label)


def _leaks(trial: Trial) -> Iterator[Fault]:
    """Facts told though their condition did not hold, and words of facts that were never told."""
    facts = {fact.id: fact for fact in trial.scenario.facts}
    earlier = trial.steps[0].state if trial.steps else None
    for step in trial.steps[1:]:
        assert earlier is not None
        fresh = [name for name in step.state.facts if name not in earlier.facts]
        for name in fresh:
            if not _allowed(facts[name], earlier, step, trial):
                yield Fault("leak", name, step.number, trial.label)
        for name in _worded(facts.values(), step, earlier, trial):
            yield Fault("leak", f"{name}: its words were said", step.number, trial.label)
        earlier = step.state


def _allowed(fact: Fact, before: State, step: Step, trial: Trial) -> bool:
    """Judged anew from what was heard and the debtor's levels: the chain, one of the acts, the condition."""
    acts = _heard(before, step.state)
    levels = {name: getattr(step.state, name) for name in ("anger", "trust", "commitment")}
    counted = {"turn": step.state.turn, "acts": step.state.acts, "unclear": step.state.unclear}
    state = before.model_copy(update={**levels, **counted, "silences": step.state.silences})
    scene = Scene(state, trial.case, acts, event=step.said.event, irritability=trial.scenario.debtor.irritability)
    chained = set(fact.after) <= set(before.facts)
    return chained and bool(acts.intersection(fact.reveal.acts_any)) and fact.reveal.when.holds(scene)


def _heard(before: State, after: State) -> frozenset[DialogueAct]:
    """The acts that the debtor let pass for heard: those counted in this turn. The reading holds doubtful ones too."""
    return frozenset(DialogueAct(name) for name, times in after.acts.items() if times > before.acts.get(name, 0))


def _worded(facts: object, step: Step, before: State, trial: Trial) -> Iterator[str]:
    """Facts whose lines are among what was said in this turn without their being known."""
    said = step.state.lines[len(before.lines) :]
    for fact in facts:  # type: ignore[attr-defined]
        own = localized(fact.say, trial.case.language, trial.case.country) or ()
        if fact.id not in step.state.facts and any(line in own for line in said):
            yield fact.id


def _repetitions(trial: Trial) -> Iterator[Fault]:
    """A line said twice within a brief call."""
    if not trial.steps or trial.style not in STYLES_THAT_LISTEN:
        return
    seen: dict[str, int] = {}
    spoken = 0
    for step in trial.steps[: BRIEF + 1]:
        for line in step.state.lines[spoken:]:
            if line in seen:
                yield Fault("repetition", line, step.number, trial.label)
            seen[line] = step.number
        spoken = len(step.state.lines)


def _standstill(trial: Trial) -> Iterator[Fault]:
    """The same answer again and again."""
    words = [step.words for step in trial.steps]
    for at in range(SAME_ANSWERS - 1, len(words)):
        run = set(words[at - SAME_ANSWERS + 1 : at + 1])
        if len(run) == 1 and words[at]:
            yield Fault("stuck", words[at], at, trial.label)
            return


def silent_turns(trial: Trial) -> int:
    """Turns of a call that went on without the debtor saying anything."""
    return sum(not step.words for step in trial.steps[1:])
