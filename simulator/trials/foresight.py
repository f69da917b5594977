"""What a turn would do, before it is said: acts taken as read, moods moved, a fact told, an ending reached."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from scenarios.acts import DialogueAct
from scenarios.scenario import Beat, Ending, Fact
from simulator import debtor
from simulator.conversation import STARTS_THE_TALK
from simulator.debtor import Scene
from simulator.state import Event, State
from simulator.trials.view import View

ACTS = frozenset(act.value for act in DialogueAct)


@dataclass(frozen=True, slots=True)
class Ahead:
    """The scene after a turn's rules, what it would reveal and the ending that would hold."""

    scene: Scene
    told: Fact | None
    ending: Ending | None

    @property
    def cut_off(self) -> bool:
        """Whether the call would end there and then."""
        return self.ending is not None and self.ending.immediate


def ahead(view: View, keys: Iterable[str], event: Event = "") -> Ahead:
    """The turn that does these acts (keys that are no acts count for nothing)."""
    acts = frozenset(DialogueAct(key) for key in keys if key in ACTS)
    if (acts, event) not in view.foreseen:
        view.foreseen[acts, event] = _looked_ahead(view, acts, event)
    found: Ahead = view.foreseen[acts, event]
    return found


def _looked_ahead(view: View, acts: frozenset[DialogueAct], event: Event) -> Ahead:
    if event == "send_document":
        acts |= {DialogueAct.SEND_DOCUMENT}
    scene = replace(view.scene, state=_counted(view.state, acts, event), acts=acts, last=acts, event=event)
    felt, _ = debtor.feel(view.scenario, scene)
    scene = replace(scene, state=felt)
    told = debtor.revealed_fact(view.scenario.facts, scene)
    known = (*felt.facts, told.id) if told else felt.facts
    scene = replace(scene, state=felt.model_copy(update={"facts": known, "phase": _phase(felt)}))
    scene = replace(scene, revealed=(told.id,) if told else ())
    ending = next((e for e in view.scenario.endings if e.when.holds(scene)), None)
    return Ahead(scene, told, ending)


def spoken(view: View, after: Ahead) -> Beat | None:
    """The reaction that the turn would call forth."""
    answered = frozenset(after.told.reveal.acts_any) if after.told else frozenset()
    chosen = debtor.choose_beat(view.scenario, "reply", after.scene, answered)
    return chosen[0] if chosen else None


def _counted(state: State, acts: frozenset[DialogueAct], event: Event) -> State:
    done = {act.value: state.acts.get(act.value, 0) + 1 for act in acts}
    silences = state.silences + 1 if event == "wait" else 0
    return state.model_copy(update={"turn": state.turn + 1, "acts": state.acts | done, "silences": silences})


def _phase(state: State) -> str:
    begun = state.turn >= 2 or any(act in state.acts for act in STARTS_THE_TALK)
    return "talk" if state.phase == "open" and begun else state.phase
