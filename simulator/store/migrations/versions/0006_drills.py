"""Tries at drills."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "drill_try",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("owner_id", sa.String(36), nullable=False),
        sa.Column("drill", sa.String(170), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("scenario", sa.String(40), nullable=False),
        sa.Column("criterion", sa.String(60), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("passed", sa.Boolean(), nullable=True),
        sa.Column("replies", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("began_at", sa.DateTime(), nullable=False),
        sa.Column("finished_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["owner_id"], ["profile.id"], name="fk_drill_try_owner_id", ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_drill_try"),
        sa.UniqueConstraint("owner_id", "drill", "number", name="uq_drill_try_owner_id_drill_number"),
    )
    op.create_index("ix_drill_try_owner_id_began_at", "drill_try", ["owner_id", "began_at"])


def downgrade() -> None:
    op.drop_table("drill_try")
