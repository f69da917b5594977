"""Portfolios, and which attempts were played for which of their accounts."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def json() -> sa.JSON:
    return sa.JSON(none_as_null=True)


def upgrade() -> None:
    op.create_table(
        "portfolio",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("owner_id", sa.String(36), nullable=False),
        sa.Column("country", sa.String(2), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("opening", json(), nullable=False),
        sa.Column("now", json(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["profile.id"], name="fk_portfolio_owner_id", ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_portfolio"),
    )
    op.create_index("ix_portfolio_owner_id_updated_at", "portfolio", ["owner_id", "updated_at"])
    op.create_table(
        "portfolio_call",
        sa.Column("attempt_id", sa.String(36), nullable=False),
        sa.Column("portfolio_id", sa.String(36), nullable=False),
        sa.Column("account", sa.String(8), nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempt.id"], name="fk_portfolio_call_attempt_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["portfolio_id"], ["portfolio.id"], name="fk_portfolio_call_portfolio_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("attempt_id", name="pk_portfolio_call"),
    )
    op.create_index("ix_portfolio_call_portfolio_id", "portfolio_call", ["portfolio_id"])


def downgrade() -> None:
    for table in ("portfolio_call", "portfolio"):
        op.drop_table(table)
