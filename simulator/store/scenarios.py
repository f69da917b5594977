"""Trainers' scenarios in the database, with their history. The history only grows."""

from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import load_only

from simulator.store.errors import Conflict
from simulator.store.sessions import Sessions
from simulator.store.studio_tables import EditionRow, OwnScenarioRow, TriedRow
from simulator.store.tables import AttemptRow, MarkRow, ScorecardRow
from simulator.studio.kept import Edition, EditionLine, OwnScenario, Tried, Use

_LINE = tuple(EditionLine.model_fields)


class Scenarios:
    """What trainers write."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def add(self, scenario: OwnScenario, edition: Edition) -> None:
        """Keep a new one with the first entry of its history. ``Conflict`` where its name stands already."""
        with self._sessions.writing() as session:
            session.add(OwnScenarioRow(**scenario.model_dump()))
            session.flush()
            session.add(EditionRow(**edition.model_dump()))

    def get(self, scenario_id: str) -> OwnScenario | None:
        """The scenario as it stands; ``None`` where there is none."""
        with self._sessions.reading() as session:
            row = session.get(OwnScenarioRow, scenario_id)
            return None if row is None else _scenario(row)

    def all(self) -> tuple[OwnScenario, ...]:
        """Every one, the latest changed first."""
        question = select(OwnScenarioRow).order_by(OwnScenarioRow.updated_at.desc(), OwnScenarioRow.id)
        with self._sessions.reading() as session:
            return tuple(_scenario(row) for row in session.scalars(question))

    def save(self, scenario: OwnScenario, *editions: Edition) -> OwnScenario:
        """Save a changed one with what goes into its history; returns it under its new version.

        ``Conflict`` where somebody else was quicker, or its new name stands already.
        """
        values = scenario.model_dump(exclude={"id", "created_at"}) | {"version": scenario.version + 1}
        seen = (OwnScenarioRow.id == scenario.id) & (OwnScenarioRow.version == scenario.version)
        statement: Any = update(OwnScenarioRow).where(seen).values(**values)
        with self._sessions.writing() as session:
            if session.connection().execute(statement).rowcount != 1:
                raise Conflict
            session.add_all(EditionRow(**edition.model_dump()) for edition in editions)
        return scenario.model_copy(update={"version": scenario.version + 1})

    def note_measured(self, scenario_id: str, measured: float) -> None:
        """Keep how difficult plays found it; that is no change of the scenario."""
        statement: Any = update(OwnScenarioRow).where(OwnScenarioRow.id == scenario_id).values(measured=measured)
        with self._sessions.writing() as session:
            session.connection().execute(statement)

    def append(self, edition: Edition) -> None:
        """Add to the history alone. ``Conflict`` where the number stands already."""
        with self._sessions.writing() as session:
            session.add(EditionRow(**edition.model_dump()))

    def history(self, scenario_id: str) -> tuple[EditionLine, ...]:
        """The entries of the history without their texts, the latest first."""
        question = (
            select(EditionRow)
            .options(load_only(*(getattr(EditionRow, name) for name in _LINE)))
            .where(EditionRow.scenario_id == scenario_id)
            .order_by(EditionRow.number.desc())
        )
        with self._sessions.reading() as session:
            return tuple(
                EditionLine.model_validate({n: getattr(r, n) for n in _LINE}) for r in session.scalars(question)
            )

    def edition(self, scenario_id: str, number: int) -> Edition | None:
        """One entry with its text; ``None`` where there is none."""
        with self._sessions.reading() as session:
            row = session.get(EditionRow, (scenario_id, number))
            return None if row is None else Edition.model_validate({n: getattr(row, n) for n in Edition.model_fields})

    def offered(self) -> tuple[tuple[str, int], ...]:
        """Id and edition number of everything that trainees get."""
        question = select(OwnScenarioRow.id, OwnScenarioRow.offered).where(OwnScenarioRow.offered.is_not(None))
        with self._sessions.reading() as session:
            return tuple((row[0], row[1] or 0) for row in session.execute(question.order_by(OwnScenarioRow.name)))

    def published(self) -> tuple[tuple[str, int], ...]:
        """Id and number of the last published edition of everything that trainees ever got, also what is withdrawn."""
        latest = func.max(EditionRow.number)
        question = select(EditionRow.scenario_id, latest).where(EditionRow.kind == "published")
        with self._sessions.reading() as session:
            found = session.execute(question.group_by(EditionRow.scenario_id).order_by(EditionRow.scenario_id))
            return tuple((row[0], row[1]) for row in found)

    def titles(self) -> dict[str, dict[str, str]]:
        """Name → title by language, of every trainer's scenario, also of what was withdrawn."""
        with self._sessions.reading() as session:
            return {row[0]: dict(row[1]) for row in session.execute(select(OwnScenarioRow.name, OwnScenarioRow.title))}

    def use(self) -> dict[str, Use]:
        """By the scenario's own id: how many calls, and the mean level in force by criterion of the assessed ones.

        Of practice only the number of calls is told. Calls tried differently are no calls.
        """
        counted = (
            select(AttemptRow.scenario_id, AttemptRow.mode, func.count())
            .where(AttemptRow.forked_from.is_(None))
            .group_by(AttemptRow.scenario_id, AttemptRow.mode)
        )
        levels = (
            select(AttemptRow.scenario_id, MarkRow.criterion, func.avg(MarkRow.effective_level))
            .join(ScorecardRow, ScorecardRow.attempt_id == AttemptRow.id)
            .join(MarkRow, MarkRow.scorecard_id == ScorecardRow.id)
            .where(ScorecardRow.current, AttemptRow.mode == "assessed", AttemptRow.forked_from.is_(None))
            .where(MarkRow.effective_level.is_not(None))
            .group_by(AttemptRow.scenario_id, MarkRow.criterion)
        )
        found: dict[str, dict[str, Any]] = {}
        with self._sessions.reading() as session:
            for name, mode, count in session.execute(counted):
                found.setdefault(name, {})[mode] = count
            for name, criterion, mean in session.execute(levels):
                found[name].setdefault("levels", {})[criterion] = float(mean)
        return {name: Use.model_validate(figures) for name, figures in found.items()}

    def delete(self, scenario_id: str) -> None:
        """Delete it with its history."""
        with self._sessions.writing() as session:
            session.execute(delete(OwnScenarioRow).where(OwnScenarioRow.id == scenario_id))

    def tried(self, scenario_id: str, profile_id: str) -> Tried | None:
        """What a person is trying with it; ``None`` where nothing."""
        with self._sessions.reading() as session:
            row = session.get(TriedRow, (scenario_id, profile_id))
            return None if row is None else Tried.model_validate(row.content)

    def keep_tried(self, scenario_id: str, profile_id: str, tried: Tried | None) -> None:
        """Keep it in place of what stood there; ``None`` forgets it."""
        mine = (TriedRow.scenario_id == scenario_id) & (TriedRow.profile_id == profile_id)
        with self._sessions.writing() as session:
            session.execute(delete(TriedRow).where(mine))
            if tried is not None:
                content = tried.model_dump(mode="json")
                session.add(TriedRow(scenario_id=scenario_id, profile_id=profile_id, content=content))


def _scenario(row: OwnScenarioRow) -> OwnScenario:
    return OwnScenario.model_validate({name: getattr(row, name) for name in OwnScenario.model_fields})
