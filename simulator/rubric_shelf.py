"""The rubrics of this installation: those that ship with the program, and those that its trainers published."""

from scoring.rubric import Rubric
from scoring.rubrics import FILES, find_rubric, load_rubric, rubric_ids
from simulator.store import Store


class RubricShelf:
    """Wherever a rubric is chosen by its id, it is taken from here."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def ids(self) -> tuple[str, ...]:
        """What new calls may be scored with, in alphabetical order: withdrawn rubrics are not among it."""
        return tuple(rubric.id for rubric in self.offered())

    def offered(self) -> tuple[Rubric, ...]:
        """The same with their content, each in its newest version."""
        found = {rubric.id: rubric for rubric in map(load_rubric, rubric_ids())}
        for edition in self._store.editions.all():
            if edition.withdrawn_at is None:
                found.setdefault(edition.rubric.id, edition.rubric)
        return tuple(found[name] for name in sorted(found))

    def load(self, rubric_id: str, version: int | None = None) -> Rubric:
        """The rubric of this id: a published one in that version, withdrawn or not, else the newest that is offered.

        One that ships is always as it is today. Raises ``RubricError`` where there is none.
        """
        if rubric_id in rubric_ids():
            return load_rubric(rubric_id)
        editions = self._store.editions.of(rubric_id)
        exact = (e.rubric for e in editions if e.rubric.version == version)
        offered = (e.rubric for e in editions if e.withdrawn_at is None)
        return next(exact, None) or next(offered, None) or load_rubric(rubric_id)

    def find(self, file_or_id: str) -> Rubric:
        """The same by an id, or from a file by its path, which ends in .yaml or .json. Raises ``RubricError``."""
        return find_rubric(file_or_id) if file_or_id.endswith(FILES) else self.load(file_or_id)
