"""What is to be told to a learning record store, until it is taken there."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("attempt_id", sa.String(36), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("verb", sa.String(20), nullable=False),
        sa.Column("told", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.DateTime(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("sent_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint("state IN ('waiting', 'parked', 'sent')", name="ck_outbox_state"),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempt.id"], name="fk_outbox_attempt_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.UniqueConstraint("attempt_id", "place", name="uq_outbox_attempt_id_place"),
    )
    op.create_index("ix_outbox_state_created_at", "outbox", ["state", "created_at"])
    op.create_index("ix_outbox_state_sent_at", "outbox", ["state", "sent_at"])


def downgrade() -> None:
    op.drop_table("outbox")
