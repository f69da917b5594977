"""Who may do what: one table of role × action × relation. Practice is the trainee's own, whoever asks."""

from enum import StrEnum
from typing import Protocol

from scenarios.values import Frozen
from simulator.kept import Mode, Role
from simulator.refusals import Refusal


class Actor(Frozen):
    """Who asks. In solo mode a profile chosen without a password; ``role`` is always the stored one.

    ``leads`` are the ids of the trainees in the cohorts that a manager leads; it is empty for every other role.
    """

    id: str
    role: Role
    name: str
    leads: frozenset[str] = frozenset()


class Action(StrEnum):
    """Everything that needs leave."""

    START_PRACTICE = "start_practice"
    START_ASSESSED = "start_assessed"
    CONTINUE_ATTEMPT = "continue_attempt"
    READ_ATTEMPT = "read_attempt"
    READ_SCORE = "read_score"
    DELETE_PRACTICE = "delete_practice"
    TAKE_HINT = "take_hint"
    FORK_ATTEMPT = "fork_attempt"
    SHARE_PRACTICE = "share_practice"
    RECEIVE_SHARES = "receive_shares"
    CONTEST_SCORE = "contest_score"
    EXPORT_OWN_DATA = "export_own_data"
    REVIEW_ATTEMPT = "review_attempt"
    SEE_OWN_PROGRESS = "see_own_progress"
    SEE_TEAM_PROGRESS = "see_team_progress"
    COACH = "coach"
    EXPORT_COHORT = "export_cohort"
    ASSIGN = "assign"
    INVITE_BESIDE = "invite_beside"
    SIT_BESIDE = "sit_beside"
    WRITE_SCENARIOS = "write_scenarios"
    WRITE_RUBRICS = "write_rubrics"
    MANAGE_PROFILES = "manage_profiles"
    CHANGE_INSTALLATION = "change_installation"
    CHANGE_OWN_PASSWORD = "change_own_password"  # noqa: S105 - the name of an act
    END_OWN_SESSIONS = "end_own_sessions"
    CALIBRATE = "calibrate"
    RATE_BLIND = "rate_blind"


class Relation(StrEnum):
    """How the actor stands to what is asked for."""

    OWN_PRACTICE = "own_practice"
    OWN_ASSESSED = "own_assessed"
    FOREIGN_PRACTICE = "foreign_practice"
    OWN_COHORT_ASSESSED = "own_cohort_assessed"
    """Assessed, of a trainee in a cohort that the actor leads."""
    FOREIGN_ASSESSED = "foreign_assessed"
    NONE = "none"
    """Nothing in particular, or something that does not exist."""


class Owned(Protocol):
    """An attempt, whole or as a line of a list."""

    @property
    def owner_id(self) -> str: ...
    @property
    def mode(self) -> Mode: ...


_OWN = frozenset({Relation.OWN_PRACTICE, Relation.OWN_ASSESSED})
_COHORT = frozenset({Relation.OWN_COHORT_ASSESSED})
_ASSESSED = _COHORT | {Relation.FOREIGN_ASSESSED}
_ANY = frozenset({Relation.NONE})

_EVERYONE: dict[Action, frozenset[Relation]] = {
    Action.START_PRACTICE: _ANY,
    Action.START_ASSESSED: _ANY,
    Action.SEE_OWN_PROGRESS: _ANY,
    Action.CONTINUE_ATTEMPT: _OWN,
    Action.READ_ATTEMPT: _OWN,
    Action.READ_SCORE: _OWN,
    Action.DELETE_PRACTICE: frozenset({Relation.OWN_PRACTICE}),
    Action.CHANGE_OWN_PASSWORD: _ANY,
    Action.END_OWN_SESSIONS: _ANY,
    Action.TAKE_HINT: frozenset({Relation.OWN_PRACTICE}),
    Action.FORK_ATTEMPT: frozenset({Relation.OWN_PRACTICE}),
    Action.SHARE_PRACTICE: frozenset({Relation.OWN_PRACTICE}),
    Action.CONTEST_SCORE: _OWN,
    Action.INVITE_BESIDE: frozenset({Relation.OWN_PRACTICE}),
    Action.EXPORT_OWN_DATA: _ANY,
}
_COACH = {Action.RECEIVE_SHARES: _ANY}


def _sees(shared: frozenset[Relation]) -> dict[Action, frozenset[Relation]]:
    """What whoever follows trainees may do with the assessed attempts shown to them."""
    return {
        Action.READ_ATTEMPT: _OWN | shared,
        Action.READ_SCORE: _OWN | shared,
        Action.REVIEW_ATTEMPT: shared,
        Action.SIT_BESIDE: shared,
        Action.COACH: shared,
    }


ALLOWED: dict[Role, dict[Action, frozenset[Relation]]] = {
    "trainee": _EVERYONE,
    "trainer": _EVERYONE | _sees(_ASSESSED) | _COACH | {
        Action.SEE_TEAM_PROGRESS: _ANY,
        Action.EXPORT_COHORT: _ANY,
        Action.ASSIGN: _ANY,
        Action.WRITE_SCENARIOS: _ANY,
        Action.WRITE_RUBRICS: _ANY,
        Action.CALIBRATE: _ANY,
        Action.RATE_BLIND: _ANY,
    },
    "manager": _EVERYONE | _sees(_COHORT) | _COACH | {
        Action.RATE_BLIND: _ANY,
        Action.SEE_TEAM_PROGRESS: _ANY,
        Action.EXPORT_COHORT: _ANY,
        Action.ASSIGN: _ANY,
    },
    "administrator": _EVERYONE | _COACH | {
        Action.MANAGE_PROFILES: _ANY,
        Action.CHANGE_INSTALLATION: _ANY,
    },
}  # fmt: skip
"""The table. What is not in it is not allowed; foreign practice stands nowhere in it: a share is read as a share."""


class NotAllowed(Refusal):
    """The actor may not do this. An attempt that does not exist is refused in the same words as a foreign one."""

    def __init__(self, action: Action) -> None:
        super().__init__(
            es="Esto no está entre lo suyo, o ya no existe. Vuelva al inicio y elija uno de sus intentos.",
            en="This is not among what is yours, or it no longer exists. Go back to the start and choose one of yours.",
        )
        self.action = action


def relation(actor: Actor, owned: Owned | None) -> Relation:
    """How the actor stands to the object; ``NONE`` for no object."""
    if owned is None:
        return Relation.NONE
    if owned.owner_id == actor.id:
        return Relation.OWN_PRACTICE if owned.mode == "practice" else Relation.OWN_ASSESSED
    if owned.mode == "practice":
        return Relation.FOREIGN_PRACTICE
    return Relation.OWN_COHORT_ASSESSED if owned.owner_id in actor.leads else Relation.FOREIGN_ASSESSED


def may(actor: Actor, action: Action, owned: Owned | None = None) -> bool:
    """Whether the actor may do this, to this object or at all."""
    return relation(actor, owned) in ALLOWED[actor.role].get(action, frozenset())


def require(actor: Actor, action: Action, owned: Owned | None = None) -> None:
    """Raise ``NotAllowed`` where the actor may not."""
    if not may(actor, action, owned):
        raise NotAllowed(action)
