"""Scenarios as they stood, kept once by their content in place of once in every attempt."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

JSON = sa.JSON(none_as_null=True)
ATTEMPT = sa.table(
    "attempt", sa.column("id"), sa.column("content_hash"), sa.column("scenario_id"), sa.column("scenario_version"),
    sa.column("content", JSON),
)  # fmt: skip
KEY = "fk_attempt_content_hash"


def upgrade() -> None:
    edition = op.create_table(
        "played_scenario",
        sa.Column("content_hash", sa.String(128), nullable=False),
        sa.Column("scenario_id", sa.String(40), nullable=False),
        sa.Column("scenario_version", sa.Integer(), nullable=False),
        sa.Column("archetype", sa.String(60), nullable=False),
        sa.Column("willing", sa.Boolean(), nullable=True),
        sa.Column("able", sa.Boolean(), nullable=True),
        sa.Column("content", JSON, nullable=False),
        sa.PrimaryKeyConstraint("content_hash", name="pk_played_scenario"),
    )
    connection = op.get_bind()
    firsts = connection.execute(sa.select(sa.func.min(ATTEMPT.c.id)).group_by(ATTEMPT.c.content_hash)).scalars().all()
    for first in firsts:
        row = connection.execute(sa.select(ATTEMPT).where(ATTEMPT.c.id == first)).mappings().one()
        connection.execute(edition.insert(), _edition(row))
    with op.batch_alter_table("attempt") as attempt:
        attempt.drop_column("content")
        attempt.create_foreign_key(KEY, "played_scenario", ["content_hash"], ["content_hash"], ondelete="RESTRICT")


def _edition(row: sa.RowMapping) -> dict[str, object]:
    content = row["content"]
    segment = content.get("segment") or {}
    return {
        "content_hash": row["content_hash"], "scenario_id": row["scenario_id"], "content": content,
        "scenario_version": row["scenario_version"], "archetype": content.get("archetype") or "",
        "willing": segment.get("willing"), "able": segment.get("able"),
    }  # fmt: skip


def downgrade() -> None:
    with op.batch_alter_table("attempt") as attempt:
        attempt.drop_constraint(KEY, type_="foreignkey")
        attempt.add_column(sa.Column("content", JSON, nullable=True))
    op.execute(
        "UPDATE attempt SET content = "
        "(SELECT content FROM played_scenario WHERE played_scenario.content_hash = attempt.content_hash)"
    )
    with op.batch_alter_table("attempt") as attempt:
        attempt.alter_column("content", existing_type=JSON, nullable=False)
    op.drop_table("played_scenario")
