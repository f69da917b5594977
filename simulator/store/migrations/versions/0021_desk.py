"""The creditor of a call in a column of its own, with an index for clearances; when a coach's note was read."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

CALLS = sa.table("attempt", sa.column("case_file", sa.JSON(none_as_null=True)), sa.column("creditor", sa.String))
INDEX, MET = "ix_attempt_sat", "ix_attempt_met"
COLUMNS = (
    "owner_id", "mode", "closed_at", "id", "scenario_id", "country", "seed", "creditor", "rubric", "rules",
    "created_at",
)  # fmt: skip


def upgrade() -> None:
    op.add_column("attempt", sa.Column("creditor", sa.String(200), nullable=False, server_default=""))
    named = CALLS.c.case_file["creditor"]["name"].as_string()
    op.execute(sa.update(CALLS).values(creditor=sa.func.substr(sa.func.coalesce(named, ""), 1, 200)))
    op.create_index(INDEX, "attempt", list(COLUMNS))
    op.create_index(MET, "attempt", ["owner_id", "scenario_id", "country", "seed", "created_at"])
    op.add_column("coaching_note", sa.Column("read_at", sa.DateTime(), nullable=True))
    op.execute("UPDATE coaching_note SET read_at = updated_at WHERE shared")


def downgrade() -> None:
    op.drop_column("coaching_note", "read_at")
    op.drop_index(MET, "attempt")
    op.drop_index(INDEX, "attempt")
    op.drop_column("attempt", "creditor")
