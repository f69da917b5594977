"""Contacts that follow one another, and how each was made."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

INDEX = "ix_attempt_thread_id_contact"


def upgrade() -> None:
    op.add_column("attempt", sa.Column("thread_id", sa.String(36), nullable=True))
    op.add_column("attempt", sa.Column("contact", sa.Integer(), nullable=False, server_default="1"))
    op.add_column("attempt", sa.Column("earlier", sa.JSON(none_as_null=True), nullable=True))
    op.add_column("attempt", sa.Column("approach", sa.JSON(none_as_null=True), nullable=True))
    op.create_index(INDEX, "attempt", ["thread_id", "contact"], unique=True)


def downgrade() -> None:
    op.drop_index(INDEX, "attempt")
    for column in ("approach", "earlier", "contact", "thread_id"):
        op.drop_column("attempt", column)
