"""Accounts, sessions, one-time links, tries at the door, cohorts."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

TABLES = ("membership", "cohort", "secret", "tries", "invitation", "session", "account")


def at(name: str, *, known: bool = True) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(), nullable=not known)


def text(name: str, length: int, *, known: bool = True, default: str | None = None) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=not known, server_default=default)


def of(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{table}_{column}", ondelete="CASCADE")


def upgrade() -> None:
    op.create_table(
        "account",
        text("profile_id", 36), text("sign_in_name", 80, known=False), text("sign_in_key", 160, known=False),
        text("password_hash", 255, known=False), at("password_set_at", known=False), text("team", 80, default=""),
        at("created_at"), at("disabled_at", known=False),
        of("account", "profile_id", "profile"),
        sa.PrimaryKeyConstraint("profile_id", name="pk_account"),
        sa.UniqueConstraint("sign_in_key", name="uq_account_sign_in_key"),
    )  # fmt: skip
    op.create_table(
        "session",
        text("fingerprint", 64), text("profile_id", 36), at("created_at"), at("seen_at"), at("expires_at"),
        at("revoked_at", known=False), text("browser", 80),
        of("session", "profile_id", "profile"),
        sa.PrimaryKeyConstraint("fingerprint", name="pk_session"),
    )  # fmt: skip
    op.create_table(
        "invitation",
        text("fingerprint", 64), text("profile_id", 36), at("created_at"), at("expires_at"),
        at("used_at", known=False), at("revoked_at", known=False),
        of("invitation", "profile_id", "profile"),
        sa.PrimaryKeyConstraint("fingerprint", name="pk_invitation"),
    )  # fmt: skip
    op.create_table(
        "tries",
        text("key", 64), sa.Column("count", sa.Integer(), nullable=False), at("since"), at("blocked_until"),
        sa.PrimaryKeyConstraint("key", name="pk_tries"),
    )  # fmt: skip
    op.create_table("secret", text("name", 40), text("value", 100), sa.PrimaryKeyConstraint("name", name="pk_secret"))
    op.create_table(
        "cohort",
        text("id", 36), text("name", 80), text("key", 160), text("site", 80), text("shift", 80), text("time_zone", 64),
        sa.PrimaryKeyConstraint("id", name="pk_cohort"),
        sa.UniqueConstraint("key", name="uq_cohort_key"),
    )  # fmt: skip
    op.create_table(
        "membership",
        text("cohort_id", 36), text("profile_id", 36), text("place", 20),
        of("membership", "cohort_id", "cohort"), of("membership", "profile_id", "profile"),
        sa.CheckConstraint("place IN ('trainee', 'manager')", name="ck_membership_place"),
        sa.PrimaryKeyConstraint("cohort_id", "profile_id", name="pk_membership"),
    )  # fmt: skip
    for table in ("session", "invitation", "membership"):
        op.create_index(f"ix_{table}_profile_id", table, ["profile_id"])


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)
