"""Giving a trainer's scenario to trainees: publish, withdraw, delete, how it stands and how much it is used."""

import datetime
from collections.abc import Callable

from simulator.accounts import Action, Actor, require
from simulator.assigned import waits_for
from simulator.audited import Deed
from simulator.authoring import Authoring
from simulator.rubric_shelf import RubricShelf
from simulator.store import Conflict, Store
from simulator.studio import checking
from simulator.studio.kept import Edition, OwnScenario, Use
from simulator.studio.refusals import InUse, NameTaken, NotReady, UnknownRubric
from simulator.studio.standing import Mark, marks


class Publishing:
    """The use-cases between the studio and the shelf. Everything needs ``WRITE_SCENARIOS``."""

    def __init__(self, store: Store, clock: Callable[[], datetime.datetime], authoring: Authoring) -> None:
        self._store, self._clock, self._authoring = store, clock, authoring

    def standing(self, actor: Actor, scenario: OwnScenario) -> tuple[Mark, ...]:
        """Its status, and whether it differs from what is offered, or no longer holds."""
        require(actor, Action.WRITE_SCENARIOS)
        number = scenario.offered
        return marks(scenario, None if number is None else self._store.scenarios.edition(scenario.id, number))

    def use(self, actor: Actor) -> dict[str, Use]:
        """By scenario id, shipped ones too: how much each was played, and how well in assessed calls."""
        require(actor, Action.WRITE_SCENARIOS)
        return self._store.scenarios.use()

    def publish(self, actor: Actor, scenario_id: str) -> OwnScenario:
        """From now on trainees get the text as it stands. Raises ``NotReady``, ``NameTaken``,
        ``UnknownRubric``, ``WrittenMeanwhile``."""
        stood = self._authoring.one(actor, scenario_id)
        verdict, scenario = checking.verdict(stood.text), checking.scenario_of(stood.text)
        if scenario is not None and scenario.id != stood.name:
            raise NameTaken(scenario.id, stood.name, settled=stood.offered is not None)
        if scenario is None or not verdict.ready:
            raise NotReady(verdict)
        if scenario.rubric not in (known := RubricShelf(self._store).ids()):
            raise UnknownRubric(scenario.rubric, known)
        entry = self._authoring.entry(stood, "published", actor).model_copy(
            update={"content": scenario.model_dump(mode="json"), "checked_with": checking.today()}
        )
        return self._change(actor, stood, Deed.SCENARIO_PUBLISHED, entry, status="published", offered=entry.number)

    def withdraw(self, actor: Actor, scenario_id: str) -> OwnScenario:
        """It is no longer offered; calls that began go on."""
        stood = self._authoring.one(actor, scenario_id)
        entry = self._authoring.entry(stood, "withdrawn", actor)
        return self._change(actor, stood, Deed.SCENARIO_WITHDRAWN, entry, status="withdrawn", offered=None)

    def delete(self, actor: Actor, scenario_id: str) -> None:
        """Delete it with its history. Raises ``InUse`` where it is offered, was played, or is assigned and not over."""
        stood = self._authoring.one(actor, scenario_id)
        use = self._store.scenarios.use().get(stood.name, Use())
        assigned = [one for one in self._store.assignments.all() if waits_for(one, stood.name, self._clock())]
        if stood.offered is not None or use.calls or assigned:
            raise InUse(use, tuple(assigned), published=stood.offered is not None)
        with self._store.acting(Deed.SCENARIO_DELETED, self._clock(), actor.id, scenario_id):
            self._store.scenarios.delete(scenario_id)

    def _change(self, actor: Actor, stood: OwnScenario, deed: Deed, entry: Edition, **values: object) -> OwnScenario:
        changed = stood.model_copy(update={**values, "updated_at": self._clock(), "updated_by": actor.id})
        details: dict[str, int | str] = {"scenario": stood.name, "edition": entry.number}
        try:
            with self._store.acting(deed, self._clock(), actor.id, stood.id, details):
                return self._store.scenarios.save(changed, entry)
        except Conflict:
            raise self._authoring.aside(actor, self._authoring.one(actor, stood.id), stood.text) from None
