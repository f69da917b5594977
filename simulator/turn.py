"""One turn being worked out: the state so far, what is known of the reply, what is said in answer."""

from dataclasses import dataclass, replace

from scenarios.acts import DialogueAct
from scenarios.case import Case
from scenarios.scenario import Scenario
from scoring.reading.values import Reading
from simulator.debtor import Scene
from simulator.negotiation import Verdict
from simulator.state import Change, Said, State


@dataclass(frozen=True, slots=True)
class Talk:
    """A turn in the making. ``lines`` are the words before their placeholders are filled, ``words`` after."""

    scenario: Scenario
    case: Case
    state: State
    said: Said
    reading: Reading | None = None
    changes: tuple[Change, ...] = ()
    revealed: tuple[str, ...] = ()
    verdict: Verdict | None = None
    lines: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def scene(self) -> Scene:
        """What conditions are asked of, as the turn stands now."""
        acts = frozenset(a.act for a in self.reading.acts) if self.reading else frozenset()
        if self.reading and any(clause.question for clause in self.reading.clauses):
            acts -= {DialogueAct.CLOSE}  # who asks something is not leaving
        if self.said.event == "send_document":
            acts |= {DialogueAct.SEND_DOCUMENT}
        return Scene(self.state, self.case, acts, _last_acts(self.reading), self.said.event)

    def update(self, **fields: object) -> "Talk":
        """The same turn with the state's fields set."""
        return replace(self, state=self.state.model_copy(update=fields))

    def changed(self, change: Change) -> "Talk":
        """The same turn with one more change logged."""
        return replace(self, changes=(*self.changes, change))


def _last_acts(reading: Reading | None) -> frozenset[DialogueAct]:
    """What the reply does in its last clause: people answer what was said last."""
    if not reading or not reading.clauses:
        return frozenset()
    return frozenset(a.act for a in reading.acts if a.end > reading.clauses[-1].start)
