"""Rubrics as they stood when something was scored with them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "rubric",
        sa.Column("content_hash", sa.String(64), nullable=False),
        sa.Column("rubric", sa.String(60), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(none_as_null=True), nullable=False),
        sa.PrimaryKeyConstraint("content_hash", name="pk_rubric"),
    )


def downgrade() -> None:
    op.drop_table("rubric")
