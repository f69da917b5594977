"""Trainers' scenarios, their history, and what an author is trying."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

KINDS = "kind IN ('made', 'kept', 'aside', 'published', 'withdrawn', 'restored')"
PERSON = ["profile.id"]


def upgrade() -> None:
    op.create_table(
        "own_scenario",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("title", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("offered", sa.Integer(), nullable=True),
        sa.Column("measured", sa.Double(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("updated_by", sa.String(36), nullable=True),
        sa.CheckConstraint("status IN ('draft', 'published', 'withdrawn')", name="ck_own_scenario_status"),
        sa.ForeignKeyConstraint(["updated_by"], PERSON, name="fk_own_scenario_updated_by", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_own_scenario"),
        sa.UniqueConstraint("name", name="uq_own_scenario_name"),
    )
    op.create_table(
        "scenario_edition",
        sa.Column("scenario_id", sa.String(36), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("content_hash", sa.String(64), nullable=False),
        sa.Column("content", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("checked_with", sa.String(200), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.String(36), nullable=True),
        sa.CheckConstraint(KINDS, name="ck_scenario_edition_kind"),
        sa.ForeignKeyConstraint(
            ["scenario_id"], ["own_scenario.id"], name="fk_scenario_edition_scenario_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["by"], PERSON, name="fk_scenario_edition_by", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("scenario_id", "number", name="pk_scenario_edition"),
    )
    op.create_table(
        "scenario_tried",
        sa.Column("scenario_id", sa.String(36), nullable=False),
        sa.Column("profile_id", sa.String(36), nullable=False),
        sa.Column("content", sa.JSON(none_as_null=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["scenario_id"], ["own_scenario.id"], name="fk_scenario_tried_scenario_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["profile_id"], PERSON, name="fk_scenario_tried_profile_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("scenario_id", "profile_id", name="pk_scenario_tried"),
    )


def downgrade() -> None:
    op.drop_table("scenario_tried")
    op.drop_table("scenario_edition")
    op.drop_table("own_scenario")
