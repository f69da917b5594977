"""The audit log's values: who did what to which object, each line chained to the one before. No texts of any call."""

import datetime
import hashlib
import json
import re
from enum import StrEnum

from pydantic import Field

from scenarios.values import Frozen

BEGINNING = "0" * 64
"""What stands for the line before the first."""
_HEAD = re.compile(r"^(\d{1,18}):([0-9a-f]{64})$")


class Deed(StrEnum):
    """What is worth a line."""

    PROFILE_MADE = "profile_made"
    PROFILE_CHANGED = "profile_changed"
    ATTEMPT_STARTED = "attempt_started"
    ATTEMPT_CLOSED = "attempt_closed"
    ATTEMPT_DELETED = "attempt_deleted"
    SCORED_AGAIN = "scored_again"
    ATTEMPT_REVIEWED = "attempt_reviewed"
    ROUND_MADE = "round_made"
    ROUND_CLOSED = "round_closed"
    PORTFOLIO_STARTED = "portfolio_started"
    PORTFOLIO_DELETED = "portfolio_deleted"
    ASSIGNED = "assigned"
    ASSIGNMENT_CHANGED = "assignment_changed"
    ASSIGNMENT_WITHDRAWN = "assignment_withdrawn"
    BESIDE_INVITED = "beside_invited"
    BESIDE_BEGAN = "beside_began"
    BESIDE_ENDED = "beside_ended"
    PERSON_EXPORTED = "person_exported"
    COHORT_EXPORTED = "cohort_exported"
    STATEMENTS_RETRIED = "statements_retried"
    PERSON_ERASED = "person_erased"
    PERSONS_JOINED = "persons_joined"
    SCENARIO_PUBLISHED = "scenario_published"
    SCENARIO_WITHDRAWN = "scenario_withdrawn"
    SCENARIO_DELETED = "scenario_deleted"
    NOTE_WRITTEN = "note_written"
    NOTE_CHANGED = "note_changed"
    NOTE_DELETED = "note_deleted"
    TIDIED = "tidied"
    BACKED_UP = "backed_up"
    RESTORED = "restored"
    RUBRIC_PUBLISHED = "rubric_published"
    RUBRIC_WITHDRAWN = "rubric_withdrawn"
    READER_TAUGHT = "reader_taught"
    WORKSPACE_CHANGED = "workspace_changed"
    NOTICE_PUT_UP = "notice_put_up"
    NOTICE_TAKEN_DOWN = "notice_taken_down"
    DEMO_MADE = "demo_made"


class Line(Frozen):
    """One line. ``actor`` and ``target`` are ids, never names; ``actor`` is empty where no profile acted, as on the
    command line. ``at`` is UTC. ``details`` are codes and counts."""

    number: int = Field(ge=1)
    at: datetime.datetime
    actor: str = Field(default="", max_length=36)
    deed: str = Field(max_length=40)
    target: str = Field(default="", max_length=80)
    details: dict[str, int | str] = Field(default_factory=dict)
    previous: str = Field(max_length=64)
    hash: str = Field(default="", max_length=64)

    def sealed(self) -> "Line":
        """With the hash of its content and of the line before: sha256 over canonical JSON."""
        return self.model_copy(update={"hash": self.computed()})

    def computed(self) -> str:
        """The hash that this content must have."""
        content = self.model_dump(exclude={"hash", "at"}) | {"at": _instant(self.at)}
        canonical = json.dumps(content, ensure_ascii=True, sort_keys=True, separators=(",", ":"), allow_nan=False)
        return hashlib.sha256(canonical.encode()).hexdigest()


class Head(Frozen):
    """How far the chain has come: the number and the hash of its last line. Noted elsewhere, it tells a rewritten
    chain from the true one."""

    number: int = 0
    hash: str = BEGINNING

    def __str__(self) -> str:
        return f"{self.number}:{self.hash}"

    @classmethod
    def read(cls, text: str) -> "Head | None":
        """From ``NUMBER:HASH``; ``None`` where it is none."""
        found = _HEAD.match(text.strip())
        return cls(number=int(found[1]), hash=found[2]) if found else None


class Verdict(Frozen):
    """What verifying came to: the head that stands, and the first fault, in words; empty where there is none."""

    head: Head
    fault: str = ""


def _instant(at: datetime.datetime) -> str:
    return at.astimezone(datetime.UTC).isoformat(timespec="microseconds")
