"""What persons decide about scorecards, the answers read, and ways to list them."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

INDEXES = (
    ("attempt", ("mode", "closed_at", "id", "owner_id", "scenario_id")),
    ("scorecard", ("attempt_id", "current", "effective_result", "id")),
    ("scorecard", ("current", "effective_result", "attempt_id", "id")),
    ("mark", ("criterion", "effective_level", "scorecard_id")),
)
"""They hold all that the list looks at, so that a page of it opens no call that it does not show."""


def upgrade() -> None:
    _review()
    op.create_table(
        "answer_read",
        sa.Column("review_id", sa.String(36), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name="fk_answer_read_review_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("review_id", name="pk_answer_read"),
    )
    for table, columns in INDEXES:
        op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


def downgrade() -> None:
    for table, columns in INDEXES:
        op.drop_index(f"ix_{table}_{'_'.join(columns)}", table)
    for table in ("answer_read", "review"):
        op.drop_table(table)


def _review() -> None:
    op.create_table(
        "review",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("attempt_id", sa.String(36), nullable=False),
        sa.Column("scorecard_id", sa.String(36), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("about", sa.String(60), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(20), nullable=False),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("machine", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by_id", sa.String(36), nullable=True),
        sa.Column("contest_id", sa.String(36), nullable=True),
        sa.Column("upheld", sa.Boolean(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("kind IN ('criterion', 'gate')", name="ck_review_kind"),
        sa.CheckConstraint("verdict IN ('agree', 'override', 'breach', 'no_breach')", name="ck_review_verdict"),
        sa.CheckConstraint("level BETWEEN 0 AND 4", name="ck_review_level"),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempt.id"], name="fk_review_attempt_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["scorecard_id"], ["scorecard.id"], name="fk_review_scorecard_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["by_id"], ["profile.id"], name="fk_review_by_id", ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["contest_id"], ["contest.id"], name="fk_review_contest_id", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_review"),
        sa.UniqueConstraint("attempt_id", "kind", "about", "number", name="uq_review_attempt_id_kind_about_number"),
    )
    for column in ("scorecard_id", "contest_id", "by_id", "created_at"):
        op.create_index(f"ix_review_{column}", "review", [column])
