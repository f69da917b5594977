"""The level in force beside the machine's, which scorecard of a call is the current one, and the ways to find them."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

NEWEST = """
UPDATE scorecard SET current = :yes WHERE id IN (
  SELECT id FROM (
    SELECT id, row_number() OVER (PARTITION BY attempt_id ORDER BY created_at DESC, id) AS place FROM scorecard
  ) AS ordered WHERE place = 1
)
"""


def upgrade() -> None:
    op.add_column("mark", sa.Column("effective_level", sa.Integer(), nullable=True))
    op.add_column("mark", sa.Column("effective_score", sa.Double(), nullable=True))
    op.add_column("scorecard", sa.Column("effective_total", sa.Double(), nullable=True))
    op.add_column("scorecard", sa.Column("effective_result", sa.String(20), nullable=False, server_default=""))
    op.add_column("scorecard", sa.Column("current", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.execute("UPDATE mark SET effective_level = level, effective_score = score")
    op.execute("UPDATE scorecard SET effective_total = total, effective_result = result")
    op.execute(sa.text(NEWEST).bindparams(yes=True))
    op.create_index("ix_scorecard_current_created_at", "scorecard", ["current", "created_at"])
    op.create_index("ix_attempt_owner_id_mode_closed_at", "attempt", ["owner_id", "mode", "closed_at"])
    op.create_index("ix_attempt_mode_closed_at", "attempt", ["mode", "closed_at"])


def downgrade() -> None:
    op.drop_index("ix_attempt_mode_closed_at", "attempt")
    op.drop_index("ix_attempt_owner_id_mode_closed_at", "attempt")
    op.drop_index("ix_scorecard_current_created_at", "scorecard")
    for column in ("current", "effective_result", "effective_total"):
        op.drop_column("scorecard", column)
    for column in ("effective_score", "effective_level"):
        op.drop_column("mark", column)
