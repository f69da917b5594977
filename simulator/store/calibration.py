"""Calibration rounds in the database."""

import datetime
from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, delete, func, select, update

from scenarios.values import Language
from scoring.raters import Figures
from simulator.calibrating.kept import Agreed, Item, Plan, Rater, Rating, Round
from simulator.store.access_tables import MembershipRow
from simulator.store.calibration_tables import AgreedRow, ItemRow, RaterRow, RatingRow, RoundRow
from simulator.store.errors import Conflict
from simulator.store.sessions import Sessions
from simulator.store.tables import AttemptRow, MarkRow, ScorecardRow


class Calibrations:
    """Rounds, with their calls, raters and ratings."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def candidates(self, plan: Plan, since: datetime.datetime | None) -> tuple[str, ...]:
        """The ids of the assessed calls that a plan may draw from, in their order; those of its raters left out."""
        which: list[ColumnElement[bool]] = [
            AttemptRow.mode == "assessed", AttemptRow.phase == "closed", AttemptRow.language == plan.language,
            AttemptRow.owner_id.not_in(plan.raters),
        ]  # fmt: skip
        which += [AttemptRow.scenario_id == plan.scenario] if plan.scenario else []
        which += [AttemptRow.closed_at >= since] if since else []
        if plan.cohort:
            learns = (MembershipRow.cohort_id == plan.cohort) & (MembershipRow.place == "trainee")
            which.append(AttemptRow.owner_id.in_(select(MembershipRow.profile_id).where(learns)))
        with self._sessions.reading() as session:
            return tuple(session.scalars(select(AttemptRow.id).where(*which).order_by(AttemptRow.id)))

    def levels(self, attempt_ids: Sequence[str]) -> dict[str, dict[str, int | None]]:
        """The program's own levels on the current scorecards of these calls, by call and criterion."""
        question = (
            select(ScorecardRow.attempt_id, MarkRow.criterion, MarkRow.level)
            .join(MarkRow, MarkRow.scorecard_id == ScorecardRow.id)
            .where(ScorecardRow.attempt_id.in_(attempt_ids), ScorecardRow.current)
        )
        found: dict[str, dict[str, int | None]] = {}
        with self._sessions.reading() as session:
            for attempt_id, criterion, level in session.execute(question):
                found.setdefault(attempt_id, {})[criterion] = level
        return found

    def add(self, made: Round, items: Iterable[Item], raters: Iterable[Rater]) -> None:
        """Keep a new round."""
        with self._sessions.writing() as session:
            session.add(RoundRow(**made.model_dump(mode="python") | {"criteria": list(made.criteria), "figures": []}))
            session.flush()
            session.add_all(ItemRow(**one.model_dump()) for one in items)
            session.add_all(RaterRow(**one.model_dump()) for one in raters)

    def get(self, round_id: str) -> Round | None:
        """The round; ``None`` where there is none."""
        with self._sessions.reading() as session:
            row = session.get(RoundRow, round_id)
            return None if row is None else _round(row)

    def all(self, profile_id: str | None = None) -> tuple[Round, ...]:
        """Every round, or those that a person is invited to, the latest first."""
        question = select(RoundRow).order_by(RoundRow.created_at.desc(), RoundRow.id)
        if profile_id is not None:
            question = question.where(
                RoundRow.id.in_(select(RaterRow.round_id).where(RaterRow.profile_id == profile_id))
            )
        with self._sessions.reading() as session:
            return tuple(_round(row) for row in session.scalars(question))

    def item(self, item_id: str) -> Item | None:
        """One call of a round."""
        with self._sessions.reading() as session:
            row = session.get(ItemRow, item_id)
            return None if row is None else _item(row)

    def items(self, round_id: str) -> tuple[Item, ...]:
        """The calls of a round, by number; those that were deleted meanwhile are gone."""
        question = select(ItemRow).where(ItemRow.round_id == round_id).order_by(ItemRow.number)
        with self._sessions.reading() as session:
            return tuple(_item(row) for row in session.scalars(question))

    def raters(self, round_id: str) -> tuple[Rater, ...]:
        """Who is invited, by number."""
        question = select(RaterRow).where(RaterRow.round_id == round_id).order_by(RaterRow.number)
        with self._sessions.reading() as session:
            return tuple(
                Rater(id=row.id, round_id=row.round_id, number=row.number, profile_id=row.profile_id)
                for row in session.scalars(question)
            )

    def ratings(self, round_id: str, rater_id: str | None = None) -> tuple[Rating, ...]:
        """What was rated in a round, by everybody or by one."""
        mine = RatingRow.item_id.in_(select(ItemRow.id).where(ItemRow.round_id == round_id))
        question = select(RatingRow).where(mine).order_by(RatingRow.item_id, RatingRow.rater_id, RatingRow.criterion)
        if rater_id is not None:
            question = question.where(RatingRow.rater_id == rater_id)
        with self._sessions.reading() as session:
            return tuple(
                Rating.model_validate({name: getattr(row, name) for name in Rating.model_fields})
                for row in session.scalars(question)
            )

    def rate(self, ratings: Sequence[Rating]) -> None:
        """Keep a rater's levels of one call, in place of earlier ones. ``Conflict`` where the call is gone."""
        with self._sessions.writing() as session:
            for one in ratings:
                same = (RatingRow.item_id == one.item_id) & (RatingRow.rater_id == one.rater_id)
                session.execute(delete(RatingRow).where(same, RatingRow.criterion == one.criterion))
                session.add(RatingRow(**one.model_dump()))

    def agreed(self, round_id: str) -> tuple[Agreed, ...]:
        """What was settled on in a round."""
        mine = AgreedRow.item_id.in_(select(ItemRow.id).where(ItemRow.round_id == round_id))
        with self._sessions.reading() as session:
            rows = session.scalars(select(AgreedRow).where(mine).order_by(AgreedRow.item_id, AgreedRow.criterion))
            return tuple(
                Agreed.model_validate({name: getattr(row, name) for name in Agreed.model_fields}) for row in rows
            )

    def settle(self, agreed: Agreed) -> None:
        """Keep what was settled on, in place of what was before."""
        same = (AgreedRow.item_id == agreed.item_id) & (AgreedRow.criterion == agreed.criterion)
        with self._sessions.writing() as session:
            session.execute(delete(AgreedRow).where(same))
            session.add(AgreedRow(**agreed.model_dump()))

    def save(self, changed: Round) -> None:
        """Keep a round's note, end and figures. ``Conflict`` where it is gone."""
        values = {
            "note": changed.note, "closed_at": changed.closed_at,
            "figures": [one.model_dump(mode="json") for one in changed.figures],
        }  # fmt: skip
        with self._sessions.writing() as session:
            statement = update(RoundRow).where(RoundRow.id == changed.id).values(**values)
            if session.connection().execute(statement).rowcount != 1:
                raise Conflict

    def latest(self, language: Language) -> dict[str, Figures]:
        """By criterion, the figures of the round that was closed last in the language."""
        question = select(RoundRow.figures).where(RoundRow.language == language, RoundRow.closed_at.is_not(None))
        found: dict[str, Figures] = {}
        with self._sessions.reading() as session:
            for kept in session.scalars(question.order_by(RoundRow.closed_at, RoundRow.id)):
                found |= {one["criterion"]: Figures.model_validate(one) for one in kept}
        return found

    def done(self, round_id: str) -> dict[str, int]:
        """How many calls each rater has rated, by rater."""
        counted = select(RatingRow.rater_id, func.count(RatingRow.item_id.distinct())).group_by(RatingRow.rater_id)
        mine = RatingRow.item_id.in_(select(ItemRow.id).where(ItemRow.round_id == round_id))
        with self._sessions.reading() as session:
            return {row[0]: row[1] for row in session.execute(counted.where(mine))}


def _round(row: RoundRow) -> Round:
    return Round.model_validate({name: getattr(row, name) for name in Round.model_fields})


def _item(row: ItemRow) -> Item:
    return Item.model_validate({name: getattr(row, name) for name in Item.model_fields})
