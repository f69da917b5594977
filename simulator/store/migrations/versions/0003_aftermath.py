"""The weeks after a call, as they were told when it was closed. Attempts closed before have none."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("attempt", sa.Column("aftermath", sa.JSON(none_as_null=True), nullable=True))


def downgrade() -> None:
    op.drop_column("attempt", "aftermath")
