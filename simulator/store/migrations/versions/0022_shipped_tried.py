"""What trainers try with scenarios that ship, and how difficult plays found those."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "shipped_tried",
        sa.Column("scenario", sa.String(40), nullable=False),
        sa.Column("profile_id", sa.String(36), nullable=False),
        sa.Column("content", sa.JSON(none_as_null=True), nullable=False),
        sa.ForeignKeyConstraint(["profile_id"], ["profile.id"], name="fk_shipped_tried_profile_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("scenario", "profile_id", name="pk_shipped_tried"),
    )
    op.create_table(
        "shipped_measured",
        sa.Column("scenario", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("measured", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("scenario", name="pk_shipped_measured"),
    )


def downgrade() -> None:
    op.drop_table("shipped_measured")
    op.drop_table("shipped_tried")
