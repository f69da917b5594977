"""What calls are made and judged of: as the program ships it, or as it is in force in an installation."""

from dataclasses import dataclass

from scenarios.load import list_scenarios, load_scenario
from scenarios.scenario import Scenario
from scoring.reading.reader import Reader, read
from scoring.rubric import Rubric
from scoring.rubrics import find_rubric, load_rubric, rubric_ids
from simulator import catalogue
from simulator.lexicon_in_use import reader_now
from simulator.rubric_shelf import RubricShelf
from simulator.store import Store
from simulator.studio.offered import with_published

FILES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Here:
    """Scenarios, rubrics and the reader. Without a shelf of its own, those that ship."""

    library: catalogue.Library = list_scenarios
    shelf: RubricShelf | None = None
    reader: Reader = read

    def scenario(self, file_or_id: str) -> Scenario:
        """By its file or its id. Raises ``ScenarioError`` or ``NoSuchScenario``."""
        named = file_or_id.endswith(FILES) or self.shelf is None
        return load_scenario(file_or_id) if named else catalogue.find(self.library, file_or_id)

    def rubric(self, file_or_id: str) -> Rubric:
        """By its file or its id. Raises ``RubricError``."""
        return find_rubric(file_or_id) if self.shelf is None else self.shelf.find(file_or_id)

    def rubrics(self) -> tuple[Rubric, ...]:
        """Those that a new call may be scored with."""
        return tuple(map(load_rubric, rubric_ids())) if self.shelf is None else self.shelf.offered()


SHIPPED = Here()


def in_force(store: Store) -> Here:
    """As in the installation of this database."""
    return Here(with_published(store), RubricShelf(store), reader_now(store))
