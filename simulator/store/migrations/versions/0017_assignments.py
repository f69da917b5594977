"""Assignments with their people, cohorts and what is done; the attempts made for them; who sits beside a call."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

TABLES = ("beside", "assignment_done", "assignment_cohort", "assignment_person", "assignment")
TRIES = "ix_attempt_assignment_id_owner_id_task_task_try"


def at(name: str, *, known: bool = True) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(), nullable=not known)


def text(name: str, length: int, *, known: bool = True) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=not known)


def json(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.JSON(none_as_null=True), nullable=False)


def truth(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def of(table: str, column: str, other: str, then: str = "CASCADE") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{table}_{column}", ondelete=then)


def key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=f"pk_{table}")


def upgrade() -> None:
    op.create_table(
        "assignment",
        text("id", 36), text("by_id", 36, known=False), text("title", 120), text("programme", 60),
        json("tasks"), json("days"), text("country", 2), text("language", 8),
        sa.Column("seed", sa.BigInteger(), nullable=False), truth("same_case"), truth("exam"),
        text("code_fingerprint", 255), at("opens_at"), at("due_at", known=False), text("zone", 64),
        at("created_at"), at("withdrawn_at", known=False),
        of("assignment", "by_id", "profile", "SET NULL"), key("assignment", "id"),
    )  # fmt: skip
    op.create_index("ix_assignment_by_id_created_at", "assignment", ["by_id", "created_at"])
    _whom("assignment_person", "profile_id", "profile")
    _whom("assignment_cohort", "cohort_id", "cohort")
    table = "assignment_done"
    op.create_table(
        table,
        text("assignment_id", 36), text("profile_id", 36), sa.Column("task", sa.Integer(), nullable=False),
        at("done_at"),
        of(table, "assignment_id", "assignment"), of(table, "profile_id", "profile"),
        key(table, "assignment_id", "profile_id", "task"),
    )  # fmt: skip
    op.create_index("ix_assignment_done_profile_id", table, ["profile_id"])
    _beside()
    _attempts()


def _whom(table: str, column: str, other: str) -> None:
    op.create_table(
        table,
        text("assignment_id", 36), text(column, 36),
        of(table, "assignment_id", "assignment"), of(table, column, other), key(table, "assignment_id", column),
    )  # fmt: skip
    op.create_index(f"ix_{table}_{column}", table, [column])


def _beside() -> None:
    op.create_table(
        "beside",
        text("id", 36), text("attempt_id", 36), text("coach_id", 36), truth("invited"), at("asked_at"),
        at("began_at", known=False), at("seen_at", known=False), at("ended_at", known=False),
        of("beside", "attempt_id", "attempt"), of("beside", "coach_id", "profile"), key("beside", "id"),
    )  # fmt: skip
    op.create_index("ix_beside_attempt_id", "beside", ["attempt_id"])
    op.create_index("ix_beside_coach_id_asked_at", "beside", ["coach_id", "asked_at"])


def _attempts() -> None:
    given = sa.ForeignKey("assignment.id", name="fk_attempt_assignment_id", ondelete="SET NULL")
    with op.batch_alter_table("attempt") as attempt:
        attempt.add_column(sa.Column("assignment_id", sa.String(36), given, nullable=True))
        attempt.add_column(sa.Column("task", sa.Integer(), nullable=True))
        attempt.add_column(sa.Column("task_try", sa.Integer(), nullable=True))
        attempt.add_column(sa.Column("rules", sa.String(64), nullable=False, server_default=""))
        attempt.create_index(TRIES, ["assignment_id", "owner_id", "task", "task_try"], unique=True)
    op.add_column("turn", sa.Column("pasted", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    op.drop_column("turn", "pasted")
    with op.batch_alter_table("attempt") as attempt:
        attempt.drop_index(TRIES)
        for column in ("rules", "task_try", "task", "assignment_id"):
            attempt.drop_column(column)
    for table in TABLES:
        op.drop_table(table)
