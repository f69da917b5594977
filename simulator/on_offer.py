"""Which scenarios may be begun, by whom: the library as the workspace offers it, without what an exam holds back."""

import datetime
from collections.abc import Callable

from scenarios.scenario import Scenario
from scenarios.values import Country, Language
from simulator import catalogue
from simulator.accounts import Actor
from simulator.guided import GUIDED
from simulator.sealing import UnderExam, under_exam
from simulator.store import Store
from simulator.workspace import workspace_of


class OnOffer:
    """The shelf of today. ``library`` gives every scenario there is."""

    def __init__(self, store: Store, clock: Callable[[], datetime.datetime], library: catalogue.Library) -> None:
        self._store, self._clock, self._library = store, clock, library

    def practised(self, language: Language, actor: Actor | None = None) -> tuple[Scenario, ...]:
        """What can be practised in the language, by difficulty; without the scenarios of the ``actor``'s exams."""
        hidden = under_exam(self._store, actor.id, self._clock()) if actor else frozenset[str]()
        return tuple(s for s in catalogue.offered(self._narrowed, language) if s.id not in hidden)

    def refuse(self, scenario: Scenario, country: Country, actor: Actor, *, assigned: bool) -> None:
        """Raise ``UnderExam`` where an exam holds the scenario back, unless it was ``assigned``.

        And ``NotOnTheShelf`` where the workspace does not offer it there.
        """
        if not assigned and (scenario.exam_only or scenario.id in under_exam(self._store, actor.id, self._clock())):
            raise UnderExam
        if scenario.id != GUIDED and country in scenario.countries:
            workspace_of(self._store).require(scenario, country)

    def _narrowed(self) -> tuple[Scenario, ...]:
        """The library as this workspace offers it; the guided call is everybody's."""
        library = self._library()
        offered = workspace_of(self._store).narrowed(library)
        return (*offered, *(s for s in library if s.id == GUIDED and s.id not in {one.id for one in offered}))
