"""Identities at a sign-on provider, the workspace's editions, notices."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def of(table: str, column: str, other: str, ondelete: str = "CASCADE") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{table}_{column}", ondelete=ondelete)


def text(name: str, length: int, *, known: bool = True) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=not known)


def upgrade() -> None:
    op.create_table(
        "identity",
        text("issuer", 255), text("subject", 255), text("profile_id", 36),
        of("identity", "profile_id", "profile"),
        sa.PrimaryKeyConstraint("issuer", "subject", name="pk_identity"),
    )  # fmt: skip
    op.create_table(
        "workspace",
        sa.Column("version", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("content", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False), text("saved_by", 36, known=False),
        of("workspace", "saved_by", "profile", "SET NULL"),
        sa.PrimaryKeyConstraint("version", name="pk_workspace"),
    )  # fmt: skip
    op.create_table(
        "notice",
        text("id", 36), sa.Column("text", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("begins", sa.Date(), nullable=False), sa.Column("ends", sa.Date(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_notice"),
    )  # fmt: skip
    op.create_table(
        "notice_read",
        text("notice_id", 36), text("profile_id", 36),
        of("notice_read", "notice_id", "notice"), of("notice_read", "profile_id", "profile"),
        sa.PrimaryKeyConstraint("notice_id", "profile_id", name="pk_notice_read"),
    )  # fmt: skip
    for table, column in INDEXED:
        op.create_index(f"ix_{table}_{column}", table, [column])


INDEXED = (("identity", "profile_id"), ("workspace", "saved_by"), ("notice", "ends"), ("notice_read", "profile_id"))


def downgrade() -> None:
    for table in ("notice_read", "notice", "workspace", "identity"):
        op.drop_table(table)
