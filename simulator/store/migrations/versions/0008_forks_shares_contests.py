"""Calls tried differently, what is shared with a coach, and scores that a trainee disputes."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

INDEX = "ix_attempt_forked_from"


def upgrade() -> None:
    parent = sa.ForeignKey("attempt.id", name="fk_attempt_forked_from", ondelete="CASCADE")
    with op.batch_alter_table("attempt") as attempt:
        attempt.add_column(sa.Column("forked_from", sa.String(36), parent, nullable=True))
        attempt.add_column(sa.Column("forked_turn", sa.Integer(), nullable=True))
        attempt.create_index(INDEX, ["forked_from"])
    op.create_table(
        "share",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("attempt_id", sa.String(36), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=True),
        sa.Column("to_id", sa.String(36), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("revoked_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempt.id"], name="fk_share_attempt_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["to_id"], ["profile.id"], name="fk_share_to_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_share"),
    )
    op.create_index("ix_share_attempt_id", "share", ["attempt_id"])
    op.create_index("ix_share_to_id_created_at", "share", ["to_id", "created_at"])
    op.create_table(
        "contest",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("attempt_id", sa.String(36), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("about", sa.String(200), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("kind IN ('criterion', 'finding', 'gate')", name="ck_contest_kind"),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempt.id"], name="fk_contest_attempt_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_contest"),
        sa.UniqueConstraint("attempt_id", "kind", "about", "place", name="uq_contest_attempt_id_kind_about_place"),
    )


def downgrade() -> None:
    op.drop_table("contest")
    op.drop_table("share")
    with op.batch_alter_table("attempt") as attempt:
        attempt.drop_index(INDEX)
        attempt.drop_column("forked_turn")
        attempt.drop_column("forked_from")
