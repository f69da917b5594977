"""What a trainer looks at and tries before it is anybody's call: own scenarios, and those that ship."""

from scenarios.load import list_scenarios
from scoring.reading.taught import Taught
from simulator import catalogue
from simulator.accounts import Action, Actor, require
from simulator.authoring import Authoring
from simulator.store import Store
from simulator.studio.kept import Looked, Tried


class Looking:
    """Seeing and trying, for the pages See and Play. Everything needs ``WRITE_SCENARIOS``."""

    def __init__(self, store: Store, authoring: Authoring, shipped: catalogue.Library = list_scenarios) -> None:
        self._store, self._authoring, self._shipped = store, authoring, shipped

    def at(self, actor: Actor, named: str) -> Looked:
        """A trainer's scenario by its id, or a shipped one by its name. Raises ``NoSuchDraft``."""
        require(actor, Action.WRITE_SCENARIOS)
        shipped = next((s for s in self._shipped() if s.id == named), None)
        if shipped is None:
            own = self._authoring.one(actor, named)
            return Looked(id=own.id, title=own.title, text=own.text, measured=own.measured, own=own)
        text, measured = self._authoring.text_of(actor, named), self.measured(actor).get((named, shipped.version))
        return Looked(id=named, title=dict(shipped.title), text=text, measured=measured)

    def measured(self, actor: Actor) -> dict[tuple[str, int], float]:
        """How difficult plays found the shipped scenarios here, 0 to 1, by name and version."""
        require(actor, Action.WRITE_SCENARIOS)
        return self._store.shipped.measured()

    def note_measured(self, actor: Actor, looked: Looked, measured: float) -> None:
        """Keep how difficult plays found it."""
        require(actor, Action.WRITE_SCENARIOS)
        if looked.own is not None:
            self._store.scenarios.note_measured(looked.id, measured)
            return
        version = next(s.version for s in self._shipped() if s.id == looked.id)
        self._store.shipped.note_measured(looked.id, version, measured)

    def taught(self, actor: Actor) -> Taught:
        """What the reader is taught now: a call that is tried hears what a new call of a trainee's would."""
        require(actor, Action.WRITE_SCENARIOS)
        return self._store.lexicons.get(self._store.lexicons.newest()).taught

    def tried(self, actor: Actor, looked: Looked) -> Tried | None:
        """What the actor is trying with it."""
        require(actor, Action.WRITE_SCENARIOS)
        kept = self._store.shipped if looked.own is None else self._store.scenarios
        return kept.tried(looked.id, actor.id)

    def keep_tried(self, actor: Actor, looked: Looked, tried: Tried | None) -> None:
        """Keep what the actor is trying with it; ``None`` forgets it. Raises ``NoSuchDraft``."""
        self.at(actor, looked.id)
        kept = self._store.shipped if looked.own is None else self._store.scenarios
        kept.keep_tried(looked.id, actor.id, tried)
