"""Calibration rounds: the calls drawn, who rates them, their levels, and what was settled on."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

TABLES = ("round", "item", "rater", "rating", "agreed")


def upgrade() -> None:
    _table(
        "round",
        _key(), sa.Column("name", sa.String(80), nullable=False), sa.Column("language", sa.String(8), nullable=False),
        sa.Column("criteria", sa.JSON(), nullable=False), sa.Column("rubric_hash", sa.String(64), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False), sa.Column("note", sa.Text(), nullable=False),
        _id("by_id", True),
        sa.Column("created_at", sa.DateTime(), nullable=False), sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("figures", sa.JSON(), nullable=False), _to("round", "by_id", "profile", "SET NULL"),
        indexes=(("language", "closed_at"), ("by_id",)),
    )  # fmt: skip
    _table(
        "item",
        _key(), _id("round_id"), sa.Column("number", sa.Integer(), nullable=False), _id("attempt_id"),
        sa.Column("machine", sa.JSON(), nullable=False), _to("item", "round_id", "calibration_round"),
        _to("item", "attempt_id", "attempt"), _once("item"), indexes=(("attempt_id",),),
    )  # fmt: skip
    _table(
        "rater",
        _key(), _id("round_id"), sa.Column("number", sa.Integer(), nullable=False), _id("profile_id", True),
        _to("rater", "round_id", "calibration_round"), _to("rater", "profile_id", "profile", "SET NULL"),
        _once("rater"), indexes=(("profile_id",),),
    )  # fmt: skip
    _table(
        "rating",
        _id("item_id"), _id("rater_id"), sa.Column("criterion", sa.String(60), nullable=False),
        sa.Column("level", sa.Integer(), nullable=True), sa.Column("rated_at", sa.DateTime(), nullable=False),
        _to("rating", "item_id", "calibration_item"), _to("rating", "rater_id", "calibration_rater"), _levels("rating"),
        keys=("item_id", "rater_id", "criterion"), indexes=(("rater_id",),),
    )  # fmt: skip
    _table(
        "agreed",
        _id("item_id"), sa.Column("criterion", sa.String(60), nullable=False),
        sa.Column("level", sa.Integer(), nullable=True), sa.Column("note", sa.Text(), nullable=False),
        _id("by_id", True),
        sa.Column("at", sa.DateTime(), nullable=False), _to("agreed", "item_id", "calibration_item"),
        _to("agreed", "by_id", "profile", "SET NULL"), _levels("agreed"),
        keys=("item_id", "criterion"), indexes=(("by_id",),),
    )  # fmt: skip


def downgrade() -> None:
    for name in reversed(TABLES):
        op.drop_table(f"calibration_{name}")


def _table(
    name: str, *parts: SchemaItem, keys: tuple[str, ...] = ("id",), indexes: tuple[tuple[str, ...], ...]
) -> None:
    table = f"calibration_{name}"
    op.create_table(table, *parts, sa.PrimaryKeyConstraint(*keys, name=f"pk_{table}"))
    for columns in indexes:
        op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


def _key() -> sa.Column[str]:
    return _id("id")


def _id(name: str, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(36), nullable=nullable)


def _to(name: str, column: str, table: str, gone: str = "CASCADE") -> sa.ForeignKeyConstraint:
    named = f"fk_calibration_{name}_{column}"
    return sa.ForeignKeyConstraint([column], [f"{table}.id"], name=named, ondelete=gone)


def _once(name: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint("round_id", "number", name=f"uq_calibration_{name}_round_id_number")


def _levels(name: str) -> sa.CheckConstraint:
    return sa.CheckConstraint("level BETWEEN 0 AND 4", name=f"ck_calibration_{name}_level")
