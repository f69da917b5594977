"""What trainers find out about scenarios that ship: a call being tried, and how difficult plays found them."""

from sqlalchemy import delete, select

from simulator.store.sessions import Sessions
from simulator.store.shipped_tables import ShippedMeasuredRow, ShippedTriedRow
from simulator.studio.kept import Tried


class Shipped:
    """By the name of a shipped scenario."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def tried(self, name: str, profile_id: str) -> Tried | None:
        """What a person is trying with it; ``None`` where nothing."""
        with self._sessions.reading() as session:
            row = session.get(ShippedTriedRow, (name, profile_id))
            return None if row is None else Tried.model_validate(row.content)

    def keep_tried(self, name: str, profile_id: str, tried: Tried | None) -> None:
        """Keep it in place of what stood there; ``None`` forgets it."""
        mine = (ShippedTriedRow.scenario == name) & (ShippedTriedRow.profile_id == profile_id)
        with self._sessions.writing() as session:
            session.execute(delete(ShippedTriedRow).where(mine))
            if tried is not None:
                content = tried.model_dump(mode="json")
                session.add(ShippedTriedRow(scenario=name, profile_id=profile_id, content=content))

    def measured(self) -> dict[tuple[str, int], float]:
        """By name and version: how difficult plays found it, 0 to 1."""
        with self._sessions.reading() as session:
            return {(r.scenario, r.version): r.measured for r in session.scalars(select(ShippedMeasuredRow))}

    def note_measured(self, name: str, version: int, measured: float) -> None:
        """Keep it in place of what stood there."""
        with self._sessions.writing() as session:
            session.execute(delete(ShippedMeasuredRow).where(ShippedMeasuredRow.scenario == name))
            session.add(ShippedMeasuredRow(scenario=name, version=version, measured=measured))
