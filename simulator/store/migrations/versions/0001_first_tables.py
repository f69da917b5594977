"""First tables: profiles, attempts, their turns, their scorecards."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def json() -> sa.JSON:
    return sa.JSON(none_as_null=True)


def upgrade() -> None:
    create_profile()
    create_attempt()
    create_turn()
    create_scorecard()


def create_profile() -> None:
    op.create_table(
        "profile",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("theme", sa.String(20), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("settings", json(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_profile"),
    )


def create_attempt() -> None:
    op.create_table(
        "attempt",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("owner_id", sa.String(36), nullable=False),
        sa.Column("mode", sa.String(20), nullable=False),
        sa.Column("scenario_id", sa.String(40), nullable=False),
        sa.Column("scenario_version", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(128), nullable=False),
        sa.Column("content", json(), nullable=False),
        sa.Column("title", json(), nullable=False),
        sa.Column("difficulty", sa.Integer(), nullable=False),
        sa.Column("skills", json(), nullable=False),
        sa.Column("country", sa.String(2), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("case_file", json(), nullable=False),
        sa.Column("reader", sa.String(200), nullable=False),
        sa.Column("phase", sa.String(20), nullable=False),
        sa.Column("rubric", sa.String(60), nullable=False),
        sa.Column("rubric_version", sa.Integer(), nullable=False),
        sa.Column("plan", json(), nullable=False),
        sa.Column("draft", json(), nullable=True),
        sa.Column("follow_up", json(), nullable=True),
        sa.Column("outcome", json(), nullable=True),
        sa.Column("ending", sa.String(60), nullable=True),
        sa.Column("disposition", sa.String(40), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("talk_began_at", sa.DateTime(), nullable=True),
        sa.Column("talk_ended_at", sa.DateTime(), nullable=True),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("mode IN ('practice', 'assessed')", name="ck_attempt_mode"),
        sa.CheckConstraint("phase IN ('prepare', 'talk', 'wrap_up', 'closed')", name="ck_attempt_phase"),
        sa.ForeignKeyConstraint(["owner_id"], ["profile.id"], name="fk_attempt_owner_id", ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_attempt"),
    )
    op.create_index("ix_attempt_owner_id_updated_at", "attempt", ["owner_id", "updated_at"])


def create_turn() -> None:
    op.create_table(
        "turn",
        sa.Column("attempt_id", sa.String(36), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("client_key", sa.String(64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("event", sa.String(20), nullable=False),
        sa.Column("reading", json(), nullable=True),
        sa.Column("state", json(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("changes", json(), nullable=False),
        sa.Column("revealed", json(), nullable=False),
        sa.Column("negotiation", sa.String(60), nullable=True),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempt.id"], name="fk_turn_attempt_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("attempt_id", "number", name="pk_turn"),
        sa.UniqueConstraint("attempt_id", "client_key", name="uq_turn_attempt_id_client_key"),
    )


def create_scorecard() -> None:
    op.create_table(
        "scorecard",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("attempt_id", sa.String(36), nullable=False),
        sa.Column("rubric", sa.String(60), nullable=False),
        sa.Column("rubric_version", sa.Integer(), nullable=False),
        sa.Column("reader", sa.String(200), nullable=False),
        sa.Column("content", json(), nullable=False),
        sa.Column("total", sa.Double(), nullable=True),
        sa.Column("result", sa.String(20), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempt.id"], name="fk_scorecard_attempt_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_scorecard"),
    )
    op.create_index("ix_scorecard_attempt_id_created_at", "scorecard", ["attempt_id", "created_at"])
    op.create_table(
        "mark",
        sa.Column("scorecard_id", sa.String(36), nullable=False),
        sa.Column("criterion", sa.String(60), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("score", sa.Double(), nullable=True),
        sa.ForeignKeyConstraint(["scorecard_id"], ["scorecard.id"], name="fk_mark_scorecard_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("scorecard_id", "criterion", name="pk_mark"),
    )


def downgrade() -> None:
    for table in ("mark", "scorecard", "turn", "attempt", "profile"):
        op.drop_table(table)
